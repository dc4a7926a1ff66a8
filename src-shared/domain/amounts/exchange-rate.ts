import { addDaysWithin, type CalendarDate } from '../dates/calendar.ts'
import {
  AMOUNT_MAX,
  compareFractions,
  convert,
  convertInverse,
  isExchangeRate,
  isWithinTwice,
  rateBetween,
  reciprocal,
  type MinorUnits,
} from './money.ts'

declare const opaque: unique symbol

/**
 * A rate as people quote it, as text: "1.0845" is base currency for one unit of another (a direct quote), "1/26315" is
 * units of the other for one of the base currency (an indirect one). It is kept as it was quoted, since one over a rate
 * has no last digit; only the functions of this file look inside. No zeros that say nothing, so equal text is an equal quote.
 */
export type ExchangeRate = string & { readonly [opaque]: 'ExchangeRate' }

/** Which currency a quote counts one unit of: of the other (direct) or of the company's own (indirect). */
export type Quote = 'direct' | 'indirect'
export const quotes = ['direct', 'indirect'] as const satisfies readonly Quote[]

const ONE_OVER = '1/'

/** 15 digits before and 24 after the point, and what says the direction. */
export const RATE_TEXT_MAX = 42

/** What an amount in the company's own currency is at. */
export const RATE_ONE = '1' as ExchangeRate

/** Whether a text is a rate of either quote: a positive decimal, "1/" before an indirect one. */
export const isRateText = (text: string): boolean => isExchangeRate(decimalIn(text))

/** @throws RangeError for a text that is no rate. */
export function exchangeRate(text: string): ExchangeRate {
  if (!isRateText(text)) throw new RangeError(`"${text}" is not an exchange rate.`)
  const [whole = '', fraction = ''] = decimalIn(text).split('.')
  const digits = fraction.replace(/0+$/, '')
  const shortest = (whole.replace(/^0+(?=\d)/, '') || '0') + (digits === '' ? '' : `.${digits}`)
  return (isIndirect(text) ? ONE_OVER + shortest : shortest) as ExchangeRate
}

/** A decimal as a rate of a quote. @throws RangeError for one that is not positive. */
export const rateQuoted = (decimal: string, quote: Quote): ExchangeRate =>
  exchangeRate(quote === 'indirect' ? ONE_OVER + decimal : decimal)

const isIndirect = (text: string): boolean => text.startsWith(ONE_OVER)
const decimalIn = (text: string): string => (isIndirect(text) ? text.slice(ONE_OVER.length) : text)

export const quoteOf = (rate: ExchangeRate): Quote => (isIndirect(rate) ? 'indirect' : 'direct')

/** The digits as quoted, such as 26315. */
export const quotedDecimal = (rate: ExchangeRate): string => decimalIn(rate)

/** Significant digits of the other way round: enough to be recognised, for the eye alone. */
const DIGITS_SHOWN = 8

/** The same rate the other way round, about. */
export const otherWayRound = (rate: ExchangeRate): string => reciprocal(decimalIn(rate), DIGITS_SHOWN)

/** A rate as it stands in a field: a zero more where three digits after the point could be taken for thousands. */
export const rateToType = (rate: ExchangeRate): string =>
  /^[1-9]\d{0,2}\.\d{3}$/.test(decimalIn(rate)) ? `${rate}0` : rate

/** What a quote counts: "USD for one EUR". */
export const quoteLabel = (quote: Quote, currency: string, baseCurrency: string): string =>
  quote === 'direct' ? `${baseCurrency} for one ${currency}` : `${currency} for one ${baseCurrency}`

export const otherQuote = (quote: Quote): Quote => (quote === 'direct' ? 'indirect' : 'direct')

/** For a sentence: "52", or "26315 VND for one USD" where the company's currency is the one. */
export const rateInWords = (rate: ExchangeRate, currency: string, baseCurrency: string): string =>
  isIndirect(rate) ? `${decimalIn(rate)} ${quoteLabel('indirect', currency, baseCurrency)}` : rate

/** The currencies that markets count one unit of, the first of a pair's that stands here. */
const ONE_UNIT_OF = ['EUR', 'GBP', 'AUD', 'NZD', 'USD']

/** How markets quote a pair; other pairs are quoted directly. */
export function usualQuote(currency: string, baseCurrency: string): Quote {
  const first = ONE_UNIT_OF.find((code) => code === currency || code === baseCurrency)
  return first === baseCurrency && currency !== baseCurrency ? 'indirect' : 'direct'
}

/** The quote of a currency: the company's setting, or else how markets quote it. */
export const quoteFor = (
  settings: readonly { readonly currency: string; readonly quote: Quote }[],
  currency: string,
  baseCurrency: string,
): Quote => settings.find((one) => one.currency === currency)?.quote ?? usualQuote(currency, baseCurrency)

/** An amount of another currency in the company's, rounded half away from zero. Minor units. */
export const toBase = (amount: MinorUnits, currency: string, baseCurrency: string, rate: ExchangeRate): MinorUnits => {
  if (currency === baseCurrency) return amount
  return isIndirect(rate)
    ? convertInverse(amount, currency, baseCurrency, decimalIn(rate))
    : convert(amount, currency, baseCurrency, decimalIn(rate))
}

/** An amount of the company's currency in another, rounded half away from zero. Minor units. */
export const inCurrency = (
  amount: MinorUnits,
  currency: string,
  baseCurrency: string,
  rate: ExchangeRate,
): MinorUnits => {
  if (currency === baseCurrency) return amount
  return isIndirect(rate)
    ? convert(amount, baseCurrency, currency, decimalIn(rate))
    : convertInverse(amount, baseCurrency, currency, decimalIn(rate))
}

/** The most of another currency that is worth no more than an amount of the company's, at most what is held. Minor units. */
export const fromBase = (
  amount: MinorUnits,
  currency: string,
  baseCurrency: string,
  rate: ExchangeRate,
): MinorUnits => {
  if (currency === baseCurrency) return amount
  return isIndirect(rate)
    ? convert(amount, baseCurrency, currency, decimalIn(rate), 'down')
    : convertInverse(amount, baseCurrency, currency, decimalIn(rate), 'down')
}

/**
 * The rate that follows from an amount and what it came to in the company's currency, with as few digits as give exactly
 * that (six at least, where it has as many). Both positive minor units.
 * @throws RangeError when either is zero or less, or no rate of the digits there are gives it.
 */
export function rateFollowing(
  { amount, currency }: { readonly amount: MinorUnits; readonly currency: string },
  { amount: baseAmount, currency: baseCurrency }: { readonly amount: MinorUnits; readonly currency: string },
  quote: Quote,
): ExchangeRate {
  if (amount <= 0 || baseAmount <= 0) throw new RangeError('A rate follows from two amounts that are more than zero.')
  // Fewer digits of an amount near the bound might come to more than the ledger holds.
  for (let digits = baseAmount > AMOUNT_MAX / 2 ? 17 : 6; digits <= 24; digits += 1) {
    const text =
      quote === 'direct'
        ? rateBetween(amount, currency, baseAmount, baseCurrency, digits)
        : rateBetween(baseAmount, baseCurrency, amount, currency, digits)
    if (!isExchangeRate(text)) continue
    const rate = rateQuoted(text, quote)
    if (toBase(amount, currency, baseCurrency, rate) === baseAmount) return rate
  }
  throw new RangeError(`No exchange rate makes ${amount} ${currency} come to ${baseAmount} ${baseCurrency}.`)
}

const asFraction = (rate: ExchangeRate): readonly [over: string, under: string] =>
  isIndirect(rate) ? ['1', decimalIn(rate)] : [rate, '1']

/** Less than zero when a unit of the other currency is worth less at the first rate, whatever their quotes. */
export const compareRates = (a: ExchangeRate, b: ExchangeRate): number => compareFractions(asFraction(a), asFraction(b))

/** Whether two rates of a currency are of the same order: what is twice as much counts something else. */
export const isNearRate = (a: ExchangeRate, b: ExchangeRate): boolean => isWithinTwice(asFraction(a), asFraction(b))

/** The rate a unit of the other currency is worth most at. */
export const highestRate = (first: ExchangeRate, others: readonly ExchangeRate[]): ExchangeRate =>
  others.reduce((highest, rate) => (compareRates(rate, highest) > 0 ? rate : highest), first)

/** A rate of a week ago is a guess: the clerk is told how old it is. */
const DAYS_FRESH = 7

/** Whether a rate of one day is too old to be taken for another without a word. */
export const isOldRate = (rateDate: CalendarDate, date: CalendarDate): boolean =>
  rateDate < addDaysWithin(date, -DAYS_FRESH)
