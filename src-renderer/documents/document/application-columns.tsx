import type { DocumentApplication } from '../../../src-shared/ledger/contract/documents.ts'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import type { GridColumn, RowTone } from '../../ui/grid/grid-column.ts'
import { Pill } from '../../ui/Pill.tsx'

type Column = GridColumn<DocumentApplication>

/** What the document settles or is settled by, in the order of the dates. */
export function applicationColumns(
  format: Format,
  currency: string,
  rows: readonly DocumentApplication[],
  isCredit: boolean,
): readonly Column[] {
  const hasOthers = rows.some(({ other }) => other !== null)
  // Discount and write-off are in the currency of what is settled.
  const settledIn = (row: DocumentApplication): string => (isCredit ? (row.other?.currency ?? currency) : currency)
  const columns: readonly Column[] = [
    dateColumn({ id: 'date', title: 'Date', width: 108 }, format, (row) => row.effectiveDate),
    { id: 'kind', kind: 'choice', title: 'Kind', width: 92, value: (row) => documentKindName[row.kind] },
    { id: 'number', kind: 'code', title: 'Number', width: 120, value: (row) => row.number },
    amountColumn(
      { id: 'amount', title: 'Amount', blankZero: true },
      (row) => row.amount,
      () => currency,
    ),
    ...(hasOthers ? [otherColumn] : []),
    amountColumn({ id: 'discount', title: 'Discount', blankZero: true }, (row) => row.discount, settledIn),
    amountColumn({ id: 'writeOff', title: 'Write-off', blankZero: true }, (row) => row.writeOff, settledIn),
    { id: 'reason', kind: 'text', title: 'Reason', width: 120, grow: 1, value: (row) => row.writeOffReason },
    { id: 'state', kind: 'choice', title: 'State', width: 110, value: stateOf, cell: (row) => <StatePill row={row} /> },
  ]
  return columns.map((column) => ({ ...column, isSortable: false }))
}

/** The amount in the other document's currency. */
const otherColumn: Column = {
  id: 'other',
  kind: 'amount',
  currency: (row) => row.other?.currency ?? '',
  isBlank: (row) => row.other === null,
  title: 'In its currency',
  width: 136,
  align: 'end',
  value: (row) => row.other?.amount ?? 0,
  cell: ({ other }) => (other === null ? '' : <Figure amount={other.amount} currency={other.currency} showCurrency />),
}

/** An application undone, and what undid it, cancel out. */
const stateOf = (row: DocumentApplication): string =>
  row.isReversal ? 'taken back' : row.isReversed ? 'undone later' : 'applied'

function StatePill({ row }: { readonly row: DocumentApplication }) {
  return <Pill tone={canUnapply(row) ? 'ok' : 'quiet'}>{stateOf(row)}</Pill>
}

export const canUnapply = (row: DocumentApplication): boolean => !row.isReversal && !row.isReversed

export const applicationTone = (row: DocumentApplication): RowTone => (canUnapply(row) ? undefined : 'muted')
