import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
// The address of the built file, which the bundler exports.
// oxlint-disable-next-line import/default
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

export type { PDFDocumentProxy as OpenPdf } from 'pdfjs-dist/legacy/build/pdf.mjs'

GlobalWorkerOptions.workerSrc = workerAddress

/** Opens a PDF given as base64. Whoever opened it ends it by `loadingTask.destroy()`. */
export function openPdf(base64: string): Promise<PDFDocumentProxy> {
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  // Glyphs are drawn as shapes: a font face would have to pass the content security policy.
  return getDocument({ data, disableFontFace: true, useSystemFonts: false, useWasm: false }).promise
}
