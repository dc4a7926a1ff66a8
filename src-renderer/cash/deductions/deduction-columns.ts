import { memoText } from '../../../src-shared/refusals.ts'
import type { Deduction } from '../../../src-shared/cash/contract/deductions.ts'
import { amountColumn, dateColumn } from '../../lists/columns.tsx'
import type { Format } from '../../ui/conventions.tsx'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

const currencyOf = ({ currency }: Deduction): string => currency

export const deductionColumns = (format: Format): readonly GridColumn<Deduction>[] => [
  { id: 'customer', title: 'Customer', width: 170, grow: 2, value: (row) => row.customerName },
  { id: 'reason', title: 'Reason', width: 130, grow: 1, value: (row) => row.reason },
  { id: 'invoice', title: 'Invoice', width: 104, value: (row) => row.invoice.number },
  { id: 'receipt', title: 'Receipt', width: 104, value: (row) => row.receipt.number },
  dateColumn({ id: 'date', title: 'Taken' }, format, (row) => row.date),
  { id: 'age', title: 'Days', width: 60, align: 'end', value: (row) => row.daysOld },
  { id: 'memo', title: 'Memo', width: 150, grow: 1, value: memoText },
  amountColumn({ id: 'amount', title: 'Deducted' }, (row) => row.amount, currencyOf),
  amountColumn({ id: 'open', title: 'Open', isPinned: true }, (row) => row.open, currencyOf),
  { id: 'currency', title: 'Currency', width: 74, value: (row) => row.currency },
]
