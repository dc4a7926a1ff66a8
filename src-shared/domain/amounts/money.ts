import { AmountTooLarge } from './amount-too-large.ts'
import { Decimal } from 'decimal.js'
import { AMOUNT_MAX, DEFAULT_LOCALE, markBeforeThree, parseAmount } from './amount-text.ts'
import type { NumberLocale } from './amount-text.ts'
import { currencyDigits } from './currency.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed, ParseProblem } from '../text/parsed.ts'
import { exactMillionths } from './unit-price.ts'
import type { UnitPrice } from './unit-price.ts'
import { parseSum } from './sum-expression.ts'
import type { SumExpression } from './sum-expression.ts'

export { AmountTooLarge } from './amount-too-large.ts'
export {
  AMOUNT_MAX,
  DEFAULT_LOCALE,
  digitGroupings,
  formatAmount,
  markBeforeThree,
  formatDecimal6,
  parseAmount,
  parseDecimal6,
  percentMarkBeforeThree,
  priceMarkBeforeThree,
  quantityMarkBeforeThree,
} from './amount-text.ts'
export type { AmountStyle, DigitGrouping, NumberLocale } from './amount-text.ts'
export { allocate } from './allocation.ts'
export { currencyDigits, isKnownCurrency, knownCurrencies } from './currency.ts'
export { describeProblem } from '../text/parsed.ts'
export type { Parsed, ParseProblem } from '../text/parsed.ts'
export type { UnitPrice } from './unit-price.ts'

/** A whole number of the currency's minor unit (cents), a safe integer within AMOUNT_MAX either side of zero. */
export type MinorUnits = number

/** A decimal with up to six digits as an integer of one millionth: quantity 1.5 is 1500000, 15 percent is 15000000. */
export type Millionths = number

export type Money = { readonly amount: MinorUnits; readonly currency: string }

/** The number one, and 100 percent, in millionths. */
export const ONE: Millionths = 1_000_000
export const HUNDRED_PERCENT: Millionths = 100_000_000

// 100 digits hold the product of three amounts, and of two rates, exactly; ROUND_HALF_UP of decimal.js rounds half away from zero.
const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP })

// Digits kept before the one rounding, so that 0.01/3*3/2 is the half it means rather than 0.00499...
const DIGITS_BEFORE_ROUNDING = 30

/** Rounds half away from zero to whole minor units. @throws RangeError beyond AMOUNT_MAX. */
function toMinorUnits(exact: Decimal): MinorUnits {
  const rounded = exact.toDecimalPlaces(0)
  return rounded.isZero() ? 0 : checkAmount(rounded.toNumber())
}

/** @throws AmountTooLarge (a RangeError) when it is not a whole number of minor units within AMOUNT_MAX. */
export function checkAmount(amount: MinorUnits): MinorUnits {
  if (Number.isSafeInteger(amount) && Math.abs(amount) <= AMOUNT_MAX) return amount
  throw new AmountTooLarge(`${amount} minor units is not an amount the ledger can hold (whole, at most ${AMOUNT_MAX}).`)
}

/** @throws RangeError beyond AMOUNT_MAX, or when an operand is not an amount. */
export const addChecked = (a: MinorUnits, b: MinorUnits): MinorUnits => checkAmount(checkAmount(a) + checkAmount(b))

/**
 * The exact sum, in whatever order the amounts come: only what all of them come to has to be an amount.
 * @throws AmountTooLarge (a RangeError) when it is beyond AMOUNT_MAX, or when an operand is not an amount.
 */
export function sum(amounts: Iterable<MinorUnits>): MinorUnits {
  let total = 0
  // A running total beyond AMOUNT_MAX may be no exact number any more.
  let beyond = 0n
  for (const amount of amounts) {
    const next = total + checkAmount(amount)
    if (Math.abs(next) <= AMOUNT_MAX) total = next
    else {
      beyond += BigInt(total) + BigInt(amount)
      total = 0
    }
  }
  return beyond === 0n ? total : checkAmount(Number(beyond + BigInt(total)))
}

/**
 * A line's net in minor units: quantity x unit price less the discount, rounded once, half away from zero.
 * Quantity is millionths, the unit price of whole currency units; the discount is a percentage in millionths.
 */
export function lineNet(
  line: { readonly quantity: Millionths; readonly unitPrice: UnitPrice; readonly discountPercent: Millionths },
  currency: string,
): MinorUnits {
  const kept = BigInt(HUNDRED_PERCENT - line.discountPercent)
  const exact = BigInt(line.quantity) * exactMillionths(line.unitPrice) * kept * minorUnitsOfOne(currency)
  return checkAmount(Number(dividedHalfUp(exact, LINE_PARTS)))
}

/** What a line is worked out in: millionths of a quantity, of a price, and of a percentage. */
const LINE_PARTS = BigInt(ONE) * BigInt(ONE) * BigInt(HUNDRED_PERCENT)

const minorUnitsOfOne = (currency: string): bigint => 10n ** BigInt(currencyDigits(currency))

/** Rounded to a whole number, half away from zero. */
const dividedHalfUp = (exact: bigint, by: bigint): bigint =>
  exact < 0n ? -((2n * -exact + by) / (2n * by)) : (2n * exact + by) / (2n * by)

/** The percentage (in millionths: 2 percent is 2000000) of an amount, rounded half away from zero. */
export const percentOf = (amount: MinorUnits, percent: Millionths): MinorUnits =>
  toMinorUnits(new Exact(amount).times(percent).div(HUNDRED_PERCENT))

/** An amount in the proportion of a part to its whole, rounded half away from zero. */
export const inProportion = (amount: MinorUnits, part: MinorUnits, whole: MinorUnits): MinorUnits =>
  toMinorUnits(new Exact(amount).times(part).div(whole))

/** The part of a whole that a percentage on top of the rest makes up: 15 percent within 115 is 15. Half away from zero. */
export const percentWithin = (amount: MinorUnits, percent: Millionths): MinorUnits =>
  toMinorUnits(new Exact(amount).times(percent).div(HUNDRED_PERCENT + percent))

/** A year's days, whatever the year. */
const DAYS_A_YEAR = 365

/**
 * Simple interest: each amount x its days x the rate a year (a percentage in millionths) / 365, added up exactly and
 * rounded once, half away from zero.
 */
export const simpleInterest = (
  parts: readonly { readonly amount: MinorUnits; readonly days: number }[],
  annualRate: Millionths,
): MinorUnits => {
  const amountDays = parts.reduce((total, { amount, days }) => total.plus(new Exact(amount).times(days)), new Exact(0))
  return toMinorUnits(amountDays.times(annualRate).div(HUNDRED_PERCENT).div(DAYS_A_YEAR))
}

/**
 * Mean of days weighted by amounts, to one decimal, half away from zero; null when the amounts come to nothing. Summed as
 * whole numbers, since a customer may have thousands.
 */
export const weightedDays = (
  parts: readonly { readonly amount: MinorUnits; readonly days: number }[],
): number | null => {
  const whole = parts.reduce((total, { amount }) => total + BigInt(amount), 0n)
  if (whole === 0n) return null
  const amountDays = parts.reduce((total, { amount, days }) => total + BigInt(amount) * BigInt(days), 0n)
  return new Exact(String(amountDays)).div(String(whole)).toDecimalPlaces(1).toNumber()
}

/**
 * An exchange rate is positive decimal text such as "1.0845". As many digits as make neither an amount of AMOUNT_MAX nor the
 * other way round lose a minor unit; their product with an amount is exact in the digits kept here.
 */
export const isExchangeRate = (text: string): boolean => /^\d{1,15}(\.\d{1,24})?$/.test(text) && /[1-9]/.test(text)

/** Half away from zero, or down to the most that is not more. */
export type RateRounding = 'half' | 'down'

/**
 * An amount in another currency, rounded to that currency's minor unit.
 * @param rate units of the target currency for one unit of the source, as decimal text
 * @param rounding 'half' is half away from zero; 'down' never comes to more, and to AMOUNT_MAX at most
 * @throws RangeError for a rate that is not positive decimal text, an unknown currency or a result beyond AMOUNT_MAX.
 */
export const convert = (
  amount: MinorUnits,
  fromCurrency: string,
  toCurrency: string,
  rate: string,
  rounding: RateRounding = 'half',
): MinorUnits => roundedTo(scaled(amount, fromCurrency, toCurrency).times(checkRate(rate)), rounding)

/**
 * An amount of one currency in another whose rate is known the other way round, rounded to the other's minor unit.
 * @param rate units of the amount's currency for one unit of the other
 * @param rounding as for convert
 */
export const convertInverse = (
  amount: MinorUnits,
  fromCurrency: string,
  toCurrency: string,
  rate: string,
  rounding: RateRounding = 'half',
): MinorUnits => roundedTo(scaled(amount, fromCurrency, toCurrency).div(checkRate(rate)), rounding)

const scaled = (amount: MinorUnits, fromCurrency: string, toCurrency: string): Decimal =>
  new Exact(checkAmount(amount)).times(new Exact(10).pow(currencyDigits(toCurrency) - currencyDigits(fromCurrency)))

const roundedTo = (exact: Decimal, rounding: RateRounding): MinorUnits =>
  rounding === 'half'
    ? toMinorUnits(exact)
    : Math.min(AMOUNT_MAX, exact.toDecimalPlaces(0, Decimal.ROUND_FLOOR).toNumber())

function checkRate(rate: string): string {
  if (isExchangeRate(rate)) return rate
  throw new RangeError(`Exchange rate "${rate}" is not a positive number of 15 digits before and 24 after the point.`)
}

/** One over a rate, to so many significant digits. */
export const reciprocal = (rate: string, digits: number): string =>
  new Exact(1).div(checkRate(rate)).toSignificantDigits(digits).toFixed()

/** Units of a second currency for one of the first when two amounts are worth the same, to so many significant digits. */
export const rateBetween = (
  amount: MinorUnits,
  currency: string,
  otherAmount: MinorUnits,
  otherCurrency: string,
  digits: number,
): string => scaled(otherAmount, otherCurrency, currency).div(checkAmount(amount)).toSignificantDigits(digits).toFixed()

/** Compares a/b with c/d exactly: decimal texts, b and d more than zero. */
export const compareFractions = (
  [a, b]: readonly [over: string, under: string],
  [c, d]: readonly [over: string, under: string],
): number => new Exact(a).times(d).comparedTo(new Exact(c).times(b))

/** Whether a/b is more than half and less than twice c/d: decimal texts, all more than zero. */
export const isWithinTwice = (
  [a, b]: readonly [over: string, under: string],
  [c, d]: readonly [over: string, under: string],
): boolean => {
  const ratio = new Exact(a).times(d).div(new Exact(b).times(c))
  return ratio.gt(0.5) && ratio.lt(2)
}

/**
 * The adding machine: `12*3+5` in an amount field, to minor units, rounded once at the end, half away from zero.
 * After + or - a percentage is of what stands before it (200+18% is 236), elsewhere a hundredth (200*18% is 36).
 * A mark before three digits that the company does not write so is asked about.
 * A text that is a plain amount is read as parseAmount reads it, so "(12.00)" is minus 12; but "12-" is an unfinished sum.
 */
export function evaluateSum(text: string, currency: string, locale: NumberLocale = DEFAULT_LOCALE): Parsed<MinorUnits> {
  const asked = markBeforeThree(text, currency, locale)
  if (asked !== null) return refused(asked)
  const plain = parseAmount(text, currency, locale)
  if (plain.ok ? !/[-\u2212]\s*$/.test(text) : isFinal(plain.reason)) return plain
  const expression = parseSum(text, locale)
  if (!expression.ok) return expression
  const doubtful = doubtfulTerm(expression.value, currency, locale)
  if (doubtful !== null) return refused(doubtful)
  const result = workOut(expression.value)
  if (!result.isFinite()) return refused({ kind: 'division_by_zero' })
  const exact = result.times(new Exact(10).pow(currencyDigits(currency))).toDecimalPlaces(DIGITS_BEFORE_ROUNDING)
  if (exact.abs().gt(AMOUNT_MAX)) return refused({ kind: 'too_large' })
  return parsed(toMinorUnits(exact))
}

/** A plain amount that is refused for its digits is no sum either. */
const isFinal = (reason: ParseProblem): boolean =>
  reason.kind === 'too_many_digits' || (reason.kind === 'misplaced_group' && /^[\d.,]*$/.test(reason.text))

/**
 * The first term of a sum that has its mark before three digits. What is multiplied or divided may be a factor, such as a
 * rate of 1.075; but nobody types a factor of 1.500.
 */
function doubtfulTerm(
  expression: SumExpression,
  currency: string,
  locale: NumberLocale,
  isFactor = false,
): ParseProblem | null {
  switch (expression.kind) {
    case 'number': {
      const text = expression.decimal.replace('.', locale.decimal)
      return isFactor && !text.endsWith('0') ? null : markBeforeThree(text, currency, locale)
    }
    case 'percent':
      return null
    case 'negate':
      return doubtfulTerm(expression.operand, currency, locale, isFactor)
    case 'operation': {
      const isProduct = isFactor || expression.sign === '*' || expression.sign === '/'
      return (
        doubtfulTerm(expression.left, currency, locale, isProduct) ??
        doubtfulTerm(expression.right, currency, locale, isProduct)
      )
    }
  }
}

/** The value of a sum; not finite when it divides by zero anywhere. */
function workOut(expression: SumExpression): Decimal {
  switch (expression.kind) {
    case 'number':
      return new Exact(expression.decimal)
    case 'negate':
      return workOut(expression.operand).negated()
    case 'percent':
      return workOut(expression.operand).div(100)
    case 'operation':
      return operate(expression)
  }
}

function operate({ sign, left, right }: Extract<SumExpression, { kind: 'operation' }>): Decimal {
  const a = workOut(left)
  const b = workOut(right)
  switch (sign) {
    case '+':
      return a.plus(right.kind === 'percent' ? a.times(b) : b)
    case '-':
      return a.minus(right.kind === 'percent' ? a.times(b) : b)
    case '*':
      return a.times(b)
    case '/':
      return b.isZero() ? new Exact(Number.NaN) : a.div(b)
  }
}
