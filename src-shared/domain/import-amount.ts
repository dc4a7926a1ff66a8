import { parseAmount } from './amount-text.ts'
import type { NumberLocale } from './amount-text.ts'
import type { Parsed } from './parsed.ts'

export type DecimalMark = '.' | ','

// Thousands are set apart by the other mark, a space (plain, no-break, narrow, thin) or an apostrophe.
const LOOSE_GROUPS = /[\s\u00A0\u2009\u202F'\u2019]/g
const LOOSE_GROUP = ' '

const CURRENCY_SIGN = /^(?:\p{Sc}|[A-Z]{3}(?![A-Za-z]))\s*|\s*(?:\p{Sc}|(?<![A-Za-z])[A-Z]{3})$/gu

/**
 * The amount of an imported cell in minor units; a currency sign or code around it is left out, thousands may be set
 * apart.
 */
export function parseImportAmount(text: string, currency: string, decimal: DecimalMark): Parsed<number> {
  const bare = text.trim().replace(CURRENCY_SIGN, '')
  return parseAmount(bare.replace(LOOSE_GROUPS, LOOSE_GROUP), currency, localeOf(bare, decimal))
}

function localeOf(text: string, decimal: DecimalMark): NumberLocale {
  if (text.search(LOOSE_GROUPS) >= 0) return { decimal, group: LOOSE_GROUP }
  return { decimal, group: decimal === '.' ? ',' : '.' }
}

/**
 * The mark before the decimals, by majority of the samples that show it. "1.234" does not: it may be a thousand or one
 * and a bit. Without any that do, the company's own mark.
 */
export function guessDecimalMark(samples: readonly string[], companyMark: DecimalMark): DecimalMark {
  let points = 0
  let commas = 0
  for (const sample of samples) {
    const mark = decimalMarkOf(sample)
    if (mark === '.') points += 1
    if (mark === ',') commas += 1
  }
  if (points === commas) return companyMark
  return points > commas ? '.' : ','
}

function decimalMarkOf(sample: string): DecimalMark | null {
  const point = sample.lastIndexOf('.')
  const comma = sample.lastIndexOf(',')
  if (point < 0 && comma < 0) return null
  if (point >= 0 && comma >= 0) return point > comma ? '.' : ','
  const mark = point >= 0 ? '.' : ','
  const at = Math.max(point, comma)
  if (sample.indexOf(mark) !== at) return mark === '.' ? ',' : '.'
  return /\d{3}(?!\d)/.test(sample.slice(at + 1, at + 5)) ? null : mark
}
