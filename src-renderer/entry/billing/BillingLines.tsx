import { useMemo, useState } from 'react'
import { createKeptRows } from '../kept-rows.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { isBlankLine, newLine } from './line.ts'
import type { EntryLine } from './line.ts'
import { lineColumns } from './line-columns.ts'
import { lineRows, linesOf } from './line-rows.ts'
import type { LineRow } from './line-rows.ts'
import type { BillingState } from './use-billing-entry.ts'

const keyOf = (row: LineRow): string => row.key
const newRow = (): LineRow => ({ ...newLine(), net: 0, taxCodeId: null })

/** What is billed. Tab on the last cell of the last line adds one. */
export function BillingLines({ state }: { readonly state: BillingState }) {
  const { entry, terms, totals, isForeign, change } = state
  const { products, taxCodes, currency } = terms
  const format = useFormat()
  const [keepRow] = useState(() => createKeptRows<EntryLine, LineRow>())
  const columns = useMemo(
    () => lineColumns({ products, taxCodes, currency, pricesApply: !isForeign, format }),
    [products, taxCodes, currency, isForeign, format],
  )
  return (
    <EntryGrid
      label="Invoice lines"
      layoutId="invoice-lines"
      rows={lineRows(entry.lines, terms, totals, keepRow)}
      columns={columns}
      rowKey={keyOf}
      newRow={newRow}
      isBlank={isBlankLine}
      errors={state.errors}
      onChange={(rows) => change({ lines: linesOf(rows, entry.lines) })}
    />
  )
}
