import { currencyDigits } from './currency.ts'
import { plainCode } from '../text/look-alike.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed, ParseProblem } from '../text/parsed.ts'

/** The signs a clerk types: decimal sign, and what separates thousands ('' when nothing does). */
export type NumberLocale = { readonly decimal: '.' | ','; readonly group: string }

export const digitGroupings = ['thousands', 'indian'] as const
export type DigitGrouping = (typeof digitGroupings)[number]

const GROUP_AT: Readonly<Record<DigitGrouping, RegExp>> = {
  thousands: /\B(?=(\d{3})+$)/g,
  indian: /\B(?=(?:\d{2})*\d{3}$)/g,
}

export type AmountStyle = {
  readonly decimal?: '.' | ','
  readonly group?: string
  readonly negative?: 'minus' | 'parentheses'
  /** Where thousands are set apart: before every third digit, or as in India (1,00,000.00). */
  readonly grouping?: DigitGrouping
  /** Print nothing for zero, as in the empty buckets of an aging. */
  readonly blankZero?: boolean
}

export const DEFAULT_LOCALE: NumberLocale = { decimal: '.', group: ',' }

/** Largest amount the ledger holds, in minor units either side of zero; the database has the same bound. */
export const AMOUNT_MAX = 9e15

/** Quantities, unit prices and percentages keep six digits after the point, as integers of one millionth. */
export const MILLIONTH_DIGITS = 6

const NUMBER_TEXT_LENGTH_MAX = 40

type PlainNumber = { readonly negative: boolean; readonly whole: string; readonly fraction: string }

/**
 * Strict text to minor units of the currency: "1,234.50", "(12.00)", "-3", "3-", "12.", ".5".
 * Refuses more digits than the currency has, misplaced separators and any other sign; nothing is rounded.
 */
export function parseAmount(text: string, currency: string, locale: NumberLocale = DEFAULT_LOCALE): Parsed<number> {
  return parseScaled(text, currencyDigits(currency), currency, locale)
}

/** Text to millionths: "1.25" is 1250000. At most six digits after the point; nothing is rounded. */
export function parseDecimal6(text: string, locale: NumberLocale = DEFAULT_LOCALE): Parsed<number> {
  return parseScaled(text, MILLIONTH_DIGITS, null, locale)
}

/** The same without a bound: exact millionths, however many. */
export function parseMillionths(text: string, locale: NumberLocale = DEFAULT_LOCALE): Parsed<bigint> {
  return parseExact(text, MILLIONTH_DIGITS, null, locale)
}

function parseScaled(text: string, digits: number, currency: string | null, locale: NumberLocale): Parsed<number> {
  const exact = parseExact(text, digits, currency, locale)
  if (!exact.ok) return exact
  const value = Number(exact.value)
  return Math.abs(value) > AMOUNT_MAX ? refused({ kind: 'too_large' }) : parsed(value)
}

function parseExact(text: string, digits: number, currency: string | null, locale: NumberLocale): Parsed<bigint> {
  const number = readNumber(text, locale)
  if (!number.ok) return number
  const { negative, whole, fraction } = number.value
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > digits) return refused({ kind: 'too_many_digits', allowed: digits, currency })
  const value = BigInt(whole + significant.padEnd(digits, '0'))
  return parsed(negative ? -value : value)
}

/** Splits a signed number text into its digits, thousands separators removed. */
function readNumber(text: string, locale: NumberLocale): Parsed<PlainNumber> {
  const trimmed = plainCode(text)
  if (trimmed === '') return refused({ kind: 'empty' })
  if (trimmed.length > NUMBER_TEXT_LENGTH_MAX) return refused({ kind: 'too_long', max: NUMBER_TEXT_LENGTH_MAX })
  const { negative, body } = takeSign(trimmed)
  const at = body.indexOf(locale.decimal)
  const whole = at < 0 ? body : body.slice(0, at)
  const fraction = at < 0 ? '' : body.slice(at + 1)
  const ungrouped = removeGroups(whole, locale.group)
  if (ungrouped === null) return refused({ kind: 'misplaced_group', text: trimmed, group: locale.group })
  if (!/^\d*$/.test(ungrouped) || !/^\d*$/.test(fraction)) return refused(badCharacter(trimmed, ungrouped + fraction))
  if (ungrouped + fraction === '') return refused({ kind: 'not_a_number', text: trimmed })
  return parsed({ negative, whole: ungrouped, fraction })
}

/** One sign only: a minus before or after, or the accountant's parentheses. */
function takeSign(text: string): { readonly negative: boolean; readonly body: string } {
  if (text.startsWith('(') && text.endsWith(')')) return { negative: true, body: text.slice(1, -1).trim() }
  if (/^[-\u2212]/.test(text)) return { negative: true, body: text.slice(1).trimStart() }
  if (/[-\u2212]$/.test(text)) return { negative: true, body: text.slice(0, -1).trimEnd() }
  if (text.startsWith('+')) return { negative: false, body: text.slice(1).trimStart() }
  return { negative: false, body: text }
}

/** The digits without separators, or null when they are not before every third digit, nor as in India (1,00,000). */
function removeGroups(whole: string, group: string): string | null {
  if (group === '' || !whole.includes(group)) return whole
  const parts = whole.split(group)
  return isGrouped(parts, 3) || isGrouped(parts, 2) ? parts.join('') : null
}

/** The last part is always of three digits; those before it are of `size`, the first of one or more. */
const isGrouped = (parts: readonly string[], size: number): boolean =>
  parts.every((part, index) => {
    if (index === 0) return part.length >= 1 && part.length <= size
    return part.length === (index === parts.length - 1 ? 3 : size)
  })

/**
 * An amount whose decimal sign stands before exactly three digits, where the currency has another number of them and a
 * thousand could be written so: "1.500" in USD. Null for every other text. The last zero does not say which is meant.
 */
export function markBeforeThree(text: string, currency: string, locale: NumberLocale): ParseProblem | null {
  const digits = currencyDigits(currency)
  const read = digits === 3 ? null : threeBehindMark(text, locale)
  if (read === null) return null
  const { body, whole, fraction, thousands } = read
  const significant = fraction.replace(/0+$/, '')
  const decimals = significant.length > digits ? null : shortened(whole, fraction.slice(0, digits), locale.decimal)
  return { kind: 'mark_before_three', text: body, thousands, decimals, currency }
}

/** The same of the price of one, which may have more digits than its currency: "1.5" or "1.2340" say that decimals are meant. */
export const priceMarkBeforeThree = (text: string, currency: string, locale: NumberLocale): ParseProblem | null =>
  currencyDigits(currency) === 3 ? null : decimalMarkBeforeThree(text, currency, locale)

/** The same of a quantity: "1.500" in pieces or kilograms. */
export const quantityMarkBeforeThree = (text: string, locale: NumberLocale): ParseProblem | null =>
  decimalMarkBeforeThree(text, null, locale)

function decimalMarkBeforeThree(text: string, currency: string | null, locale: NumberLocale): ParseProblem | null {
  const read = threeBehindMark(text, locale)
  if (read === null) return null
  const { body, whole, fraction, thousands } = read
  const rest = fraction.endsWith('0') ? fraction.replace(/0+$/, '') : `${fraction}0`
  const decimals = shortened(whole, rest, locale.decimal)
  return { kind: 'mark_before_three', text: body, thousands, decimals, currency }
}

/** A percentage with a mark between its thousands: "2,125" where the company writes 2.125. Null for every other text. */
export function percentMarkBeforeThree(text: string, { decimal, group }: NumberLocale): ParseProblem | null {
  if (group !== '.' && group !== ',') return null
  const read = threeBehindMark(text, { decimal: group, group: decimal })
  if (read === null) return null
  return { kind: 'mark_in_percent', text: read.body, decimals: `${read.whole}${decimal}${read.fraction}` }
}

/** A text that reads as a thousand as well as with decimals; null for every other. */
function threeBehindMark(text: string, locale: NumberLocale) {
  if (locale.group === '') return null
  const { body } = takeSign(plainCode(text))
  const [whole = '', fraction = '', ...more] = body.split(locale.decimal)
  if (more.length > 0 || !/^[1-9]\d{0,2}$/.test(whole) || !/^\d{3}$/.test(fraction)) return null
  return { body, whole, fraction, thousands: `${whole}${locale.group}${fraction}` }
}

const shortened = (whole: string, fraction: string, decimal: string): string =>
  fraction === '' ? whole : whole + decimal + fraction

function badCharacter(text: string, body: string): ParseProblem {
  const character = [...body].find((candidate) => !/[\d.,]/.test(candidate))
  return character === undefined ? { kind: 'not_a_number', text } : { kind: 'unexpected_character', character }
}

/**
 * Minor units to text, the same on every machine: 123450 USD is "1,234.50". Default signs are "." and ",", negatives
 * take a minus.
 * @throws RangeError when the amount is not a whole number of minor units, or the currency is unknown.
 */
export function formatAmount(amount: number, currency: string, style: AmountStyle = {}): string {
  const { decimal = '.', group = ',', negative = 'minus', grouping = 'thousands', blankZero = false } = style
  const digits = currencyDigits(currency)
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Amount ${amount} is not a whole number of minor units.`)
  if (amount === 0 && blankZero) return ''
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const grouped = whole.replace(GROUP_AT[grouping], () => group)
  const unsigned = digits === 0 ? grouped : grouped + decimal + text.slice(text.length - digits)
  if (amount >= 0) return unsigned
  return negative === 'parentheses' ? `(${unsigned})` : `-${unsigned}`
}

/** Millionths to the shortest text: 1250000 is "1.25". No thousands separator, so that it can be typed over. */
export function formatDecimal6(millionths: number, decimal: '.' | ',' = '.'): string {
  if (!Number.isSafeInteger(millionths)) throw new RangeError(`${millionths} is not a whole number of millionths.`)
  return formatMillionths(BigInt(millionths), decimal)
}

/** The same for however many. */
export function formatMillionths(millionths: bigint, decimal: '.' | ',' = '.'): string {
  const text = String(millionths < 0n ? -millionths : millionths).padStart(MILLIONTH_DIGITS + 1, '0')
  const fraction = text.slice(-MILLIONTH_DIGITS).replace(/0+$/, '')
  const unsigned = text.slice(0, -MILLIONTH_DIGITS) + (fraction === '' ? '' : decimal + fraction)
  return millionths < 0 ? `-${unsigned}` : unsigned
}
