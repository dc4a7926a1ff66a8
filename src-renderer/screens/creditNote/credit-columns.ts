import { priceText } from '../../lists/price-text.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import type { CreditRow } from './credit-preview.ts'

type Column = EntryColumn<CreditRow>

/** The invoice's lines, with how much of each is taken back. */
export const creditColumns = (currency: string, format: Format): readonly Column[] => [
  { kind: 'static', id: 'description', title: 'Description', width: 220, grow: 1, text: (row) => row.description },
  figure('invoiced', 'Invoiced', 84, (row) => format.decimal(row.quantity)),
  figure('left', 'Left', 84, (row) => format.decimal(row.left)),
  {
    kind: 'decimal',
    id: 'quantity',
    title: 'Credit',
    width: 100,
    align: 'end',
    quick: true,
    editable: (row) => row.left !== 0,
    value: (row) => row.credited,
    change: (row, credited) => ({ ...row, credited }),
  },
  figure('unitPrice', 'Unit price', 100, (row) => priceText(row.unitPrice, currency, format)),
  figure('discount', 'Discount %', 90, (row) => (row.discountPercent === 0 ? '' : format.decimal(row.discountPercent))),
  { kind: 'static', id: 'tax', title: 'Tax', width: 80, text: (row) => row.taxCode ?? '' },
  { ...figure('net', 'Net', 110, (row) => format.blankZero(row.creditNet, currency)), isPinned: true },
]

const figure = (id: string, title: string, width: number, text: (row: CreditRow) => string): Column => ({
  kind: 'static',
  id,
  title,
  width,
  align: 'end',
  text,
})
