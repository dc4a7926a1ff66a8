import type { NumberSeriesRow } from '../../../src-shared/company/contract/number-series.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { DocumentKind } from '../../../src-shared/domain/documents.ts'
import {
  formatNumber,
  hasYear,
  isSeriesPrefix,
  prefixOfYear,
  SERIES_WIDTH_MAX,
} from '../../../src-shared/company/rules/sequence.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { wholeNumber } from './whole.ts'

/** A series as it is typed. */
export type SeriesEntry = {
  readonly kind: DocumentKind
  readonly prefix: string
  readonly width: string
  readonly nextNumber: string
}

export const seriesEntry = ({ kind, prefix, width, nextNumber }: NumberSeriesRow): SeriesEntry => ({
  kind,
  prefix,
  width: String(width),
  nextNumber: String(nextNumber),
})

/** A number of up to twelve digits; null for anything else. */
const longNumber = (text: string): number | null => (/^\d{1,12}$/.test(text.trim()) ? Number(text.trim()) : null)

export function checkSeries({ prefix, width, nextNumber }: SeriesEntry): FieldErrors {
  const digits = wholeNumber(width)
  const isWidth = digits !== null && digits >= 1 && digits <= SERIES_WIDTH_MAX
  return {
    ...(isSeriesPrefix(prefix.trim()) ? {} : { prefix: 'Use {year} once for the year, and no other braces.' }),
    ...(isWidth ? {} : { width: `Enter 1 to ${SERIES_WIDTH_MAX}.` }),
    ...(longNumber(nextNumber) === null ? { nextNumber: 'Enter a whole number.' } : {}),
  }
}

export const seriesInput = ({ kind, prefix, width, nextNumber }: SeriesEntry) => ({
  kind,
  prefix: prefix.trim(),
  width: wholeNumber(width) ?? 0,
  nextNumber: longNumber(nextNumber) ?? 0,
})

/** The next number as it will be written for a document of a day; null while something in it makes no sense. */
export function nextInSeries(entry: SeriesEntry, date: CalendarDate): string | null {
  if (Object.keys(checkSeries(entry)).length > 0) return null
  const { prefix, width, nextNumber } = seriesInput(entry)
  return formatNumber({ prefix: prefixOfYear(prefix, Number(date.slice(0, 4))), width }, nextNumber)
}

export const startsAnew = ({ prefix }: SeriesEntry): boolean => hasYear(prefix)
