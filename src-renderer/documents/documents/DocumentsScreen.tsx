import { useMemo, useState } from 'react'
import type { DocumentRow } from '../../../src-shared/ledger/contract/documents.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { documentColumns, documentTone } from '../../lists/document-columns.tsx'
import { ListPage, useSelectedRow } from '../../lists/ListPage.tsx'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { documentsInput, EVERY_DOCUMENT, isEveryDocument } from './document-filter.ts'
import type { DocumentFilter } from './document-filter.ts'
import { DocumentFilterFields } from './DocumentFilterFields.tsx'

/** Everything posted, newest first. */
export function DocumentsScreen() {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const [filter, setFilter] = useState<DocumentFilter>(EVERY_DOCUMENT)
  const list = useLedgerPages('documents.list', documentsInput(filter, workDate))
  const selected = useSelectedRow(list.rows)
  const columns = useMemo(() => documentColumns({ format, asOf: workDate, withCustomer: true }), [format, workDate])
  const change = (changes: Partial<DocumentFilter>): void => {
    selected.clear()
    setFilter((before) => ({ ...before, ...changes }))
  }
  return (
    <ListPage<DocumentRow>
      title="Documents"
      sub={`Newest first; open and overdue as of ${format.dateWithDay(workDate)}`}
      actions={
        <>
          <ActionButton action="receipt.new" />
          <ActionButton action="invoice.new" variant="primary" />
        </>
      }
      layoutId="documents"
      list={list}
      columns={columns}
      rowTone={documentTone}
      selected={selected}
      onOpen={({ id }) => navigator.go({ screen: 'document', documentId: id })}
      filter={{
        label: 'Which documents',
        box: {
          width: 190,
          placeholder: 'Number or reference',
          value: filter.text,
          onChange: (text) => change({ text }),
          maxLength: 64,
        },
        children: <DocumentFilterFields filter={filter} onChange={change} />,
      }}
      empty={<NoDocuments filter={filter} />}
    />
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
