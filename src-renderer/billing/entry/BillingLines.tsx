import { useMemo, useState } from 'react'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { createRowCache } from '../../entry/row-cache.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { currencyDigits } from '../../../src-shared/domain/amounts/money.ts'
import { figureWidth } from '../../lists/figure-width.ts'
import { isBlankLine, newLine } from './line.ts'
import type { EntryLine } from './line.ts'
import { lineColumns } from './line-columns.ts'
import { lineRows, linesOf } from './line-rows.ts'
import type { LineRow } from './line-rows.ts'
import type { BillingTerms, EntryTotals } from './totals.ts'

const keyOf = (row: LineRow): string => row.key
const newRow = (): LineRow => ({ ...newLine(), net: 0, taxCodeId: null })

export type BillingLinesProps = {
  readonly label: string
  /** Under which the widths of its columns are kept. */
  readonly layoutId: string
  readonly lines: readonly EntryLine[]
  readonly onChange: (lines: readonly EntryLine[]) => void
  readonly terms: BillingTerms
  readonly totals: EntryTotals
  /** Products are priced in the base currency; a document in another one takes no price from them. */
  readonly isForeign: boolean
  readonly offersDiscount: boolean
  readonly errors: FieldErrors
}

/** What is billed. Tab on the last cell of the last line adds one. */
export function BillingLines({ lines, terms, totals, isForeign, offersDiscount, ...props }: BillingLinesProps) {
  const { products, taxCodes, currency } = terms
  const format = useFormat()
  const [keepRow] = useState(() => createRowCache<EntryLine, LineRow>())
  const shown = lineRows(lines, terms, totals, keepRow)
  const digits = currencyDigits(currency)
  const price = figureWidth(
    lines.map(({ unitPrice }) => (unitPrice === null ? '' : format.price(unitPrice, digits))),
    110,
  )
  const net = figureWidth(
    shown.map((row) => format.amount(row.net, currency)),
    112,
  )
  const columns = useMemo(
    () =>
      lineColumns({
        products,
        taxCodes,
        currency,
        pricesApply: !isForeign,
        offersDiscount,
        widths: { price, net },
        format,
      }),
    [products, taxCodes, currency, isForeign, offersDiscount, price, net, format],
  )
  return (
    <EntryGrid
      label={props.label}
      layoutId={props.layoutId}
      rows={shown}
      columns={columns}
      rowKey={keyOf}
      newRow={newRow}
      isBlank={isBlankLine}
      errors={props.errors}
      onChange={(rows) => props.onChange(linesOf(rows, lines))}
    />
  )
}
