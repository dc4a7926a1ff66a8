import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A PDF read back by another program's eyes. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[]
  readonly title: unknown
  readonly tagged: boolean
  /** All text in drawing order, one entry a run. */
  readonly text: string
}

export interface ReadPage {
  /** The text of each visual line, left to right, top to bottom. */
  readonly lines: readonly string[]
  readonly width: number
  readonly height: number
  /** Roles of the structure tree, depth first. */
  readonly roles: readonly string[]
  /** Left and top of the first run that holds a text, in points from the sheet's top left corner. */
  find(text: string): { readonly x: number; readonly y: number; readonly right: number } | null
}

interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
}

interface StructNode {
  readonly role?: string
  readonly children?: readonly StructNode[]
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes possession of what it is given.
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise
  const pages: ReadPage[] = []
  const metadata = await document.getMetadata()
  // Its types say an object; what comes is a Map.
  const markInfo = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const viewport = page.getViewport({ scale: 1 })
    const content = await page.getTextContent()
    const runs = content.items.flatMap((item): Run[] => {
      if (!('str' in item) || item.str === '') return []
      const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
      return [{ text: item.str, x, y: viewport.height - y, right: x + item.width }]
    })
    pages.push({
      lines: visualLines(runs),
      width: viewport.width,
      height: viewport.height,
      roles: rolesOf((await page.getStructTree()) as StructNode | null),
      find: (text) => runs.find((run) => run.text.includes(text)) ?? null,
    })
  }
  await document.loadingTask.destroy()
  const info = metadata.info as { readonly Title?: unknown }
  return {
    pages,
    title: info.Title,
    tagged: markInfo?.get('Marked') === true,
    text: pages.flatMap((page) => page.lines).join('\n'),
  }
}

function visualLines(runs: readonly Run[]): readonly string[] {
  const byHeight = new Map<number, Run[]>()
  for (const run of runs) {
    const height = Math.round(run.y)
    byHeight.set(height, [...(byHeight.get(height) ?? []), run])
  }
  return [...byHeight.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([, line]) =>
      line
        .toSorted((a, b) => a.x - b.x)
        .map((run) => run.text.trim())
        .filter((text) => text !== '')
        .join(' | '),
    )
}

const rolesOf = (node: StructNode | null): readonly string[] =>
  node === null ? [] : [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)]
