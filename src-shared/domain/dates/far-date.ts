import { addDaysWithin, addMonthsWithin } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'

/** From the day worked on: a date further ahead, in days, or further back, in months, is most likely mistyped. */
const AHEAD_DAYS = 60
const BACK_MONTHS = 12

/** How far that is, as the clerk reads it. */
export const FAR_TEXT = { ahead: `more than ${AHEAD_DAYS} days after`, back: 'more than a year before' } as const

/** On which side a date lies so far from the day worked on that the clerk is asked about it; null where it does not. */
export function farFrom(workDate: CalendarDate, date: CalendarDate): 'ahead' | 'back' | null {
  if (date > addDaysWithin(workDate, AHEAD_DAYS)) return 'ahead'
  return date < addMonthsWithin(workDate, -BACK_MONTHS) ? 'back' : null
}
