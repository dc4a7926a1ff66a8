import type { OpenPart } from '../base-currency/base-parts.ts'
import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import { sum, type MinorUnits } from '../../../domain/amounts/money.ts'

/** What of an item's open parts is due by a day. Minor units, signed as the item. */
export const dueNow = (parts: readonly OpenPart[], date: CalendarDate): MinorUnits =>
  sum(parts.filter(({ dueDate }) => dueDate <= date).map(({ open }) => open))

/**
 * What a payment for the item is offered to be: what is due by the day; before the first due day its next part, which is all
 * of an item due on one day.
 * @param parts in due order
 */
export function payableOn(parts: readonly OpenPart[], date: CalendarDate): MinorUnits {
  const due = dueNow(parts, date)
  return due === 0 ? (parts[0]?.open ?? 0) : due
}
