import { parseAmount } from '../../domain/amounts/amount-text.ts'
import type { NumberLocale } from '../../domain/amounts/amount-text.ts'
import { currencyDigits } from '../../domain/amounts/currency.ts'
import { plainCode } from '../../domain/text/look-alike.ts'
import { refused } from '../../domain/text/parsed.ts'
import type { Parsed } from '../../domain/text/parsed.ts'

export type DecimalMark = '.' | ','

// Thousands are set apart by the other mark, a space (plain, no-break, narrow, thin) or an apostrophe.
const LOOSE_GROUPS = /[\s\u00A0\u2009\u202F'\u2019]/g
const LOOSE_GROUP = ' '

/** Signs of currencies as they stand before or behind an amount. Three capitals are a code. */
const SIGN = String.raw`\p{Sc}|[A-Z]{1,2}\p{Sc}|Rs\.?|kr\.?|Kč|zł|Ft|lei|лв\.?|руб\.?|р\.|S?Fr\.|[A-Z]{3}`
const LEADING_SIGN = new RegExp(`^(${SIGN})(?![A-Za-z])\\s*`, 'u')
const TRAILING_SIGN = new RegExp(`\\s*(?<![A-Za-z])(${SIGN})$`, 'u')

/** "150.00 CR" lowers what is owed, "150.00 DR" raises it. */
const SIDE = /\s*(?<![A-Za-z])([CD])[Rr]\.?$/
const MINUS = /^[-\u2212\u2013]\s*|\s*[-\u2212\u2013]$/u

/**
 * The amount of an imported cell in minor units, signed; a currency sign or code around it is left out, thousands may be
 * set apart in threes or as in India. Brackets, a minus at either end and CR make it negative. The digits that a program's
 * floating point left behind the minor unit (380.949999999999989) are read as what they stand for.
 */
export function parseImportAmount(text: string, currency: string, decimal: DecimalMark): Parsed<number> {
  const { body, isNegative } = takeSigns(plainCode(text))
  const locale = localeOf(body, decimal)
  const plain = withoutNoise(body.replace(LOOSE_GROUPS, LOOSE_GROUP), currencyDigits(currency), decimal)
  const amount = parseAmount(plain, currency, locale)
  if (!amount.ok) return amount
  // A second sign within would turn the first one round.
  if (amount.value < 0 || /[-+()\u2212]/.test(plain)) return refused({ kind: 'not_a_number', text: text.trim() })
  return { ok: true, value: isNegative && amount.value !== 0 ? -amount.value : amount.value }
}

function takeSigns(text: string): { readonly body: string; readonly isNegative: boolean } {
  const side = SIDE.exec(text)?.[1]
  const inner = withoutCurrency(side === undefined ? text : text.replace(SIDE, ''))
  const bracketed = /^\((.*)\)$/s.exec(inner)?.[1]
  if (bracketed !== undefined) return { body: withoutCurrency(bracketed.trim()), isNegative: side !== 'D' }
  if (!MINUS.test(inner)) return { body: inner.replace(/^\+\s*/, ''), isNegative: side === 'C' }
  return { body: withoutCurrency(inner.replace(MINUS, '')), isNegative: true }
}

const withoutCurrency = (text: string): string => text.trim().replace(LEADING_SIGN, '').replace(TRAILING_SIGN, '')

/** Digits that floating point left: after the minor unit come five zeros or nines and at least one digit more. */
const NOISE_DIGITS = 6
const NOISE = /^(?:0{5,}|9{5,})\d*$/

function withoutNoise(text: string, digits: number, decimal: DecimalMark): string {
  const at = text.indexOf(decimal)
  const fraction = at < 0 ? '' : text.slice(at + 1)
  const behind = fraction.slice(digits)
  if (!/^\d+$/.test(fraction) || behind.length < NOISE_DIGITS || !NOISE.test(behind)) return text
  const kept = text.slice(0, at + 1) + fraction.slice(0, digits)
  return behind.startsWith('0') ? kept : oneUp(kept)
}

/** The number one up in its last digit; marks between the digits stay where they are. */
function oneUp(text: string): string {
  const characters = [...text]
  for (let at = characters.length - 1; at >= 0; at -= 1) {
    const digit = characters[at] ?? ''
    if (!/\d/.test(digit)) continue
    characters[at] = digit === '9' ? '0' : String(Number(digit) + 1)
    if (digit !== '9') return characters.join('')
  }
  return `1${characters.join('')}`
}

function localeOf(text: string, decimal: DecimalMark): NumberLocale {
  if (text.search(LOOSE_GROUPS) >= 0) return { decimal, group: LOOSE_GROUP }
  return { decimal, group: decimal === '.' ? ',' : '.' }
}
