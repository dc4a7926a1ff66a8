import type { Creditable, CreditableInvoiceLine } from '../../../src-shared/contract/creditNotes.ts'
import { creditTotal, decideCredit } from '../../../src-shared/domain/crediting.ts'
import { sum } from '../../../src-shared/domain/money.ts'
import type { Millionths, MinorUnits } from '../../../src-shared/domain/money.ts'
import { wantedOf } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'

/** What the entry will come to, as the ledger will decide it. Minor units, positive for a credit. */
export type CreditPreview = {
  /** What is credited of each line before tax, by line number. */
  readonly netByLine: ReadonlyMap<number, MinorUnits>
  readonly net: MinorUnits
  readonly tax: MinorUnits
  readonly total: MinorUnits
  /** What it settles of the invoice at once, and what the invoice and the credit note then have open. */
  readonly applied: MinorUnits
  readonly invoiceOpen: MinorUnits
  readonly unapplied: MinorUnits
}

const NOTHING = { lines: [], taxes: [] } as const

/** Quantities that cannot be credited count nothing yet; their fields say so. */
export function creditPreview(
  entry: InvoiceCreditEntry,
  creditable: Creditable,
  invoiceOpen: MinorUnits,
): CreditPreview {
  const decision = decideCredit(creditable.lines, creditable.taxes, wantedOf(entry, creditable))
  const credit = decision.ok ? decision.credit : NOTHING
  const total = creditTotal(credit)
  const applied = entry.apply ? Math.max(0, Math.min(total, invoiceOpen)) : 0
  return {
    netByLine: new Map(credit.lines.map(({ lineNo, net }) => [lineNo, net])),
    net: sum(credit.lines.map(({ net }) => net)),
    tax: sum(credit.taxes.map(({ tax }) => tax)),
    total,
    applied,
    invoiceOpen: invoiceOpen - applied,
    unapplied: total - applied,
  }
}

/** A line of the grid: the invoice's, how much of it is credited, and what that comes to. */
export type CreditRow = CreditableInvoiceLine & { readonly credited: Millionths | null; readonly creditNet: MinorUnits }

export const creditRows = (
  entry: InvoiceCreditEntry,
  { lines }: Creditable,
  { netByLine }: CreditPreview,
): readonly CreditRow[] =>
  lines.map((line) => ({
    ...line,
    credited: entry.quantities[line.lineNo] ?? null,
    creditNet: netByLine.get(line.lineNo) ?? 0,
  }))

export const quantitiesOf = (rows: readonly CreditRow[]): InvoiceCreditEntry['quantities'] =>
  Object.fromEntries(rows.map(({ lineNo, credited }) => [String(lineNo), credited]))
