import type { Creditable, CreditableInvoiceLine } from '../../../src-shared/billing/contract/credit-notes.ts'
import { creditRounding } from '../../../src-shared/domain/amounts/cash-rounding.ts'
import {
  billedParts,
  creditedParts,
  decideInvoiceCredit,
  leftToCredit,
} from '../../../src-shared/ledger/rules/crediting/invoice-credit.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { partsTotal, standing } from '../../../src-shared/ledger/rules/settlement/reductions.ts'
import type { TaxedParts } from '../../../src-shared/ledger/rules/settlement/reductions.ts'
import { reductionName } from '../../../src-shared/ledger/rules/settlement/reduction-text.ts'
import type { Millionths, MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { wantedLines } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'

/** What the entry will come to, as the ledger will decide it. Minor units, positive for a credit. */
export type CreditPreview = {
  /** What is credited of each line before tax, by line number. */
  readonly netByLine: ReadonlyMap<number, MinorUnits>
  readonly net: MinorUnits
  readonly tax: MinorUnits
  /** What it takes back of discounts and the like, tax included: so much less is given back. */
  readonly lessReductions: MinorUnits
  /** To the smallest coin; in the total. */
  readonly rounding: MinorUnits
  readonly total: MinorUnits
  /** What it settles of the invoice at once, and what the invoice and the credit note then have open. */
  readonly applied: MinorUnits
  readonly invoiceOpen: MinorUnits
  readonly unapplied: MinorUnits
}

const NOTHING = {
  lines: [],
  taxes: [],
  reductions: [],
  gross: 0,
  total: 0,
  isAll: false,
  discountableLeft: null,
} as const

/** Quantities that cannot be credited count nothing yet; their fields say so. */
export function creditPreview(
  entry: InvoiceCreditEntry,
  creditable: Creditable,
  invoiceOpen: MinorUnits,
): CreditPreview {
  const decision = decideInvoiceCredit(creditable, wantedLines(entry, creditable))
  const { lines, taxes, reductions, gross, isAll, ...credit } = decision.ok ? decision.credit : NOTHING
  const rounding = decision.ok ? creditRounding(creditable.rounding, credit.total, isAll) : 0
  const total = credit.total + rounding
  const applied = entry.apply ? Math.max(0, Math.min(total, invoiceOpen)) : 0
  const net = sum(lines.map((line) => line.net))
  const onTaxes = sum(reductions.map((back) => sum(back.taxes)))
  return {
    netByLine: new Map(lines.map((line) => [line.lineNo, line.net])),
    net,
    tax: sum([...taxes.map(({ tax }) => tax), onTaxes]),
    lessReductions: gross - credit.total,
    rounding,
    total,
    applied,
    invoiceOpen: invoiceOpen - applied,
    unapplied: total - applied,
  }
}

/** A step of how much is left to credit: what was billed, and what went off it. Minor units, tax included and of it. */
export type CreditStep = { readonly label: string; readonly amount: MinorUnits; readonly tax: MinorUnits }

/** How what is left to credit comes about. What was given away stands as far as no credit note took it back. */
export function creditSteps(creditable: Creditable): readonly CreditStep[] {
  const step = (label: string, parts: TaxedParts, sign: 1 | -1 = 1): CreditStep => ({
    label,
    amount: sign === 1 ? partsTotal(parts) : 0 - partsTotal(parts),
    tax: sign === 1 ? sum(parts.taxes) : 0 - sum(parts.taxes),
  })
  const credited = creditedParts(creditable)
  const rounding = creditable.rounding.rounding - creditable.rounding.creditedRounding
  const left = leftToCredit(creditable)
  const given = new Map<string, CreditStep>()
  for (const reduction of creditable.reductions) {
    const { label, amount, tax } = step(reductionName(reduction), standing(reduction), -1)
    const before = given.get(label) ?? { label, amount: 0, tax: 0 }
    given.set(label, { label, amount: before.amount + amount, tax: before.tax + tax })
  }
  return [
    step('Billed', billedParts(creditable)),
    ...(partsTotal(credited) === 0 ? [] : [step('Credited before', credited, -1)]),
    ...[...given.values()].filter(({ amount }) => amount !== 0),
    ...(rounding === 0 ? [] : [{ label: 'Rounding', amount: rounding, tax: 0 }]),
    step('Left to credit', { ...left, net: left.net + rounding }),
  ]
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
