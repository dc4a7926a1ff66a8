import {
  addDays,
  addMonths,
  endOfMonth,
  endOfWeek,
  startOfMonth,
  startOfWeek,
} from '../../../src-shared/domain/calendar.ts'
import type { CalendarDate, DayOfWeek } from '../../../src-shared/domain/calendar.ts'
import { applyDateKey } from '../../../src-shared/domain/date-keys.ts'

/** The weeks that show a month, seven days each; the first and the last reach into its neighbours. */
export function weeksOf(month: CalendarDate, weekStart: DayOfWeek): readonly (readonly CalendarDate[])[] {
  const last = endOfWeek(endOfMonth(month), weekStart)
  const weeks: CalendarDate[][] = []
  for (let first = startOfWeek(startOfMonth(month), weekStart); first <= last; first = addDays(first, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(first, day)))
  }
  return weeks
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
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'PageUp':
      return addMonths(day, -1)
    case 'PageDown':
      return addMonths(day, 1)
    case 'Home':
      return startOfWeek(day, weekStart)
    case 'End':
      return endOfWeek(day, weekStart)
    default:
      return applyDateKey(key, day, workDate, weekStart)
  }
}
