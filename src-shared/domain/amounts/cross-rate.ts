import {
  compareRates,
  exchangeRate,
  inCurrency,
  isRateText,
  quoteOf,
  quotedDecimal,
  rateFollowing,
  rateQuoted,
  toBase,
  usualQuote,
  type ExchangeRate,
  type Quote,
} from './exchange-rate.ts'
import { rateBetween, type MinorUnits } from './money.ts'

/**
 * Rates between the currency of an item and that of the money that settles it. As between a foreign currency and the
 * company's own, a quote is direct that counts the money for one of the item's currency.
 */

/** A currency and its rate to the company's own; null while none is known. */
export interface Rated {
  readonly currency: string
  readonly rate: ExchangeRate | null
}

/** Digits of a rate that two others make: enough to be recognised, and the clerk sees what it comes to. */
const DIGITS = 9

/** Minor units of an item that make a rate: as many as both amounts hold. */
const AMOUNTS = [1e12, 1e9, 1e6, 1e4]

/** The rate that follows from two rates to the company's currency, exact where one of both is that. Null while one is not known. */
export function crossRate(item: Rated, money: Rated, baseCurrency: string): ExchangeRate | null {
  if (item.currency === money.currency) return null
  if (money.currency === baseCurrency) return item.rate
  if (money.rate === null) return null
  if (item.currency === baseCurrency) {
    const turned = quoteOf(money.rate) === 'direct' ? 'indirect' : 'direct'
    return rateQuoted(quotedDecimal(money.rate), turned)
  }
  if (item.rate === null) return null
  return throughBase(item.currency, item.rate, money.currency, money.rate, baseCurrency)
}

function throughBase(
  item: string,
  itemRate: ExchangeRate,
  money: string,
  moneyRate: ExchangeRate,
  baseCurrency: string,
): ExchangeRate | null {
  for (const amount of AMOUNTS) {
    try {
      const paid = inCurrency(toBase(amount, item, baseCurrency, itemRate), money, baseCurrency, moneyRate)
      const quote = usualQuote(item, money)
      const text =
        quote === 'direct'
          ? rateBetween(amount, item, paid, money, DIGITS)
          : rateBetween(paid, money, amount, item, DIGITS)
      if (paid > 0 && isRateText(text)) return rateQuoted(text, quote)
    } catch (error: unknown) {
      // Beyond what an amount holds: a smaller one is tried.
      if (!(error instanceof RangeError)) throw error
    }
  }
  return null
}

/** What pays a part of an item at a rate between both. Minor units, rounded half away from zero. */
export const paidAt = (settles: MinorUnits, item: string, money: string, rate: ExchangeRate): MinorUnits =>
  toBase(settles, item, money, rate)

/** What money settles of an item at a rate between both. Minor units, rounded half away from zero. */
export const settledAt = (amount: MinorUnits, item: string, money: string, rate: ExchangeRate): MinorUnits =>
  inCurrency(amount, item, money, rate)

/** The rate that both amounts say, as markets quote the pair; null while one of them is zero or less. */
export function rateOfAmounts(
  settles: { readonly amount: MinorUnits; readonly currency: string },
  paid: { readonly amount: MinorUnits; readonly currency: string },
  quote: Quote = usualQuote(settles.currency, paid.currency),
): ExchangeRate | null {
  if (settles.amount <= 0 || paid.amount <= 0) return null
  try {
    return rateFollowing(settles, paid, quote)
  } catch (error: unknown) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** "1.0845 USD/EUR": how many of the first for one of the second. */
export function crossRateText(rate: ExchangeRate, item: string, money: string): string {
  const [counted, one] = quoteOf(rate) === 'direct' ? [money, item] : [item, money]
  return `${quotedDecimal(rate)} ${counted}/${one}`
}

/** A rate as typed: digits, in the direction that stood there unless the text names another. Null for what is none. */
export function readCrossRate(text: string, item: string, money: string, quote: Quote): ExchangeRate | null {
  const typed = text.trim().toUpperCase()
  const digits = typed.split(/\s/)[0]?.replace(',', '.') ?? ''
  const named: Quote = typed.endsWith(`${money}/${item}`)
    ? 'direct'
    : typed.endsWith(`${item}/${money}`)
      ? 'indirect'
      : quote
  const written = named === 'indirect' ? `1/${digits}` : digits
  return isRateText(written) ? exchangeRate(written) : null
}

/** Whether two rates say the same, whatever their quotes. */
export const isSameRate = (a: ExchangeRate | null, b: ExchangeRate | null): boolean =>
  a === null || b === null ? a === b : compareRates(a, b) === 0
