import { plainCode } from '../text/look-alike.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed } from '../text/parsed.ts'
import type { NumberLocale } from './amount-text.ts'
import { currencyDigits, isKnownCurrency } from './currency.ts'

/** Currency signs that stand for these currencies and no others. Any other sign may be of any currency. */
const CURRENCIES_OF_SIGN: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'TWD', 'ARS', 'CLP', 'COP', 'BRL'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'GIP', 'FKP', 'SHP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  '₩': ['KRW', 'KPW'],
}

const SIGN = String.raw`[A-Z]{3}|[A-Z]{1,2}\p{Sc}|\p{Sc}`
const LEADING_SIGN = new RegExp(`^(${SIGN})\\s*`, 'u')
const TRAILING_SIGN = new RegExp(`\\s*(${SIGN})$`, 'u')
const MINUS = /^[-\u2212\u2013]\s*|\s*[-\u2212\u2013]$/u
/** A minus at the end: a sum that is still being typed. */
const UNFINISHED = /[-\u2212\u2013]\s*$/u
const NUMBER = /^\d[\d.,'\u2019\s]*$|^[.,]\d+$/u
const SPACES_AND_APOSTROPHES = /['\u2019\s]/gu

type Stripped = { readonly body: string; readonly isNegative: boolean; readonly sign: string | null }

/**
 * An amount as another program, a bank or a letter writes it, in the way this company types it: "$1,234.50" and
 * "1.234,50 EUR" become "1234.50" where the decimal sign is a point, "(12.00)" becomes "-12.00". Any other text, a sum
 * among them, comes back as it is. Nothing is guessed: a bare number with one kind of mark is left alone, and where the only
 * mark stands before three digits, it is read as the company itself writes it. An amount that names another currency than the
 * field's is refused.
 * @param currency of the field; null where it takes a plain number
 */
export function asTypedHere(text: string, currency: string | null, locale: NumberLocale): Parsed<string> {
  const { body, isNegative, sign } = strip(plainCode(text))
  if (!NUMBER.test(body) || (sign === null && (!hasBothMarks(body) || UNFINISHED.test(text)))) return parsed(text)
  if (sign !== null && currency === null) return parsed(text)
  if (sign !== null && currency !== null && !isSignOf(sign, currency)) {
    if (/^[A-Z]{3}$/.test(sign) && !isKnownCurrency(sign)) return parsed(text)
    return refused({ kind: 'other_currency', text: plainCode(text), currency })
  }
  const number = withOwnMarks(body, locale, currency !== null && currencyDigits(currency) === 0)
  return parsed(number === null ? text : isNegative ? `-${number}` : number)
}

function isSignOf(sign: string, currency: string): boolean {
  if (/^[A-Z]{3}$/.test(sign)) return sign === currency
  return CURRENCIES_OF_SIGN[sign]?.includes(currency) ?? !(sign in CURRENCIES_OF_SIGN)
}

/** A currency may stand within or outside of the sign: "-$5.00", "$-5.00", "($5.00)", "5.00- EUR". */
function strip(text: string): Stripped {
  const outer = withoutSign(text)
  const positive = withoutMinus(outer.body)
  if (positive === null) return { ...outer, isNegative: false }
  const inner = withoutSign(positive)
  return { body: inner.body, isNegative: true, sign: outer.sign ?? inner.sign }
}

/** Null where neither a minus nor brackets make it negative. */
const withoutMinus = (text: string): string | null =>
  /^\((.*)\)$/s.exec(text)?.[1]?.trim() ?? (MINUS.test(text) ? text.replace(MINUS, '') : null)

function withoutSign(text: string): Pick<Stripped, 'body' | 'sign'> {
  const leading = LEADING_SIGN.exec(text)
  if (leading !== null) return { body: text.slice(leading[0].length), sign: leading[1] ?? null }
  const trailing = TRAILING_SIGN.exec(text)
  return trailing === null
    ? { body: text, sign: null }
    : { body: text.slice(0, text.length - trailing[0].length), sign: trailing[1] ?? null }
}

/** A bare number with one kind of mark is what the clerk types here: "12,34" may be meant as 1,234. */
const hasBothMarks = (body: string): boolean => body.includes('.') && body.includes(',')

/** The digits with the company's decimal sign and no groups; null where they could not be read for sure. */
function withOwnMarks(body: string, { decimal, group }: NumberLocale, isWhole: boolean): string | null {
  const digits = body.replace(SPACES_AND_APOSTROPHES, '')
  const isSpaced = digits !== body
  if (isSpaced && !/^\d{1,3}(?:['\u2019\s]\d{2,3})*['\u2019\s]\d{3}(?:[.,]\d*)?$/u.test(body)) return null
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','))
  if (last < 0) return digits
  const mark = digits.charAt(last)
  const whole = digits.slice(0, last)
  const fraction = digits.slice(last + 1)
  const other = mark === '.' ? ',' : '.'
  if (whole.includes(mark)) return isGrouped(digits, mark) ? digits.replaceAll(mark, '') : null
  if (whole.includes(other)) return isGrouped(whole, other) ? whole.replaceAll(other, '') + decimal + fraction : null
  if (isSpaced || fraction.length !== 3) return whole + decimal + fraction
  // One mark before three digits: thousands or decimals, as this company writes them; yen have no decimals.
  return !isWhole && (mark === decimal || mark !== group) ? whole + mark + fraction : whole + fraction
}

const isGrouped = (text: string, mark: string): boolean =>
  new RegExp(`^\\d{1,3}(?:\\${mark}\\d{2,3})*\\${mark}\\d{3}$`).test(text)
