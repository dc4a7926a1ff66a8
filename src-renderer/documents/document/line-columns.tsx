import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { figureWidth } from '../../lists/figure-width.ts'
import { priceText } from '../../lists/price-text.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { BilledLine } from './billed.ts'
import { formatDecimal6, type Millionths } from '../../../src-shared/domain/amounts/money.ts'
import { formatUnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { GridColumn } from '../../ui/grid/grid-column.ts'

type Column = GridColumn<BilledLine>

/** What was billed, in the order it was entered. */
export function documentLineColumns(
  format: Format,
  { currency, offeredDiscount, lines }: Pick<DocumentView, 'currency' | 'offeredDiscount' | 'lines'>,
  printed: readonly BilledLine[],
  includesTax: boolean,
): readonly Column[] {
  const priceOf = (line: BilledLine): string => (line.quantity === 0 ? '' : priceText(line.unitPrice, currency, format))
  const amountOf = (line: BilledLine): string => format.amount(line.amount, currency)
  const saysWhatEarns = offeredDiscount !== null && lines.some(({ earnsDiscount }) => !earnsDiscount)
  const columns: readonly Column[] = [
    { id: 'product', kind: 'code', title: 'Product', width: 110, value: (line) => line.productCode ?? '' },
    { id: 'description', kind: 'text', title: 'Description', width: 200, grow: 1, value: (line) => line.description },
    millionthsColumn('quantity', 'Quantity', format, ({ quantity }) => quantity),
    decimalColumn('unitPrice', 'Unit price', figureWidth(printed.map(priceOf), 96), priceOf, (line) =>
      line.quantity === 0 ? '' : formatUnitPrice(line.unitPrice),
    ),
    millionthsColumn('discount', 'Discount %', format, ({ discountPercent }) => discountPercent),
    { id: 'tax', kind: 'code', title: 'Tax', width: 74, value: (line) => line.taxCode ?? '' },
    ...(saysWhatEarns ? [earnsColumn] : []),
    { id: 'account', kind: 'code', title: 'Account', width: 74, value: (line) => line.accountCode },
    {
      id: 'net',
      kind: 'amount',
      currency: () => currency,
      title: includesTax ? 'With tax' : 'Net',
      width: figureWidth(printed.map(amountOf), 110),
      align: 'end',
      value: (line) => line.amount,
      text: amountOf,
      isPinned: true,
    },
  ]
  return columns.map((column) => ({ ...column, isSortable: false }))
}

const earnsColumn: Column = {
  id: 'earnsDiscount',
  kind: 'choice',
  title: 'Early discount',
  width: 104,
  value: (line) => (line.earnsDiscount ? 'Earns it' : 'Earns none'),
}

/** Nothing for zero. */
const millionthsColumn = (id: string, title: string, format: Format, of: (line: BilledLine) => Millionths): Column =>
  decimalColumn(
    id,
    title,
    84,
    (line) => (of(line) === 0 ? '' : format.decimal(of(line))),
    (line) => (of(line) === 0 ? '' : formatDecimal6(of(line))),
  )

const decimalColumn = (
  id: string,
  title: string,
  width: number,
  text: (line: BilledLine) => string,
  figure: (line: BilledLine) => string,
): Column => ({
  id,
  kind: 'number',
  title,
  width,
  align: 'end',
  value: (line) => line.lineNo,
  text,
  figure,
})
