import type { UnidentifiedReceipt } from '../../../src-shared/cash/contract/unidentified-receipts.ts'
import { daysBetween } from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

/** How long the money waits; one dated after the work date does not wait yet. */
export const daysWaiting = (date: CalendarDate, workDate: CalendarDate): number =>
  Math.max(0, daysBetween(date, workDate))

export const unidentifiedColumns = (
  format: Format,
  workDate: CalendarDate,
): readonly GridColumn<UnidentifiedReceipt>[] => [
  { id: 'number', kind: 'code', title: 'Number', width: 104, value: (row) => row.number },
  dateColumn({ id: 'date', title: 'Received' }, format, (row) => row.date),
  {
    id: 'age',
    kind: 'number',
    title: 'Days',
    width: 60,
    align: 'end',
    value: (row) => daysWaiting(row.date, workDate),
  },
  { id: 'payer', kind: 'text', title: 'Payer', width: 180, grow: 2, value: (row) => row.payer },
  { id: 'reference', kind: 'code', title: 'Reference', width: 120, grow: 1, value: (row) => row.reference },
  { id: 'memo', kind: 'text', title: 'Memo', width: 120, grow: 1, value: (row) => row.memo },
  { id: 'account', kind: 'text', title: 'Lies on', width: 190, value: (row) => row.depositAccount },
  amountColumn(
    { id: 'amount', title: 'Amount', width: 120, isPinned: true },
    (row) => row.amount,
    (row) => row.currency,
  ),
  { id: 'currency', kind: 'code', title: 'Currency', width: 74, value: (row) => row.currency },
]
