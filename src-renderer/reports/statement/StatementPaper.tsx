import { PdfPage } from './PdfPage.tsx'
import { useEffect, useState } from 'react'
import type { OpenPdf } from './open-pdf.ts'
import css from './statement.module.css'

export type StatementPaperProps = {
  /** Base64. */
  readonly pdf: string
  /** The pages shown are of the choice before. */
  readonly isWaiting: boolean
}

/** The pages, one below the other. Takes the focus so that the arrow and page keys turn them. */
export function StatementPaper({ pdf, isWaiting }: StatementPaperProps) {
  const opened = useOpenPdf(pdf)
  return (
    <section className={css.paper} aria-label="Preview" aria-busy={isWaiting || opened === null} tabIndex={0}>
      {opened !== null &&
        Array.from({ length: opened.numPages }, (_, index) => <PdfPage key={index} pdf={opened} number={index + 1} />)}
    </section>
  )
}

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
