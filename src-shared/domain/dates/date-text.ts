import { addDays, daysBetween, FIRST_DATE, LAST_DATE, partsOf } from './calendar.ts'
import type { CalendarDate, DayOfWeek } from './calendar.ts'
import { monthOfName } from './date-format.ts'
import { applyDateKey } from './date-keys.ts'
import { fullYear, readParts } from './date-reading.ts'
import { plainCode } from '../text/look-alike.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed } from '../text/parsed.ts'

export { dateStyles, formatDate, monthName } from './date-format.ts'
export type { DateStyle } from './date-format.ts'
export { datePatterns, guessDatePattern, orderOfPattern, parseDateByPattern } from './date-patterns.ts'
export type { DatePattern, DatePatternGuess } from './date-patterns.ts'

export const dateOrders = ['mdy', 'dmy', 'ymd'] as const

export type DateOrder = (typeof dateOrders)[number]

export type DateContext = {
  readonly workDate: CalendarDate
  readonly order: DateOrder
  /** For the letters w and k; Monday unless told. */
  readonly weekStart?: DayOfWeek
}

const EXAMPLES: Readonly<Record<DateOrder, string>> = { mdy: '6/30/2025', dmy: '30/6/2025', ymd: '2025-06-30' }

/**
 * What a clerk types into a date field: `15` (of the work date's month), `3/4` and `0304` (of its year), `030426`,
 * `03042026`, `2026-03-04`, `30 Jun 2025`, `jun 30`, `+30` and `-7` (days from the work date), and the date keys as
 * letters. A text that begins with a four-digit year is always year, month, day.
 */
export function parseDateText(text: string, context: DateContext): Parsed<CalendarDate> {
  const typed = plainCode(text).toLowerCase()
  if (typed === '') return refused({ kind: 'empty' })
  const moved = /^[a-z]$/.test(typed)
    ? applyDateKey(typed, context.workDate, context.workDate, context.weekStart)
    : null
  if (moved !== null) return parsed(moved)
  if (/^[+-]\d{1,5}$/.test(typed)) return daysOn(context.workDate, Number(typed))
  const fields = splitFields(typed, context.order)
  return fields === null
    ? refused({ kind: 'not_a_date', text: text.trim(), example: EXAMPLES[context.order] })
    : readFields(fields, context.workDate)
}

function daysOn(from: CalendarDate, days: number): Parsed<CalendarDate> {
  const within = days <= daysBetween(from, LAST_DATE) && days >= daysBetween(from, FIRST_DATE)
  if (!within) return refused({ kind: 'date_out_of_range', from: FIRST_DATE, to: LAST_DATE })
  return parsed(addDays(from, days))
}

/** The digits of each part as typed; a part left out is the work date's. */
type Fields = { readonly year: string | null; readonly month: number | null; readonly day: string }

function readFields({ year, month, day }: Fields, workDate: CalendarDate): Parsed<CalendarDate> {
  const now = partsOf(workDate)
  return readParts(year === null ? now.year : fullYear(year), month ?? now.month, Number(day))
}

function splitFields(typed: string, order: DateOrder): Fields | null {
  if (/[a-z]/.test(typed)) return fieldsOfNamedMonth(typed)
  if (/^\d+$/.test(typed)) return fieldsOfDigits(typed, order)
  const parts = typed.replace(/\.$/, '').split(/\s*[/.\-\s]\s*/)
  return parts.every((part) => /^\d+$/.test(part)) ? fieldsInOrder(parts, order) : null
}

/** "30 jun 2025", "30-jun", "june 30, 2025". */
function fieldsOfNamedMonth(typed: string): Fields | null {
  const dayFirst = /^(?<d>\d{1,2})[\s.-]*(?<m>[a-z]{3,9})(?:[\s.,-]+(?<y>\d{2}|\d{4}))?$/
  const monthFirst = /^(?<m>[a-z]{3,9})[\s.-]*(?<d>\d{1,2})(?:[\s.,-]+(?<y>\d{2}|\d{4}))?$/
  const groups = (dayFirst.exec(typed) ?? monthFirst.exec(typed))?.groups
  const month = monthOfName(groups?.['m'] ?? '')
  if (groups === undefined || month === 0) return null
  return { year: groups['y'] ?? null, month, day: groups['d'] ?? '' }
}

function fieldsOfDigits(digits: string, order: DateOrder): Fields | null {
  switch (digits.length) {
    case 1:
    case 2:
      return { year: null, month: null, day: digits }
    case 4:
      return fieldsInOrder(cut(digits, [2, 2]), order)
    case 6:
      return fieldsInOrder(cut(digits, [2, 2, 2]), order)
    case 8:
      return fieldsOfEightDigits(digits, order)
    default:
      return null
  }
}

/** Year first in any order when that makes a date: from 1900 on no eight digits are a date both ways. */
function fieldsOfEightDigits(digits: string, order: DateOrder): Fields | null {
  const yearFirst = fieldsInOrder(cut(digits, [4, 2, 2]), 'ymd')
  const yearLast = order === 'ymd' ? null : fieldsInOrder(cut(digits, [2, 2, 4]), order)
  if (yearLast === null || yearFirst === null) return yearFirst
  return readWhole(yearFirst) ? yearFirst : yearLast
}

const readWhole = ({ year, month, day }: Fields): boolean => readParts(Number(year), month ?? 0, Number(day)).ok

function fieldsInOrder(parts: readonly string[], order: DateOrder): Fields | null {
  const [first = '', second = '', third] = parts
  if (parts.length > 3 || parts.length < 2) return null
  if (third === undefined) return order === 'dmy' ? dayAndMonth(first, second, null) : dayAndMonth(second, first, null)
  if (first.length === 4 || order === 'ymd') return dayAndMonth(third, second, first)
  return order === 'dmy' ? dayAndMonth(first, second, third) : dayAndMonth(second, first, third)
}

function dayAndMonth(day: string, month: string, year: string | null): Fields | null {
  const yearFits = year === null || year.length === 2 || year.length === 4
  return day.length <= 2 && month.length <= 2 && yearFits ? { year, month: Number(month), day } : null
}

function cut(digits: string, lengths: readonly number[]): readonly string[] {
  let start = 0
  return lengths.map((length) => {
    start += length
    return digits.slice(start - length, start)
  })
}
