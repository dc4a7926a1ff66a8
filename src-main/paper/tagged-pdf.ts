import PDFDocument from 'pdfkit'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import type { Face } from './faces.ts'
import type { HanFamily } from './han.ts'
import type { Paper } from './paper.ts'
import { reordersLetters, setLine, textRuns, type TextRun } from './text-runs.ts'
import type { TextStyle } from './type-style.ts'

export type TagElement = PDFKit.PDFStructureElement
export type Align = 'left' | 'right' | 'center'
export type Tag = 'Sect' | 'H1' | 'H2' | 'P' | 'Table' | 'THead' | 'TBody' | 'TFoot' | 'TR' | 'TH' | 'TD' | 'Caption'

// What stands for a character that no face has, in parts of the type size.
const BOX_WIDTH = 0.6
const BOX_HEIGHT = 0.7

// pdfkit writes it; its types do not have it.
const HEADS_ITS_COLUMN = { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions

/**
 * A PDF whose every mark is either tagged for a reader that speaks it (PDF/UA) or declared an artifact. The same calls
 * give the same bytes: dates and identifier come from what it is about, never from a clock.
 */
export class TaggedPdf {
  readonly paper: Paper
  /** The document's element, under which everything is tagged. */
  readonly root: TagElement
  readonly #doc: PDFKit.PDFDocument
  readonly #chunks: Uint8Array[] = []
  readonly #finished: Promise<void>
  readonly #unprintable = new Set<string>()
  readonly #han: HanFamily
  #pages = 0

  constructor(paper: Paper, about: { readonly title: string; readonly date: CalendarDate; readonly han: HanFamily }) {
    this.paper = paper
    this.#han = about.han
    this.#doc = new PDFDocument({
      size: [paper.width, paper.height],
      margin: 0,
      autoFirstPage: false,
      // An empty name, or pdfkit loads Helvetica for a document that never uses it.
      font: '',
      pdfVersion: '1.7',
      // pdfkit's types know the PDF/A kinds only.
      subset: 'PDF/UA' as PDFKit.Mixins.PDFSubsets,
      tagged: true,
      displayTitle: true,
      lang: 'en',
      info: {
        Title: plainTitle(about.title),
        Creator: 'Duebook',
        Producer: 'Duebook',
        CreationDate: new Date(`${about.date}T00:00:00Z`),
      },
    })
    this.#finished = new Promise((resolve, reject) => {
      this.#doc.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
      this.#doc.on('end', resolve)
      this.#doc.on('error', reject)
    })
    this.root = this.#doc.struct('Document')
    this.#doc.addStructure(this.root)
  }

  /** Characters that no face has and that were drawn as boxes. */
  get unprintable(): readonly string[] {
    return [...this.#unprintable].toSorted()
  }

  get pages(): number {
    return this.#pages
  }

  addPage(): void {
    this.#doc.addPage()
    this.#pages += 1
  }

  /** An element that holds others. */
  group(parent: TagElement, tag: Tag): TagElement {
    const made = this.#doc.struct(tag)
    parent.add(made)
    return made
  }

  /** An element that holds what `draw` puts on the page. */
  mark(parent: TagElement, tag: Tag, draw: () => void): void {
    const content = this.#doc.markStructureContent(tag)
    draw()
    this.#doc.endMarkedContent()
    parent.add(this.#doc.struct(tag, tag === 'TH' ? HEADS_ITS_COLUMN : {}, [content]))
  }

  /** What a listener should not hear: lines, fills, and headings that only repeat. */
  artifact(kind: 'Layout' | 'Pagination', draw: () => void): void {
    this.#doc.markContent('Artifact', { type: kind })
    draw()
    this.#doc.endMarkedContent()
  }

  /** The width of one line, in points. */
  measure = (text: string, style: TextStyle): number => this.#widthOf(this.#runsOf(setLine(text), style), style.size)

  /** Sets one line; `x` is its left edge, right edge or middle, as aligned. */
  text(text: string, x: number, baseline: number, style: TextStyle, align: Align = 'left'): void {
    const line = setLine(text)
    const runs = this.#runsOf(line, style)
    const left = align === 'left' ? x : x - this.#widthOf(runs, style.size) / (align === 'right' ? 1 : 2)
    if (!reordersLetters(line)) return this.#setRuns(runs, left, baseline, style)
    // A reader that speaks or searches takes the text in place of the shapes.
    this.#doc.markContent('Span', { actual: line })
    this.#setRuns(runs, left, baseline, style)
    this.#doc.endMarkedContent()
  }

  #runsOf(line: string, { weight }: TextStyle): readonly TextRun[] {
    return textRuns(line, { weight, han: this.#han })
  }

  #setRuns(runs: readonly TextRun[], left: number, baseline: number, style: TextStyle): void {
    let at = left
    for (const run of runs) {
      if (run.kind === 'missing') this.#box(run.text, at, baseline, style)
      else {
        this.#use(run.face, style.size).fillColor(style.color)
        this.#doc.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic', ...WHOLE })
      }
      at += this.#widthOf([run], style.size)
    }
  }

  /** Sets an amount so that its last figure ends at `x`; a closing parenthesis stands beyond. */
  amount(text: string, x: number, baseline: number, style: TextStyle): void {
    this.text(text, text.endsWith(')') ? x + this.measure(')', style) : x, baseline, style, 'right')
  }

  line(x1: number, y1: number, x2: number, y2: number, color: string, width = 0.5, dash?: number): void {
    this.#doc.save().lineWidth(width)
    if (dash !== undefined) this.#doc.dash(dash, { space: dash })
    this.#doc.moveTo(x1, y1).lineTo(x2, y2).stroke(color).restore()
  }

  fill(x: number, y: number, width: number, height: number, color: string, radius = 0): void {
    this.#doc.roundedRect(x, y, width, height, radius).fill(color)
  }

  frame(x: number, y: number, width: number, height: number, color: string, radius = 0): void {
    this.#doc.save().lineWidth(0.75).roundedRect(x, y, width, height, radius).stroke(color).restore()
  }

  /** Closes the document and gives its bytes. Nothing can be drawn afterwards. */
  async finish(): Promise<Uint8Array> {
    this.root.end()
    this.#doc.end()
    await this.#finished
    return new Uint8Array(Buffer.concat(this.#chunks))
  }

  #use(face: Face, size: number): PDFKit.PDFDocument {
    // pdfkit takes a parsed font as it takes a file; its types know only files.
    return this.#doc.font(face.font as unknown as Uint8Array, face.name, size)
  }

  #widthOf(runs: readonly TextRun[], size: number): number {
    let width = 0
    for (const run of runs) {
      width += run.kind === 'missing' ? BOX_WIDTH * size : this.#use(run.face, size).widthOfString(run.text, WHOLE)
    }
    return width
  }

  #box(character: string, x: number, baseline: number, style: TextStyle): void {
    this.#unprintable.add(character)
    const [width, height] = [BOX_WIDTH * style.size, BOX_HEIGHT * style.size]
    this.#doc.markContent('Span', { actual: character })
    this.#doc.save().lineWidth(0.5)
    this.#doc.rect(x + width * 0.08, baseline - height, width * 0.84, height).stroke(style.color)
    this.#doc.restore().endMarkedContent()
  }
}

// Named features, even none, keep pdfkit from shaping word by word, in the order of the letters.
const WHOLE: PDFKit.Mixins.TextOptions = { features: [] }

// pdfkit copies the title into XML without escaping it.
const plainTitle = (title: string): string => setLine(title.replace(/[<>&"']/g, ' '))
