import { allocate } from '../../../domain/amounts/allocation.ts'
import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'

/** What is open of an item by the day it is due. */
export interface OpenPart {
  readonly dueDate: CalendarDate
  readonly open: MinorUnits
}

/**
 * What the books carry of an item in the company's currency, shared among its parts by what is open of each; all of it
 * due on the item's day where nothing of it is open any more.
 */
export function baseByPart(parts: readonly OpenPart[], base: MinorUnits, dueDate: CalendarDate): readonly OpenPart[] {
  if (parts.length === 0) return [{ dueDate, open: base }]
  const shares = allocate(
    base,
    parts.map(({ open }) => open),
  )
  return parts.map((part, index) => ({ dueDate: part.dueDate, open: shares[index] ?? 0 }))
}
