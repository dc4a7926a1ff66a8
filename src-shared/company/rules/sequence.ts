/** How a number series writes its numbers: prefix "INV-", width 6 gives INV-000042. Width 0 adds no zeros. */
export type NumberStyle = { readonly prefix: string; readonly width: number }

/** The document number of the n-th document. A number wider than the width is written in full. */
export function formatNumber({ prefix, width }: NumberStyle, n: number): string {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is not a document number: use 0, 1, 2, ...`)
  return prefix + String(n).padStart(width, '0')
}

/** The last number with as many digits as this one is written with: after it the text before the number begins anew. */
export const lastOfItsDigits = ({ width }: NumberStyle, n: number): number =>
  10 ** Math.max(width, String(n).length) - 1

/** Stands in a prefix for the year of the document's date: INV-{year}-00001, and each year begins anew. */
const YEAR = '{year}'

export const SERIES_PREFIX_MAX = 24
export const SERIES_WIDTH_MAX = 12

export const hasYear = (prefix: string): boolean => prefix.includes(YEAR)

/** A prefix with its year filled in. */
export const prefixOfYear = (prefix: string, year: number): string => prefix.replace(YEAR, () => String(year))

/** Braces stand around the year alone, and it once. */
export const isSeriesPrefix = (prefix: string): boolean => !/[{}]/.test(prefix.replace(YEAR, ''))

const VOID_SUFFIX = '/V'

/** A void is found beside its document: its number is the document's with /V, which nothing else may end in. */
export const voidNumber = (documentNumber: string): string => documentNumber + VOID_SUFFIX

export const isVoidNumber = (number: string): boolean => number.toUpperCase().endsWith(VOID_SUFFIX)

/**
 * "+" and "-" on a reference: counts its trailing digits up or down and keeps their leading zeros: CHK-0099 + 1 is
 * CHK-0100. A reference without trailing digits stays as it is, and none goes below zero.
 */
export function nextReference(text: string, step: number): string {
  const digits = /\d+$/.exec(text.trimEnd())?.[0]
  if (digits === undefined) return text
  const counted = BigInt(digits) + BigInt(step)
  if (counted < 0n) return text
  return text.trimEnd().slice(0, -digits.length) + String(counted).padStart(digits.length, '0')
}
