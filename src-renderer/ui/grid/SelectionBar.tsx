import { addChecked } from '../../../src-shared/domain/amounts/money.ts'
import { useFormat } from '../conventions.tsx'
import type { GridColumn } from './grid-column.ts'
import css from './grid.module.css'

export type SelectionBarProps<Row> = {
  readonly rows: readonly Row[]
  readonly columns: readonly GridColumn<Row>[]
}

/** How many rows are ticked and what their amounts come to, each currency for itself. */
export function SelectionBar<Row>({ rows, columns }: SelectionBarProps<Row>) {
  const format = useFormat()
  if (rows.length < 2) return null
  return (
    <div className={css.selection} role="status" aria-label="Of the rows ticked">
      <b>{rows.length} rows ticked</b>
      {amountTotals(rows, columns).map(({ id, title, sums }) => (
        <span key={id}>
          {title} {sums.map(({ currency, amount }) => `${currency} ${format.amount(amount, currency)}`).join(', ')}
        </span>
      ))}
    </div>
  )
}

/** What the amounts of a column come to in each currency, by its code, in minor units. */
export type ColumnTotal = {
  readonly id: string
  readonly title: string
  readonly sums: readonly { readonly currency: string; readonly amount: number }[]
}

/**
 * The totals of every column of amounts.
 * @throws AmountTooLarge when they add up to more than the ledger can hold
 */
export function amountTotals<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[]): readonly ColumnTotal[] {
  return columns.flatMap((column) => {
    if (column.kind !== 'amount') return []
    const sums = new Map<string, number>()
    for (const row of rows) {
      if (column.isBlank?.(row) === true) continue
      const currency = column.currency(row)
      sums.set(currency, addChecked(sums.get(currency) ?? 0, Number(column.value(row))))
    }
    const ordered = [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
    return [{ id: column.id, title: column.title, sums: ordered.map(([currency, amount]) => ({ currency, amount })) }]
  })
}
