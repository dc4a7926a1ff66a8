import type { DocumentRow } from '../../src-shared/contract/documents.ts'
import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { documentKindName } from '../../src-shared/domain/documents.ts'
import type { Format } from '../ui/conventions.tsx'
import { Figure } from '../ui/Figure.tsx'
import type { GridColumn, RowTone } from '../ui/grid/grid-column.ts'
import { documentState, DocumentStatePill } from './document-status.tsx'

export type DocumentColumnsOptions = {
  readonly format: Format
  readonly asOf: CalendarDate
  /** Left out where every document is one customer's. */
  readonly withCustomer: boolean
}

type Column = GridColumn<DocumentRow>

/** The columns of a list of documents, newest first: it is read page by page, so it cannot be sorted otherwise. */
export function documentColumns({ format, asOf, withCustomer }: DocumentColumnsOptions): readonly Column[] {
  const customer: readonly Column[] = [
    { id: 'customerCode', title: 'Code', width: 88, value: (row) => row.customerCode },
    { id: 'customer', title: 'Customer', width: 160, grow: 2, value: (row) => row.customerName },
  ]
  const columns: readonly Column[] = [
    { id: 'date', title: 'Date', width: 100, value: (row) => row.documentDate, text: dateIn(format, 'documentDate') },
    { id: 'kind', title: 'Kind', width: 92, value: (row) => documentKindName[row.kind] },
    { id: 'number', title: 'Number', width: 116, value: (row) => row.number },
    ...(withCustomer ? customer : []),
    { id: 'reference', title: 'Reference', width: 110, grow: 1, value: (row) => row.reference },
    {
      id: 'due',
      title: 'Due',
      width: 100,
      value: (row) => row.dueDate,
      text: (row) => (row.total < 0 || row.status === 'reversal' ? '' : format.date(row.dueDate)),
    },
    amountColumn('total', 'Total', (row) => row.total),
    {
      ...amountColumn('open', 'Open', (row) => row.open),
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
      title: 'State',
      width: 84,
      value: (row) => documentState(row, asOf),
      cell: (row) => <DocumentStatePill document={row} asOf={asOf} />,
    },
  ]
  return columns.map((column) => ({ ...column, isSortable: false }))
}

/** What is void, or voids, steps back. */
export const documentTone = ({ status }: DocumentRow): RowTone =>
  status === 'void' || status === 'reversal' ? 'muted' : undefined

const dateIn = (format: Format, field: 'documentDate') => (row: DocumentRow) => format.date(row[field])

const amountColumn = (id: string, title: string, amountOf: (row: DocumentRow) => number): Column => ({
  id,
  title,
  width: 108,
  align: 'end',
  value: amountOf,
  cell: (row) => <Figure amount={amountOf(row)} currency={row.currency} />,
})
