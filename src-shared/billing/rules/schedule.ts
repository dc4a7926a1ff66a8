import {
  addDays,
  dateFromParts,
  dayOfWeek,
  daysBetween,
  daysInMonth,
  LAST_DATE,
  partsOf,
} from '../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { formatDate, monthName } from '../../domain/dates/date-text.ts'

export const scheduleUnits = ['day', 'week', 'month', 'year'] as const
export type ScheduleUnit = (typeof scheduleUnits)[number]

/** When something that comes again and again is due. */
export type Schedule = {
  readonly every: number
  readonly unit: ScheduleUnit
  readonly firstDate: CalendarDate
  /**
   * The day wished for in each month; a shorter month has its last day instead, so 31 is the last day of every month.
   * Null for days and weeks, and for the day of the first date.
   */
  readonly dayOfMonth: number | null
  readonly end: ScheduleEnd
}

export type ScheduleEnd =
  | { readonly kind: 'never' }
  /** The last day on which it may be due. */
  | { readonly kind: 'on'; readonly date: CalendarDate }
  | { readonly kind: 'after'; readonly times: number }

/** The days it comes on, whatever its end. */
type Rhythm = Omit<Schedule, 'end'>

const isMonthly = ({ unit }: Pick<Schedule, 'unit'>): boolean => unit === 'month' || unit === 'year'

const wishedDay = ({ dayOfMonth, firstDate }: Rhythm): number => dayOfMonth ?? partsOf(firstDate).day

const daysApart = ({ every, unit }: Rhythm): number => (unit === 'week' ? every * 7 : every)
const monthsApart = ({ every, unit }: Rhythm): number => (unit === 'year' ? every * 12 : every)

/** The day of the occurrence with this index, 0 being the first; null beyond the end of the calendar. */
const rhythmDay = (rhythm: Rhythm, index: number): CalendarDate | null => {
  const { firstDate } = rhythm
  if (!isMonthly(rhythm)) {
    const days = index * daysApart(rhythm)
    return days > daysBetween(firstDate, LAST_DATE) ? null : addDays(firstDate, days)
  }
  const first = partsOf(firstDate)
  const months = first.year * 12 + first.month - 1 + index * monthsApart(rhythm)
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  if (year > partsOf(LAST_DATE).year) return null
  return dateFromParts(year, month, Math.min(wishedDay(rhythm), daysInMonth(year, month)))
}

const hasEnded = ({ end }: Schedule, index: number, date: CalendarDate): boolean =>
  (end.kind === 'on' && date > end.date) || (end.kind === 'after' && index >= end.times)

/** Every day it is due, in order, without end unless the schedule has one: take as many as are wanted. */
export function* occurrences(schedule: Schedule): Generator<CalendarDate, void, undefined> {
  for (let index = 0; ; index += 1) {
    const date = rhythmDay(schedule, index)
    if (date === null || hasEnded(schedule, index, date)) return
    yield date
  }
}

/** Which occurrence falls on a day; null when none does, whatever the schedule's end. */
const indexOn = (rhythm: Rhythm, date: CalendarDate): number | null => {
  const [first, then] = [partsOf(rhythm.firstDate), partsOf(date)]
  const index = isMonthly(rhythm)
    ? (then.year * 12 + then.month - first.year * 12 - first.month) / monthsApart(rhythm)
    : daysBetween(rhythm.firstDate, date) / daysApart(rhythm)
  return Number.isInteger(index) && index >= 0 && rhythmDay(rhythm, index) === date ? index : null
}

export const isOccurrence = (schedule: Schedule, date: CalendarDate): boolean => {
  const index = indexOn(schedule, date)
  return index !== null && !hasEnded(schedule, index, date)
}

/** Days due up to and on a day and not settled yet, oldest first, at most so many. */
export function dueDays(
  schedule: Schedule,
  isSettled: (date: CalendarDate) => boolean,
  asOf: CalendarDate,
  most: number,
): readonly CalendarDate[] {
  const due: CalendarDate[] = []
  for (const date of occurrences(schedule)) {
    if (date > asOf || due.length === most) break
    if (!isSettled(date)) due.push(date)
  }
  return due
}

/** The first day due that is not settled; null when none is left. */
export function nextDue(schedule: Schedule, isSettled: (date: CalendarDate) => boolean): CalendarDate | null {
  for (const date of occurrences(schedule)) if (!isSettled(date)) return date
  return null
}

/** From a day due to the day before the next one would be, whatever the schedule's end. */
export function periodFrom(
  schedule: Schedule,
  date: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const index = indexOn(schedule, date)
  const next = index === null ? null : rhythmDay(schedule, index + 1)
  return { from: date, to: next === null ? date : addDays(next, -1) }
}

export type ScheduleProblem = {
  readonly path: 'dayOfMonth' | 'end.date'
  readonly kind: 'first_date_on_another_day' | 'ends_before_first'
}

/** What is wrong with a schedule beyond its single fields; null when it can be used. */
export function scheduleProblem(schedule: Schedule): ScheduleProblem | null {
  const { firstDate, dayOfMonth, end } = schedule
  if (end.kind === 'on' && end.date < firstDate) return { path: 'end.date', kind: 'ends_before_first' }
  if (dayOfMonth === null) return null
  const { year, month, day } = partsOf(firstDate)
  const fits = isMonthly(schedule) && Math.min(dayOfMonth, daysInMonth(year, month)) === day
  return fits ? null : { path: 'dayOfMonth', kind: 'first_date_on_another_day' }
}

/** The same with its last day before this one, which may be its first: then it is never due. */
export const endedBefore = (schedule: Schedule, date: CalendarDate): Schedule => ({
  ...schedule,
  end: { kind: 'on', date: addDays(date, -1) },
})

/** True when both are due on the same days, whatever their ends. */
export const hasSameRhythm = (a: Schedule, b: Schedule): boolean =>
  a.every === b.every &&
  a.unit === b.unit &&
  a.firstDate === b.firstDate &&
  (!isMonthly(a) || wishedDay(a) === wishedDay(b))

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

const ordinal = (day: number): string => {
  const ending = day >= 11 && day <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}

/** "Every month on the 15th, 12 times". */
export function describeSchedule(schedule: Schedule): string {
  const { every, unit, end } = schedule
  const often = every === 1 ? `Every ${unit}` : `Every ${every} ${unit}s`
  const until =
    end.kind === 'never'
      ? ''
      : end.kind === 'on'
        ? `, until ${formatDate(end.date, 'text')}`
        : `, ${end.times} ${end.times === 1 ? 'time' : 'times'}`
  return `${often}${onWhatDay(schedule)}${until}`
}

const onWhatDay = (rhythm: Rhythm): string => {
  if (rhythm.unit === 'day') return ''
  if (rhythm.unit === 'week') return ` on ${WEEKDAYS[dayOfWeek(rhythm.firstDate) - 1]}`
  const day = wishedDay(rhythm)
  const inMonth = day === 31 ? 'the last day' : `the ${ordinal(day)}`
  if (rhythm.unit === 'month') return ` on ${inMonth}`
  return ` on ${inMonth} of ${monthName(rhythm.firstDate)}`
}
