import { useMemo, useState } from 'react'
import type { FieldErrors } from '../field-errors.ts'
import { createKeptRows } from '../kept-rows.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
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
  const [keepRow] = useState(() => createKeptRows<EntryLine, LineRow>())
  const columns = useMemo(
    () => lineColumns({ products, taxCodes, currency, pricesApply: !isForeign, offersDiscount, format }),
    [products, taxCodes, currency, isForeign, offersDiscount, format],
  )
  return (
    <EntryGrid
      label={props.label}
      layoutId={props.layoutId}
      rows={lineRows(lines, terms, totals, keepRow)}
      columns={columns}
      rowKey={keyOf}
      newRow={newRow}
      isBlank={isBlankLine}
      errors={props.errors}
      onChange={(rows) => props.onChange(linesOf(rows, lines))}
    />
  )
}
