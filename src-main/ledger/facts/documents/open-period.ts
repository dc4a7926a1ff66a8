import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'

/** Refuses a date in a closed period, naming the closing date. The database would refuse it too, without the date. */
export const assertOpenPeriod = (date: CalendarDate, closingDate: CalendarDate | null, path: string): void => {
  if (closingDate !== null && date <= closingDate) {
    throw new Refusal('period_locked', { closingDate: formatDate(closingDate, 'text') }, path)
  }
}
