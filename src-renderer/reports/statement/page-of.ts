import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OpenPdf } from './open-pdf.ts'

/**
 * A page of an open PDF, from 1. Null when the PDF was ended meanwhile, as it is when another replaces it: the reader then
 * fails at once, not by a promise, and what is thrown while React works takes the whole window down.
 */
export async function pageOf(pdf: OpenPdf, number: number): Promise<PDFPageProxy | null> {
  try {
    return await pdf.getPage(number)
  } catch (error) {
    if (pdf.loadingTask.destroyed) return null
    throw error
  }
}
