import { parseDecimal6 } from '../../domain/amounts/amount-text.ts'
import { plainCode } from '../../domain/text/look-alike.ts'
import { parsed, refused } from '../../domain/text/parsed.ts'
import type { Parsed } from '../../domain/text/parsed.ts'
import type { DecimalMark } from './import-amount.ts'

// Plain, no-break, narrow and thin spaces, and apostrophes.
const LOOSE_GROUPS = /[\s\u00A0\u2009\u202F'\u2019]/g

/** A positive number of a cell as digits with a point: a quantity, a rate. Thousands may be set apart; nothing is rounded. */
export function parseImportNumber(text: string, decimal: DecimalMark): Parsed<string> {
  const plain = plainCode(text).replace(LOOSE_GROUPS, '')
  const group = decimal === '.' ? ',' : '.'
  const [whole = '', fraction, ...more] = plain.split(decimal)
  const isGrouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(whole)
  if (whole.includes(group) && !isGrouped) return refused({ kind: 'misplaced_group', text: text.trim(), group })
  const digits = whole.replaceAll(group, '')
  if (more.length > 0 || !/^\d+$/.test(digits) || !/^\d*$/.test(fraction ?? '')) {
    return refused({ kind: 'not_a_number', text: text.trim() })
  }
  return parsed(fraction === undefined || fraction === '' ? digits : `${digits}.${fraction}`)
}

/** The same in millionths, at most six digits after the point; a minus, as credit rows have, and a per cent sign are left out. */
export function parseImportMillionths(text: string, decimal: DecimalMark): Parsed<number> {
  const number = parseImportNumber(plainCode(text).replace(/^[-\u2212]|[-\u2212]$|\s*%$/g, ''), decimal)
  return number.ok ? parseDecimal6(number.value) : number
}

const YES = /^(?:yes|y|true|t|1|x|ja|j|oui|si|s\u00ed|wahr)$/i
const NO = /^(?:no|n|false|f|0|nein|non|falsch)$/i

/** Whether a cell says yes or no; null when it says neither. */
export const yesOrNo = (text: string): boolean | null => (YES.test(text) ? true : NO.test(text) ? false : null)
