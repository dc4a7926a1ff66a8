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
