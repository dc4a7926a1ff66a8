import {
  crossRateText,
  paidAt,
  rateOfAmounts,
  readCrossRate,
  settledAt,
} from '../../../src-shared/domain/amounts/cross-rate.ts'
import { quoteOf, usualQuote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { ExchangeRate, Quote } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** An item and the currency of the money that settles it. */
export type Crossed = {
  readonly currency: string
  /** The currency of the money. */
  readonly money: string
  /** The rate between both currencies that counts while none is typed; null within one, and while it is not known. */
  readonly usualRate: ExchangeRate | null
  /** A rate typed between both currencies, until an amount says another; empty without. */
  readonly rate: string
  /** What the money settles, where the item is in another currency; 0 where it is not. */
  readonly settles: MinorUnits
}

/** Money against an item: `paid` in minor units of the money, `settles` of the item. */
export type Crossing = Crossed & { readonly paid: MinorUnits }

/** Whether money of another currency settles the item. */
export const isAcross = ({ currency, money }: Pick<Crossed, 'currency' | 'money'>): boolean => currency !== money

/** The direction in which a rate stands. */
const quoteIn = (crossing: Crossing): Quote => quoteOf(rateIn(crossing) ?? crossing.usualRate ?? fallback(crossing))

/** What stands for the direction alone, where no rate is known. */
const fallback = ({ currency, money }: Crossing): ExchangeRate =>
  (usualQuote(currency, money) === 'direct' ? '1' : '1/1') as ExchangeRate

/** The rate: typed, or as both amounts say it, or the usual one. Null within one currency, and while none is known. */
export function rateIn(crossing: Crossing): ExchangeRate | null {
  if (!isAcross(crossing)) return null
  const { currency, money, usualRate, settles, paid } = crossing
  const typed = crossing.rate === '' ? null : readCrossRate(crossing.rate, currency, money, usualQuote(currency, money))
  if (typed !== null) return typed
  // What the usual rate makes of the item has that rate, not the one its cents come to.
  if (usualRate !== null && paid === paidAt(settles, currency, money, usualRate)) return usualRate
  const quote = usualRate === null ? usualQuote(currency, money) : quoteOf(usualRate)
  return rateOfAmounts({ amount: settles, currency }, { amount: paid, currency: money }, quote) ?? usualRate
}

/** So much of the item settled by money: the money follows the rate; within one currency it is the same. */
export function settling(crossing: Crossing, settles: MinorUnits): Crossing {
  if (!isAcross(crossing)) return { ...crossing, paid: settles }
  const rate = rateIn(crossing)
  const paid =
    settles <= 0 ? 0 : rate === null ? crossing.paid : paidAt(settles, crossing.currency, crossing.money, rate)
  return { ...crossing, settles, paid }
}

/**
 * Money typed between two currencies: what it settles stays and the rate follows; while it settles nothing yet, that
 * follows the rate.
 * @param most what can be settled of the item
 */
export function paying(crossing: Crossing, typed: MinorUnits, most: MinorUnits): Crossing {
  if (typed <= 0) return { ...crossing, paid: typed, settles: 0 }
  const paid = { ...crossing, paid: typed, rate: '' }
  if (crossing.settles > 0) return paid
  const rate = rateIn(crossing)
  const settles = rate === null ? most : Math.min(most, settledAt(typed, crossing.currency, crossing.money, rate))
  return { ...paid, settles }
}

/** A rate typed between both currencies: the money follows. What is none is taken away again. */
export function atRate(crossing: Crossing, typed: string): Crossing {
  const rate = readCrossRate(typed, crossing.currency, crossing.money, quoteIn(crossing))
  if (rate === null) return { ...crossing, rate: '' }
  return settling({ ...crossing, rate: crossRateText(rate, crossing.currency, crossing.money) }, crossing.settles)
}

/** The rate as it stands in a field. */
export function shownRate(crossing: Crossing): string {
  const rate = rateIn(crossing)
  return rate === null ? '' : crossRateText(rate, crossing.currency, crossing.money)
}
