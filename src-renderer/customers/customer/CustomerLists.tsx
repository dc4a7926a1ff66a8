import { useMemo, useState } from 'react'
import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { DocumentRow } from '../../../src-shared/ledger/contract/documents.ts'
import type { OpenItem } from '../../../src-shared/ledger/contract/open-items.ts'
import { useLedgerPages } from '../../api/pages.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction } from '../../keyboard/use-action.ts'
import { useSections } from '../../keyboard/use-sections.ts'
import { documentColumns, documentTone } from '../../lists/document-columns.tsx'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { DataGrid } from '../../ui/grid/DataGrid.tsx'
import { Card } from '../../ui/Page.tsx'
import { RecordHistory } from '../../company/history/RecordHistory.tsx'
import { CreditHistory } from './CreditHistory.tsx'
import { itemColumns } from './item-columns.tsx'

const views = [
  { value: 'open', label: 'Open items' },
  { value: 'all', label: 'All documents' },
  { value: 'credit', label: 'Credit history' },
  { value: 'history', label: 'History' },
] as const
type View = (typeof views)[number]['value']

/** What is open, everything ever posted, how it was paid, or who did what; a row opens its document. */
export function CustomerLists({ card }: { readonly card: CustomerCard }) {
  const [view, setView] = useState<View>('open')
  const [isByKey, setIsByKey] = useState(true)
  const choose =
    (byKey: boolean) =>
    (chosen: View): void => {
      setView(chosen)
      setIsByKey(byKey)
    }
  useSections({ value: view, onChange: choose(true), options: views })
  useAction('record.history', () => choose(true)(view === 'history' ? 'open' : 'history'))
  return (
    <Card fill actions={<SegmentField label="What is shown" value={view} onChange={choose(false)} options={views} />}>
      <Shown view={view} card={card} takesFocus={isByKey} />
    </Card>
  )
}

type ShownProps = {
  readonly view: View
  readonly card: CustomerCard
  /** Among the choices above the focus stays where it is. */
  readonly takesFocus: boolean
}

function Shown({ view, card, takesFocus }: ShownProps) {
  switch (view) {
    case 'open':
      return <OpenItems card={card} takesFocus={takesFocus} />
    case 'all':
      return <AllDocuments customerId={card.customer.id} takesFocus={takesFocus} />
    case 'credit':
      return <CreditHistory customerId={card.customer.id} />
    case 'history':
      return <RecordHistory of={{ customerId: card.customer.id }} takesFocus={takesFocus} />
  }
}

const itemKey = (item: OpenItem): string => String(item.documentId)
const documentKey = (row: DocumentRow): string => String(row.id)

function OpenItems({ card, takesFocus }: Omit<ShownProps, 'view'>) {
  const format = useFormat()
  const navigator = useNavigator()
  const { openItems, customer } = card
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const [isHolding, setIsHolding] = useState(false)
  const selected = openItems.find((item) => item.documentId === selectedId)
  const canHold = selected !== undefined && (selected.open > 0 || selected.hold !== null)
  useAction('item.hold', () => setIsHolding(true), { enabled: canHold })
  // A list of items does not say why each is held.
  const heldBy = useLedgerQuery(
    'documents.get',
    { id: selected?.documentId ?? 0 },
    { enabled: isHolding && selected?.hold != null, keepPrevious: false },
  )
  const isReasonKnown = selected?.hold === null || heldBy.data !== undefined
  const columns = useMemo(
    () => itemColumns(format, openItems, customer.currency),
    [format, openItems, customer.currency],
  )
  return (
    <>
      <DataGrid
        label="Open items"
        layoutId="customer-items"
        rows={openItems}
        columns={columns}
        rowKey={itemKey}
        onSelect={(item) => setSelectedId(item.documentId)}
        onOpen={(item) => navigator.go({ screen: 'document', documentId: item.documentId })}
        autoFocus={takesFocus}
        empty={
          <EmptyState title="Nothing is open" actions={['invoice.new', 'receipt.new']}>
            Invoices not paid in full and payments not applied in full stand here.
          </EmptyState>
        }
      />
      {isHolding && selected !== undefined && isReasonKnown && (
        <HoldDialog item={selected} reason={heldBy.data?.heldBy?.reason ?? ''} onClose={() => setIsHolding(false)} />
      )}
    </>
  )
}

type AllDocumentsProps = { readonly customerId: number; readonly takesFocus: boolean }

function AllDocuments({ customerId, takesFocus }: AllDocumentsProps) {
  const { workDate } = useConventions()
  const format = useFormat()
  const navigator = useNavigator()
  const list = useLedgerPages('documents.list', { asOf: workDate, customerId })
  const columns = useMemo(() => documentColumns({ format, asOf: workDate, withCustomer: false }), [format, workDate])
  return (
    <DataGrid
      label="All documents"
      layoutId="customer-documents"
      rows={list.rows}
      columns={columns}
      rowKey={documentKey}
      rowTone={documentTone}
      onOpen={(row) => navigator.go({ screen: 'document', documentId: row.id })}
      onEndReached={list.more}
      autoFocus={takesFocus}
      empty={list.isPending ? null : <EmptyState title="Nothing posted yet" actions={['invoice.new', 'receipt.new']} />}
    />
  )
}
