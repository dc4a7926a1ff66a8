import { dateFromParts, daysInMonth, FIRST_DATE, LAST_DATE } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import { parsed, refused } from '../text/parsed.ts'
import type { Parsed } from '../text/parsed.ts'

/** Two digits of a year: 00 to 68 are 2000 to 2068, 69 to 99 are 1969 to 1999, as POSIX reads them. */
export function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length > 2) return year
  return year <= 68 ? 2000 + year : 1900 + year
}

/** The date of a year, month and day that were read from text; a refusal says which of them does not exist. */
export function readParts(year: number, month: number, day: number): Parsed<CalendarDate> {
  if (month < 1 || month > 12) return refused({ kind: 'no_such_month', month })
  if (year < 1900 || year > 9998) return refused({ kind: 'date_out_of_range', from: FIRST_DATE, to: LAST_DATE })
  const lastDay = daysInMonth(year, month)
  if (day < 1 || day > lastDay) return refused({ kind: 'no_such_day', day, month, lastDay })
  return parsed(dateFromParts(year, month, day))
}
