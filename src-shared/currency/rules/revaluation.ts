import { toBase, type ExchangeRate } from '../../domain/amounts/exchange-rate.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'

/** An item as of the day it is revalued. Minor units, signed as they move the receivable. */
export type RevaluableItem = {
  readonly currency: string
  /** In its own currency; 0 for one settled since it was revalued for the same day. */
  readonly open: MinorUnits
  /** In the company's currency, as the books carry it with what was revalued for the same day before. */
  readonly carried: MinorUnits
}

export type Revalued = {
  readonly atRate: MinorUnits
  /** More is a gain of the company's. */
  readonly difference: MinorUnits
}

/** What is open at another rate, and what the books lack of it. */
export function revalue(
  { currency, open, carried }: RevaluableItem,
  baseCurrency: string,
  rate: ExchangeRate,
): Revalued {
  const atRate = toBase(open, currency, baseCurrency, rate)
  return { atRate, difference: atRate - carried }
}
