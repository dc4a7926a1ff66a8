import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { EntryLine } from './line.ts'
import { taxCodeIdOf } from './totals.ts'
import type { EntryTotals, InvoiceTerms } from './totals.ts'

/** A line of the grid: what is typed, and what follows from it. */
export type LineRow = EntryLine & {
  /** Minor units, as printed: before tax unless prices include it. */
  readonly net: MinorUnits
  readonly taxCodeId: number | null
}

export const lineRows = (lines: readonly EntryLine[], terms: InvoiceTerms, totals: EntryTotals): readonly LineRow[] =>
  lines.map((line, index) => ({
    ...line,
    net: totals.ok ? (totals.totals.lines[index]?.amount ?? 0) : 0,
    taxCodeId: taxCodeIdOf(line, terms),
  }))

export const linesOf = (rows: readonly LineRow[]): readonly EntryLine[] =>
  rows.map(({ net: _net, taxCodeId: _taxCodeId, ...line }) => line)
