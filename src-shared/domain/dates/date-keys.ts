import { addDaysWithin, addMonthsWithin, endOfMonth, endOfWeek, endOfYear } from './calendar.ts'
import { startOfMonth, startOfWeek, startOfYear } from './calendar.ts'
import type { CalendarDate, DayOfWeek } from './calendar.ts'

/** The keys QuickBooks and GnuCash put into a clerk's fingers; each moves the date in the field. */
export const dateKeys = ['+', '-', '[', ']', 't', 'w', 'k', 'm', 'h', 'y', 'r'] as const

export type DateKey = (typeof dateKeys)[number]

/**
 * The date after a key: `+` `-` a day, `[` `]` a month back and on, `t` the work date, `w` `k` start and end of the week,
 * `m` `h` of the month, `y` `r` of the year. Letters in either case. At the ends of the calendar the date stays.
 * @param date what the field holds; null when it is empty: the key then starts from the work date
 * @returns null when the key is not one of these
 */
export function applyDateKey(
  key: string,
  date: CalendarDate | null,
  workDate: CalendarDate,
  weekStart: DayOfWeek = 1,
): CalendarDate | null {
  const pressed = dateKeys.find((candidate) => candidate === key.toLowerCase())
  if (pressed === undefined) return null
  return move(pressed, date ?? workDate, workDate, weekStart)
}

function move(key: DateKey, from: CalendarDate, workDate: CalendarDate, weekStart: DayOfWeek): CalendarDate {
  switch (key) {
    case '+':
      return addDaysWithin(from, 1)
    case '-':
      return addDaysWithin(from, -1)
    case '[':
      return addMonthsWithin(from, -1)
    case ']':
      return addMonthsWithin(from, 1)
    case 't':
      return workDate
    case 'w':
      return startOfWeek(from, weekStart)
    case 'k':
      return endOfWeek(from, weekStart)
    case 'm':
      return startOfMonth(from)
    case 'h':
      return endOfMonth(from)
    case 'y':
      return startOfYear(from)
    case 'r':
      return endOfYear(from)
  }
}
