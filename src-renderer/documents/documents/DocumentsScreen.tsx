import { useMemo, useRef, useState } from 'react'
import type { DocumentRow } from '../../../src-shared/ledger/contract/documents.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { documentColumns, documentTone } from '../../lists/document-columns.tsx'
import { usePrintPage } from '../../print/use-print-page.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { documentsInput, EVERY_DOCUMENT, isEveryDocument } from './document-filter.ts'
import type { DocumentFilter } from './document-filter.ts'
import { DocumentFilterBar } from './DocumentFilterBar.tsx'
import css from './documents.module.css'

const keyOf = (row: DocumentRow): string => String(row.id)

/** Everything posted, newest first. */
export function DocumentsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const sheet = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<DocumentFilter>(EVERY_DOCUMENT)
  const [selected, setSelected] = useState<DocumentRow | null>(null)
  const list = useLedgerPages('documents.list', documentsInput(filter, workDate))
  const columns = useMemo(() => documentColumns({ format, asOf: workDate, withCustomer: true }), [format, workDate])
  const open = (row: DocumentRow): void => navigator.go({ screen: 'document', documentId: row.id })
  usePrintPage({ title: 'Documents' })
  return (
    <Page
      title="Documents"
      sub={`Newest first; open and overdue as of ${format.dateWithDay(workDate)}`}
      actions={
        <>
          <ActionButton action="receipt.new" />
          <ActionButton action="invoice.new" variant="primary" />
        </>
      }
    >
      {list.error && <Banner tone="bad">{list.error.message}</Banner>}
      <DocumentFilterBar
        filter={filter}
        list={sheet}
        onChange={(changes) => {
          setSelected(null)
          setFilter((before) => ({ ...before, ...changes }))
        }}
        onEnter={() => {
          const row = selected ?? list.rows[0]
          if (row !== undefined) open(row)
        }}
      />
      <div ref={sheet} className={css.sheet}>
        <Card fill>
          <DataGrid
            label="Documents"
            layoutId="documents"
            rows={list.rows}
            columns={columns}
            rowKey={keyOf}
            rowTone={documentTone}
            onSelect={setSelected}
            onOpen={open}
            onEndReached={list.more}
            empty={list.isPending ? null : <NoDocuments filter={filter} />}
          />
        </Card>
      </div>
    </Page>
  )
}

function NoDocuments({ filter }: { readonly filter: DocumentFilter }) {
  if (!isEveryDocument(filter)) {
    return (
      <EmptyState title="No document matches">
        The filter looks at the beginning of the number and of the reference. Esc in it empties it; Ctrl+F finds amounts
        and customers too.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing posted yet" actions={['invoice.new', 'receipt.new', 'go.import']}>
      Invoices, receipts and what reverses them stand here once they are posted.
    </EmptyState>
  )
}
