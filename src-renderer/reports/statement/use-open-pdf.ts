import { useEffect, useState } from 'react'
import type { OpenPdf } from './open-pdf.ts'

/** A PDF ready to be drawn; the one before stays until the next is open. Null before the first. */
export function useOpenPdf(base64: string | undefined): OpenPdf | null {
  const [pdf, setPdf] = useState<OpenPdf | null>(null)
  useEffect(() => {
    if (base64 === undefined) return setPdf(null)
    let isWanted = true
    let opened: OpenPdf | undefined
    // Loaded with the first statement: the reader of PDFs is a third of the window's code.
    void import('./open-pdf.ts')
      .then(({ openPdf }) => openPdf(base64))
      .then((document) => {
        opened = document
        if (isWanted) setPdf(document)
        else void document.loadingTask.destroy()
      })
    return () => {
      isWanted = false
      void opened?.loadingTask.destroy()
    }
  }, [base64])
  return pdf
}
