import type { LeftOutItem } from '../../../src-shared/cash/contract/receipts.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const SHOWN_MOST = 3

/** Why items that are open are not proposed, each with the day from which it can be settled. */
export function leftOutText(items: readonly LeftOutItem[], write: (date: CalendarDate) => string): string {
  const shown = items.slice(0, SHOWN_MOST).map(({ number, from }) => `${number} (from ${write(from)})`)
  const more = items.length - shown.length
  const list = more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ')
  return `Settled on that day and open again later: ${list}.`
}
