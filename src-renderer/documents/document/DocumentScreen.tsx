import { useLedgerQuery } from '../../api/queries.tsx'
import type { Place } from '../../keyboard/places.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentPaper } from './DocumentPaper.tsx'
import { DocumentSheet } from './DocumentSheet.tsx'
import css from './document.module.css'

export type DocumentPlace = Extract<Place, { screen: 'document' }>

/** One posted document, on screen and on paper. */
export function DocumentScreen({ place }: { readonly place: DocumentPlace }) {
  const { data: document, error } = useLedgerQuery('documents.get', { id: place.documentId })
  if (document === undefined) {
    return <Page title="Document">{error && <Banner tone="bad">{error.message}</Banner>}</Page>
  }
  return (
    <>
      <div className={css.screen} data-print="hide">
        <DocumentSheet document={document} />
      </div>
      <DocumentPaper document={document} printsAtOnce={place.print === true} />
    </>
  )
}
