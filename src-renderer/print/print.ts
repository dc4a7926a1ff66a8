import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The address of the built file, which the bundler exports.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** Sharp enough for small print on any office printer. */
const DOTS_PER_INCH = 200
const POINTS_PER_INCH = 72

interface DrawnPages {
  readonly pages: number
  /** Of the first page, in points of 1/72 inch. */
  readonly width: number
  readonly height: number
}

const drawPage = async (page: PDFPageProxy): Promise<HTMLImageElement> => {
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH })
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  await page.render({ canvas, viewport, intent: 'print' }).promise
  const image = document.createElement('img')
  image.style.width = `${viewport.width / DOTS_PER_INCH}in`
  image.style.height = `${viewport.height / DOTS_PER_INCH}in`
  // Keeps the page as a compressed picture: a canvas of each page of a long statement would fill the memory.
  image.src = canvas.toDataURL('image/png')
  canvas.width = 0
  await image.decode()
  return image
}

/** Draws every page of a PDF, given as base64, one below the other. The main process calls it and then prints this page. */
const drawPages = async (pdf: string, title: string): Promise<DrawnPages> => {
  document.title = title
  const data = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))
  // Glyphs are drawn as shapes: a font face would have to pass the content security policy.
  const opened = await getDocument({ data, disableFontFace: true, useSystemFonts: false, useWasm: false }).promise
  const [, , width = 0, height = 0] = (await opened.getPage(1)).view
  for (let number = 1; number <= opened.numPages; number += 1) {
    document.body.append(await drawPage(await opened.getPage(number)))
  }
  return { pages: opened.numPages, width, height }
}

GlobalWorkerOptions.workerSrc = workerAddress
Object.assign(globalThis, { drawPages })
