/** A business day, `YYYY-MM-DD`, between FIRST_DATE and LAST_DATE. Compare with < and > as text: the order is the same. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

export type DateParts = { readonly year: number; readonly month: number; readonly day: number }

/** ISO 8601: Monday is 1, Sunday is 7. */
export type DayOfWeek = 1 | 2 | 3 | 4 | 5 | 6 | 7

export const FIRST_DATE = '1900-01-01' as CalendarDate
export const LAST_DATE = '9998-12-31' as CalendarDate

/** Later than every business day: what `closed_on` holds while an item is open. No calendar arithmetic takes it. */
export const FAR_FUTURE = '9999-12-31' as CalendarDate

const DAY_MS = 86_400_000

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** The last day of a month (1 to 12): 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

const isRealDay = (year: number, month: number, day: number): boolean =>
  year >= 1900 && year <= 9998 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

const write = (year: number, month: number, day: number): CalendarDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CalendarDate

/** The date, or null when the text is not `YYYY-MM-DD` or no such day exists. */
export function parseIso(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const { year, month, day } = partsOf(text as CalendarDate)
  return isRealDay(year, month, day) ? (text as CalendarDate) : null
}

export const isCalendarDate = (text: string): text is CalendarDate => parseIso(text) !== null

/** @throws RangeError naming the text. */
export function calendarDate(text: string): CalendarDate {
  const date = parseIso(text)
  if (date === null) {
    throw new RangeError(`"${text}" is not a calendar date: use YYYY-MM-DD from ${FIRST_DATE} to ${LAST_DATE}.`)
  }
  return date
}

/** @throws RangeError when no such day exists within the calendar. */
export function dateFromParts(year: number, month: number, day: number): CalendarDate {
  if (Number.isInteger(year + month + day) && isRealDay(year, month, day)) return write(year, month, day)
  throw new RangeError(`Year ${year}, month ${month}, day ${day} is not a day from ${FIRST_DATE} to ${LAST_DATE}.`)
}

export const partsOf = (date: CalendarDate): DateParts => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

// UTC has no daylight saving, so a day is always the same number of milliseconds.
function dayNumber(date: CalendarDate): number {
  const { year, month, day } = partsOf(date)
  return Date.UTC(year, month - 1, day) / DAY_MS
}

/** @throws RangeError when the result leaves the calendar. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date((dayNumber(date) + days) * DAY_MS)
  return dateFromParts(moved.getUTCFullYear(), moved.getUTCMonth() + 1, moved.getUTCDate())
}

/** As addDays, but stops at the first and the last day of the calendar instead of leaving it. */
export function addDaysWithin(date: CalendarDate, days: number): CalendarDate {
  const [toFirst, toLast] = [daysBetween(date, FIRST_DATE), daysBetween(date, LAST_DATE)]
  return addDays(date, Math.max(toFirst, Math.min(toLast, days)))
}

/** The same day of another month, or that month's last day: 31 January + 1 month is 28 or 29 February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return dateFromParts(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** As addMonths, but stops in the first and the last month of the calendar instead of leaving it. */
export function addMonthsWithin(date: CalendarDate, months: number): CalendarDate {
  const { year, month } = partsOf(date)
  const [toFirst, toLast] = [(1900 - year) * 12 + 1 - month, (9998 - year) * 12 + 12 - month]
  return addMonths(date, Math.max(toFirst, Math.min(toLast, months)))
}

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)

/** For sorting: negative when `a` is earlier, positive when later, 0 when the same day. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0)

export const maxDate = (first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate =>
  others.reduce((latest, date) => (date > latest ? date : latest), first)

export const minDate = (first: CalendarDate, ...others: readonly CalendarDate[]): CalendarDate =>
  others.reduce((earliest, date) => (date < earliest ? date : earliest), first)

export function dayOfWeek(date: CalendarDate): DayOfWeek {
  // 1 January 1970 was a Thursday: shifting by three makes Monday 0.
  const sinceMonday = (((dayNumber(date) + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as DayOfWeek
}

const daysIntoWeek = (date: CalendarDate, weekStart: DayOfWeek): number => (dayOfWeek(date) - weekStart + 7) % 7

/** The first day of the week the date lies in; weeks start on Monday unless told. */
export const startOfWeek = (date: CalendarDate, weekStart: DayOfWeek = 1): CalendarDate =>
  addDaysWithin(date, -daysIntoWeek(date, weekStart))

export const endOfWeek = (date: CalendarDate, weekStart: DayOfWeek = 1): CalendarDate =>
  addDaysWithin(date, 6 - daysIntoWeek(date, weekStart))

export const startOfMonth = (date: CalendarDate): CalendarDate => `${date.slice(0, 8)}01` as CalendarDate

export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date)
  return write(year, month, daysInMonth(year, month))
}

export const startOfYear = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-01-01` as CalendarDate

export const endOfYear = (date: CalendarDate): CalendarDate => `${date.slice(0, 4)}-12-31` as CalendarDate

/**
 * The calendar date a clock shows. The clock is passed in; nothing here reads the time of the machine.
 * @param timeZoneOffset minutes from local time to UTC, as Date.getTimezoneOffset() gives; the clock's own by default
 */
export function fromClock(now: Date, timeZoneOffset: number = now.getTimezoneOffset()): CalendarDate {
  const local = new Date(now.getTime() - timeZoneOffset * 60_000)
  return dateFromParts(local.getUTCFullYear(), local.getUTCMonth() + 1, local.getUTCDate())
}
