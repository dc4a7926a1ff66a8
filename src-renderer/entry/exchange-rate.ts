import type { ExchangeRate, Quote } from '../../src-shared/domain/amounts/exchange-rate.ts'
import {
  exchangeRate,
  isRateText,
  otherQuote,
  otherWayRound,
  quoteLabel,
  quoteOf,
  quotedDecimal,
  rateToType,
} from '../../src-shared/domain/amounts/exchange-rate.ts'

/**
 * A rate as an entry holds it: what was typed, after "1/" where it counts units for one of the company's currency. So a draft
 * means the same when the company's setting has changed since.
 */
const ONE_OVER = '1/'

/**
 * A rate as the ledger takes it, from what was typed with either decimal sign; null when nothing was: the table's counts.
 * One that could be read in two ways is none, and says both.
 */
export const exchangeRateOf = (entered: string): string | null => {
  const prefix = quoteTyped(entered) === 'indirect' ? ONE_OVER : ''
  const typed = digitsTyped(entered).trim()
  return typed === '' ? null : prefix + (bothReadings(typed) ?? plainDecimal(typed))
}

/** One mark before three digits, where a thousand could be written so: "1.085", "26,315". */
function bothReadings(typed: string): string | null {
  const [, whole, mark, fraction] = /^([1-9]\d{0,2})([.,])(\d{3})$/.exec(typed) ?? []
  return whole === undefined ? null : `${whole}${fraction} or ${whole}${mark}${fraction}0`
}

/** The question that a rate with a mark before three digits leaves; undefined for every other. */
export const rateQuestion = (entered: string): string | undefined => {
  const both = bothReadings(digitsTyped(entered).trim())
  return both === null ? undefined : `Do you mean ${both}? Type it so.`
}

/** The digits without marks between thousands: the last of two kinds is the decimal sign, one that repeats never is. */
function plainDecimal(typed: string): string {
  const last = /[.,](?=\d*$)/.exec(typed)?.[0]
  const other = last === ',' ? '.' : ','
  if (last === undefined) return typed
  if (/^\d{1,3}([.,]\d{3}){2,}$/.test(typed) && !typed.includes(other)) return typed.replaceAll(last, '')
  const [whole = '', fraction = '', ...more] = typed.split(last)
  if (more.length > 0) return typed
  const isGrouped = /^\d{1,3}([.,]\d{3})+$/.test(whole)
  return `${isGrouped ? whole.replaceAll(other, '') : whole}.${fraction}`
}

/** The direction a text was typed in; null while nothing is. */
export const quoteTyped = (entered: string): Quote | null => {
  if (entered.trim() === '') return null
  return entered.startsWith(ONE_OVER) ? 'indirect' : 'direct'
}

/** What stands in the field. */
export const digitsTyped = (entered: string): string =>
  entered.startsWith(ONE_OVER) ? entered.slice(ONE_OVER.length) : entered

/** What was typed into a field of a direction; "1/" typed in front turns it. */
export const typedAs = (typed: string, quote: Quote): string => {
  const isTurned = typed.startsWith(ONE_OVER)
  const digits = isTurned ? typed.slice(ONE_OVER.length) : typed
  if (digits === '' && !isTurned) return ''
  return (isTurned ? otherQuote(quote) : quote) === 'indirect' ? ONE_OVER + digits : digits
}

/** A rate of the table as an entry holds it, in this company's decimals. */
export const rateWritten = (rate: ExchangeRate, decimal: '.' | ','): string => rateToType(rate).replace('.', decimal)

/** The digits of a rate as it is quoted. */
export const rateDigits = (rate: ExchangeRate, decimal: '.' | ','): string => quotedDecimal(rate).replace('.', decimal)

/** "1 EUR = 1.0845 USD", the way it is not quoted; null while the text is no rate. */
export function otherWayText(
  entered: string,
  { currency, baseCurrency }: { readonly currency: string; readonly baseCurrency: string },
  decimal: '.' | ',',
): string | null {
  const text = exchangeRateOf(entered)
  if (text === null || !isRateText(text)) return null
  const rate = exchangeRate(text)
  const [one, counted] = quoteOf(rate) === 'direct' ? [baseCurrency, currency] : [currency, baseCurrency]
  return `1 ${one} = ${otherWayRound(rate).replace('.', decimal)} ${counted}`
}

/** What a row's rate counts, typed or of the table. */
export const quoteInWords = (quote: Quote, currency: string, baseCurrency: string): string =>
  currency === baseCurrency ? '' : quoteLabel(quote, currency, baseCurrency)
