import type { DocumentRow } from '../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { documentKindName } from '../../src-shared/domain/documents.ts'
import type { Format } from '../ui/conventions.tsx'
import { Figure } from '../ui/Figure.tsx'
import type { GridColumn, RowTone } from '../ui/grid/grid-column.ts'
import { amountColumn, dateColumn } from './columns.tsx'
import { documentState, DocumentStatePill, HoldPill } from './document-status.tsx'

export type DocumentColumnsOptions = {
  readonly format: Format
  readonly asOf: CalendarDate
  /** False in a list of one customer's documents; the narrower one, it leaves the due dates to the open items. */
  readonly withCustomer: boolean
}

type Column = GridColumn<DocumentRow>

/** The columns of a list of documents, newest first: it is read page by page, so it cannot be sorted otherwise. */
export function documentColumns({ format, asOf, withCustomer }: DocumentColumnsOptions): readonly Column[] {
  const customer: readonly Column[] = [
    { id: 'customerCode', kind: 'code', title: 'Code', width: 92, value: (row) => row.customerCode },
    { id: 'customer', kind: 'text', title: 'Customer', width: 176, grow: 2, value: (row) => row.customerName },
  ]
  const columns: readonly Column[] = [
    dateColumn({ id: 'date', title: 'Date', width: 104 }, format, (row) => row.documentDate),
    { id: 'kind', kind: 'choice', title: 'Kind', width: 100, value: (row) => documentKindName[row.kind] },
    { id: 'number', kind: 'code', title: 'Number', width: 100, value: (row) => row.number },
    ...(withCustomer ? customer : []),
    { id: 'reference', kind: 'code', title: 'Reference', width: 104, grow: 1, value: (row) => row.reference },
    ...(withCustomer ? [dueColumn(format)] : []),
    amountColumn({ id: 'total', title: 'Total', width: 108 }, (row) => row.total, currencyOf),
    {
      ...amountColumn({ id: 'open', title: 'Open', width: 108, isPinned: true }, (row) => row.open, currencyOf),
      cell: (row) => (
        <Figure
          amount={row.open}
          currency={row.currency}
          blankZero
          {...(documentState(row, asOf) === 'overdue' ? { tone: 'overdue' as const } : {})}
        />
      ),
    },
    {
      id: 'state',
      kind: 'choice',
      title: 'State',
      width: 88,
      value: (row) => documentState(row, asOf),
      cell: (row) =>
        row.hold !== null && row.status === 'open' ? (
          <HoldPill hold={row.hold} />
        ) : (
          <DocumentStatePill document={row} asOf={asOf} />
        ),
    },
  ]
  return columns.map((column) => ({ ...column, isSortable: false }))
}

/** What is void, or voids, steps back. */
export const documentTone = ({ status }: DocumentRow): RowTone =>
  status === 'void' || status === 'reversal' ? 'muted' : undefined

const currencyOf = ({ currency }: DocumentRow): string => currency

const dueColumn = (format: Format): Column =>
  dateColumn({ id: 'due', title: 'Due', width: 104 }, format, (row) =>
    row.total < 0 || row.status === 'reversal' ? null : row.dueDate,
  )
