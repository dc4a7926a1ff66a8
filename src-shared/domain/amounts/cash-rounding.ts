import type { MinorUnits } from './money.ts'

/**
 * What is rounded to the smallest coin: nothing; what is paid in cash (Canada, Australia, Sweden); or the total of every
 * document (Switzerland).
 */
export type CashRounding = 'off' | 'cash' | 'document'

/** How a company rounds to the smallest coin; the step is in minor units of its currency. */
export type CashRoundingRule = { readonly cashRounding: CashRounding; readonly cashRoundingStep: MinorUnits }

/** The nearest multiple of a step, half away from zero. Minor units. */
export function toNearest(amount: MinorUnits, step: MinorUnits): MinorUnits {
  const over = amount % step
  if (2 * Math.abs(over) < step) return amount - over
  return amount - over + (amount < 0 ? -step : step)
}

/** What is added to an amount so that coins can pay it: -2 to 10.02, 2 to 10.03, where the step is 0.05. */
export const roundingOf = (amount: MinorUnits, step: MinorUnits): MinorUnits => toNearest(amount, step) - amount

/** The step a document's total is rounded to; null where totals are not, as in a currency that is not the company's. */
export const documentStep = (
  { cashRounding, cashRoundingStep }: CashRoundingRule,
  currency: string,
  baseCurrency: string,
): MinorUnits | null => (cashRounding === 'document' && currency === baseCurrency ? cashRoundingStep : null)

/** What a document's total is rounded by. */
export const documentRounding = (
  total: MinorUnits,
  rule: CashRoundingRule,
  currency: string,
  baseCurrency: string,
): MinorUnits => {
  const step = documentStep(rule, currency, baseCurrency)
  return step === null ? 0 : roundingOf(total, step)
}

/** How the roundings of a document and of its credit notes stand. In the document's own sign. */
export type RoundingStanding = {
  /** Of the document, its rounding included. */
  readonly total: MinorUnits
  readonly rounding: MinorUnits
  /** What credit notes took back, their roundings included; and these. */
  readonly credited: MinorUnits
  readonly creditedRounding: MinorUnits
  /** What totals are rounded to now; null where they are not. */
  readonly step: MinorUnits | null
}

/**
 * What a credit note for lines of a document is rounded by: what all that was credited comes to is rounded, so that pieces
 * come to the same as the whole, and the last takes back what is left of the document's rounding. A document that was not
 * rounded itself is credited as it was billed.
 * @param now what the note comes to before rounding
 * @param isAll whether nothing of the document is left after it
 */
export function creditRounding(document: RoundingStanding, now: MinorUnits, isAll: boolean): MinorUnits {
  const { total, rounding, credited, creditedRounding, step } = document
  if (!isAll && (step === null || total % step !== 0)) return 0
  const reached = isAll || step === null ? rounding : roundingOf(credited - creditedRounding + now, step)
  const added = reached - creditedRounding
  const isWithin = now + added >= 0 && credited + now + added <= total
  return isWithin ? added : 0
}

/** Why cash cannot be rounded as it was entered. Minor units. */
export type CashRoundingProblem =
  | { readonly kind: 'off' | 'not_cash' | 'not_base' }
  | { readonly kind: 'no_coins'; readonly step: MinorUnits }
  | { readonly kind: 'not_nearest'; readonly settled: MinorUnits; readonly nearest: MinorUnits }

/** Cash as it is received or paid back, for what it settles. */
export type RoundedCash = {
  readonly rule: CashRoundingRule
  readonly isCash: boolean
  readonly isBaseCurrency: boolean
  readonly money: MinorUnits
  readonly settled: MinorUnits
}

/** Cash is what the smallest coin makes of what it settles, and nothing else is rounded. */
export function problemOfCash({
  rule,
  isCash,
  isBaseCurrency,
  money,
  settled,
}: RoundedCash): CashRoundingProblem | null {
  if (rule.cashRounding !== 'cash') return { kind: 'off' }
  if (!isCash) return { kind: 'not_cash' }
  if (!isBaseCurrency) return { kind: 'not_base' }
  if (money % rule.cashRoundingStep !== 0) return { kind: 'no_coins', step: rule.cashRoundingStep }
  const nearest = toNearest(settled, rule.cashRoundingStep)
  return nearest === money ? null : { kind: 'not_nearest', settled, nearest }
}

/**
 * What the money differs by from what it settles, where coins explain it; 0 where they do not, and the difference is left
 * unapplied or is too little.
 */
export const cashRoundingOf = (cash: RoundedCash): MinorUnits =>
  cash.money === cash.settled || problemOfCash(cash) !== null ? 0 : cash.money - cash.settled
