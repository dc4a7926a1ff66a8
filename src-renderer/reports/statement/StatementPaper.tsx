import { PdfPage } from './PdfPage.tsx'
import { useOpenPdf } from './use-open-pdf.ts'
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
