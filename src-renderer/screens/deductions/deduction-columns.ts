import type { Deduction } from '../../../src-shared/contract/deductions.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

export const deductionColumns = (format: Format): readonly GridColumn<Deduction>[] => [
  { id: 'customer', title: 'Customer', width: 170, grow: 2, value: (row) => row.customerName },
  { id: 'reason', title: 'Reason', width: 130, grow: 1, value: (row) => row.reason },
  { id: 'invoice', title: 'Invoice', width: 104, value: (row) => row.invoice.number },
  { id: 'receipt', title: 'Receipt', width: 104, value: (row) => row.receipt.number },
  { id: 'date', title: 'Taken', width: 108, value: (row) => row.date, text: (row) => format.date(row.date) },
  { id: 'age', title: 'Days', width: 60, align: 'end', value: (row) => row.daysOld },
  { id: 'memo', title: 'Memo', width: 150, grow: 1, value: (row) => row.memo },
  {
    id: 'amount',
    title: 'Deducted',
    width: 108,
    align: 'end',
    value: (row) => row.amount,
    text: (row) => format.amount(row.amount, row.currency),
  },
  {
    id: 'open',
    title: 'Open',
    width: 108,
    align: 'end',
    value: (row) => row.open,
    text: (row) => format.amount(row.open, row.currency),
  },
  { id: 'currency', title: '', width: 48, value: (row) => row.currency },
]
