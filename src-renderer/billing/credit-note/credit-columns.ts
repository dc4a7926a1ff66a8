import type { CreditableInvoiceLine } from '../../../src-shared/billing/contract/credit-notes.ts'
import { figureWidth } from '../../lists/figure-width.ts'
import { priceText } from '../../lists/price-text.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import type { CreditRow } from './credit-preview.ts'

type Column = EntryColumn<CreditRow>

/** The invoice's lines, with how much of each is taken back. */
export const creditColumns = (
  currency: string,
  format: Format,
  lines: readonly CreditableInvoiceLine[],
): readonly Column[] => [
  { kind: 'static', id: 'description', title: 'Description', width: 220, grow: 1, text: (row) => row.description },
  figure('invoiced', 'Invoiced', 84, (row) => format.decimal(row.quantity)),
  figure('left', 'Left', 84, (row) => format.decimal(row.left)),
  {
    kind: 'decimal',
    id: 'quantity',
    of: 'quantity',
    title: 'Credit',
    width: 100,
    align: 'end',
    quick: true,
    editable: (row) => row.left !== 0,
    value: (row) => row.credited,
    change: (row, credited) => ({ ...row, credited }),
  },
  figure(
    'unitPrice',
    'Unit price',
    widthOf(lines, 100, (line) => priceText(line.unitPrice, currency, format)),
    (row) => priceText(row.unitPrice, currency, format),
  ),
  figure('discount', 'Discount %', 90, (row) => (row.discountPercent === 0 ? '' : format.decimal(row.discountPercent))),
  { kind: 'static', id: 'tax', title: 'Tax', width: 80, text: (row) => row.taxCode ?? '' },
  {
    ...figure(
      'net',
      'Net',
      widthOf(lines, 110, (line) => format.amount(line.net, currency)),
      (row) => format.blankZero(row.creditNet, currency),
    ),
    isPinned: true,
  },
]

const widthOf = (
  lines: readonly CreditableInvoiceLine[],
  least: number,
  text: (line: CreditableInvoiceLine) => string,
): number => figureWidth(lines.map(text), least)

const figure = (id: string, title: string, width: number, text: (row: CreditRow) => string): Column => ({
  kind: 'static',
  id,
  title,
  width,
  align: 'end',
  text,
})
