import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { EntryLine } from './line.ts'
import { taxCodeIdOf } from './totals.ts'
import type { EntryTotals, BillingTerms } from './totals.ts'

/** A line of the grid: what is typed, and what follows from it. */
export type LineRow = EntryLine & {
  /** Minor units, as printed: before tax unless prices include it. */
  readonly net: MinorUnits
  readonly taxCodeId: number | null
}

/** @param keep answers the row made before while it still says the same */
export const lineRows = (
  lines: readonly EntryLine[],
  terms: BillingTerms,
  totals: EntryTotals,
  keep: (line: EntryLine, row: LineRow) => LineRow,
): readonly LineRow[] =>
  lines.map((line, index) =>
    keep(line, {
      ...line,
      net: totals.ok ? (totals.totals.lines[index]?.amount ?? 0) : 0,
      taxCodeId: taxCodeIdOf(line, terms),
    }),
  )

/** The lines typed, as rows; a line that did not change stays the same object. */
export function linesOf(rows: readonly LineRow[], before: readonly EntryLine[]): readonly EntryLine[] {
  const known = new Map(before.map((line) => [line.key, line]))
  return rows.map(({ net: _net, taxCodeId: _taxCodeId, ...line }) => {
    const was = known.get(line.key)
    return was !== undefined && isSameLine(was, line) ? was : line
  })
}

const isSameLine = (a: EntryLine, b: EntryLine): boolean =>
  a.product === b.product &&
  a.description === b.description &&
  a.quantity === b.quantity &&
  a.unitPrice === b.unitPrice &&
  a.discountPercent === b.discountPercent &&
  a.taxChoice === b.taxChoice &&
  a.accountId === b.accountId &&
  a.earnsDiscount === b.earnsDiscount
