import {
  addDaysWithin,
  addMonthsWithin,
  daysBetween,
  endOfMonth,
  endOfWeek,
  startOfMonth,
  startOfWeek,
} from '../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate, DayOfWeek } from '../../../src-shared/domain/dates/calendar.ts'
import { applyDateKey } from '../../../src-shared/domain/dates/date-keys.ts'

/**
 * The weeks that show a month, seven days each; the first and the last reach into its neighbours, where the calendar has
 * any: its own first and last week may be shorter.
 */
export function weeksOf(month: CalendarDate, weekStart: DayOfWeek): readonly (readonly CalendarDate[])[] {
  const last = endOfMonth(month)
  const weeks: CalendarDate[][] = []
  let first = startOfWeek(startOfMonth(month), weekStart)
  for (;;) {
    const end = endOfWeek(first, weekStart)
    const days = daysBetween(first, end) + 1
    weeks.push(Array.from({ length: days }, (_, day) => addDaysWithin(first, day)))
    if (end >= last) return weeks
    first = addDaysWithin(end, 1)
  }
}

/** The day a key moves to in the calendar: arrows, pages, and the same keys as in a date field. */
export function calendarKey(
  key: string,
  day: CalendarDate,
  workDate: CalendarDate,
  weekStart: DayOfWeek,
): CalendarDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDaysWithin(day, -1)
    case 'ArrowRight':
      return addDaysWithin(day, 1)
    case 'ArrowUp':
      return addDaysWithin(day, -7)
    case 'ArrowDown':
      return addDaysWithin(day, 7)
    case 'PageUp':
      return addMonthsWithin(day, -1)
    case 'PageDown':
      return addMonthsWithin(day, 1)
    case 'Home':
      return startOfWeek(day, weekStart)
    case 'End':
      return endOfWeek(day, weekStart)
    default:
      return applyDateKey(key, day, workDate, weekStart)
  }
}
