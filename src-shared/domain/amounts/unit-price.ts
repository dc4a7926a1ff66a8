import { AMOUNT_MAX, DEFAULT_LOCALE, formatMillionths, MILLIONTH_DIGITS, parseMillionths } from './amount-text.ts'
import type { NumberLocale } from './amount-text.ts'
import { currencyDigits } from './currency.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed } from '../text/parsed.ts'

/**
 * The price of one in whole units of its currency, exact to six digits after the point: millionths as a whole number while
 * AMOUNT_MAX holds them (9,000,000,000 of the unit), decimal text such as "10000000000.5" beyond that. A price has one form
 * only, so that equal prices are equal values.
 */
export type UnitPrice = number | string

const ONE = 10n ** BigInt(MILLIONTH_DIGITS)
const MILLIONTHS_MAX = BigInt(AMOUNT_MAX)
/** No amount is larger than AMOUNT_MAX, in a currency whose minor unit is its unit. */
const PRICE_MAX = MILLIONTHS_MAX * ONE

const PRICE_TEXT = /^(-?)(\d{1,16})(?:\.(\d{1,6}))?$/

/** Exact millionths of a price, beyond what a number holds. */
export function exactMillionths(price: UnitPrice): bigint {
  if (typeof price === 'number') return BigInt(price)
  const [, sign, whole = '0', fraction = ''] = PRICE_TEXT.exec(price) ?? []
  if (sign === undefined) throw new RangeError(`"${price}" is not a unit price.`)
  const exact = BigInt(whole) * ONE + BigInt(fraction.padEnd(MILLIONTH_DIGITS, '0'))
  return sign === '-' ? -exact : exact
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value)

function priceOfMillionths(exact: bigint): UnitPrice {
  return abs(exact) <= MILLIONTHS_MAX ? Number(exact) : formatMillionths(exact)
}

export type PriceProblem = 'bad_price' | 'too_large'

/** Why a value is no unit price; null when it is one, in whatever form. */
export function priceProblem(value: unknown): PriceProblem | null {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'bad_price'
    return Math.abs(value) <= AMOUNT_MAX ? null : 'too_large'
  }
  if (typeof value !== 'string' || !/^-?\d{1,40}(\.\d{1,6})?$/.test(value)) return 'bad_price'
  return PRICE_TEXT.test(value) && abs(exactMillionths(value)) <= PRICE_MAX ? null : 'too_large'
}

/** The one form of a price that `priceProblem` has none with. */
export const unitPriceOf = (value: UnitPrice): UnitPrice => priceOfMillionths(exactMillionths(value))

/** The price of one that costs an amount in minor units of the currency. */
export const priceOfAmount = (amount: number, currency: string): UnitPrice =>
  priceOfMillionths(BigInt(amount) * 10n ** BigInt(MILLIONTH_DIGITS - currencyDigits(currency)))

/**
 * The price of one where so many come to an amount, rounded to its sixth digit; millionths of pieces, more than none. Whether
 * a line of it comes to the amount again is the caller's to see.
 */
export const priceOfEach = (amount: number, currency: string, quantity: number): UnitPrice => {
  const exact = exactMillionths(priceOfAmount(amount, currency)) * ONE
  const pieces = BigInt(quantity)
  return priceOfMillionths(((abs(exact) * 2n + pieces) / (2n * pieces)) * (exact < 0n ? -1n : 1n))
}

/** The price in minor units of the currency, when it has no finer part and is an amount; null else. */
export function amountOfPrice(price: UnitPrice, currency: string): number | null {
  const minorUnit = 10n ** BigInt(MILLIONTH_DIGITS - currencyDigits(currency))
  const exact = exactMillionths(price)
  const amount = exact / minorUnit
  return exact % minorUnit === 0n && abs(amount) <= MILLIONTHS_MAX ? Number(amount) : null
}

/** Text as typed to a price: at most six digits after the point; nothing is rounded. */
export function parseUnitPrice(text: string, locale: NumberLocale = DEFAULT_LOCALE): Parsed<UnitPrice> {
  const exact = parseMillionths(text, locale)
  if (!exact.ok) return exact
  return abs(exact.value) <= PRICE_MAX ? parsed(priceOfMillionths(exact.value)) : refused({ kind: 'too_large' })
}

/** The shortest text: no thousands separator, so that it can be typed over. */
export const formatUnitPrice = (price: UnitPrice, decimal: '.' | ',' = '.'): string =>
  formatMillionths(exactMillionths(price), decimal)
