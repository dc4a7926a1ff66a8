import type { ProductRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { currencyDigits } from '../../../src-shared/domain/amounts/money.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { EntryColumn } from '../../ui/grid/entry-column.ts'
import { withProduct } from './line.ts'
import type { LineRow } from './line-rows.ts'
import { findProducts, optionOfProduct } from './product-search.ts'

export type LineColumnsInput = {
  readonly products: readonly ProductRow[]
  readonly taxCodes: readonly TaxCodeRow[]
  readonly currency: string
  /** Products are priced in the base currency; an invoice in another one takes no price from them. */
  readonly pricesApply: boolean
  /** The terms offer an early payment discount: which lines earn it can be said. */
  readonly offersDiscount: boolean
  /** Of prices and of amounts, in px: as wide as the longest. */
  readonly widths: { readonly price: number; readonly net: number }
  readonly format: Format
}

const NO_TAX = ''

/**
 * The columns of an invoice's lines. Without products there is no column for them. Enter passes over what the product has
 * filled in: it goes from the product to the quantity, and on to the next line where there is a price.
 */
export function lineColumns(input: LineColumnsInput): readonly EntryColumn<LineRow>[] {
  return [...(input.products.length === 0 ? [] : [productColumn(input)]), ...textAndFigures(input), ...taxAndNet(input)]
}

const EARNS = 'earns'
const NONE = 'none'

const earnsColumn: EntryColumn<LineRow> = {
  kind: 'select',
  id: 'earnsDiscount',
  title: 'Early discount',
  width: 104,
  options: [
    { value: EARNS, label: 'Earns it' },
    { value: NONE, label: 'Earns none' },
  ],
  value: (row) => (row.earnsDiscount ? EARNS : NONE),
  change: (row, value) => ({ ...row, earnsDiscount: value === EARNS }),
}

const productColumn = ({ products, pricesApply, format }: LineColumnsInput): EntryColumn<LineRow> => ({
  kind: 'picker',
  id: 'product',
  field: 'productId',
  title: 'Product',
  noun: 'product',
  width: 120,
  quick: true,
  value: (row) => row.product,
  change: (row, product) => ({ ...row, ...withProduct(row, product, products, pricesApply) }),
  search: (text) => findProducts(products, text).map((product) => optionOfProduct(product, format)),
})

const textAndFigures = ({ currency, widths }: LineColumnsInput): readonly EntryColumn<LineRow>[] => [
  {
    kind: 'text',
    id: 'description',
    title: 'Description',
    width: 240,
    grow: 1,
    quick: (row) => row.product === null || row.description === '',
    value: (row) => row.description,
    change: (row, description) => ({ ...row, description }),
  },
  {
    kind: 'decimal',
    id: 'quantity',
    of: 'quantity',
    title: 'Quantity',
    width: 90,
    align: 'end',
    quick: true,
    value: (row) => row.quantity,
    change: (row, quantity) => ({ ...row, quantity }),
  },
  {
    kind: 'price',
    id: 'unitPrice',
    title: 'Unit price',
    width: widths.price,
    align: 'end',
    digitsMin: currencyDigits(currency),
    currency,
    quick: (row) => row.product === null || !row.unitPrice,
    value: (row) => row.unitPrice,
    change: (row, unitPrice) => ({ ...row, unitPrice }),
  },
  {
    kind: 'decimal',
    id: 'discountPercent',
    of: 'percent',
    title: 'Discount %',
    width: 90,
    align: 'end',
    value: (row) => row.discountPercent,
    change: (row, discountPercent) => ({ ...row, discountPercent }),
  },
]

const taxAndNet = ({
  taxCodes,
  currency,
  offersDiscount,
  widths,
  format,
}: LineColumnsInput): readonly EntryColumn<LineRow>[] => [
  {
    kind: 'select',
    id: 'taxCode',
    field: 'taxCodeId',
    title: 'Tax',
    width: 110,
    options: [
      { value: NO_TAX, label: 'No code' },
      ...taxCodes.map(({ id, code }) => ({ value: String(id), label: code })),
    ],
    value: (row) => String(row.taxCodeId ?? NO_TAX),
    change: (row, value) => {
      const taxChoice = value === NO_TAX ? null : Number(value)
      return { ...row, taxChoice, taxCodeId: taxChoice }
    },
  },
  ...(offersDiscount ? [earnsColumn] : []),
  {
    kind: 'static',
    id: 'net',
    title: 'Amount',
    width: widths.net,
    align: 'end',
    isPinned: true,
    text: (row) => format.blankZero(row.net, currency),
  },
]
