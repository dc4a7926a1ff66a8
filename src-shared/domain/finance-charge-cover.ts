import { compareDates } from './dates/calendar.ts'
import type { CalendarDate } from './dates/calendar.ts'
import type { MinorUnits } from './amounts/money.ts'

type Overdue = { readonly documentId: number; readonly dueDate: CalendarDate; readonly overdue: MinorUnits }

/** What credits would settle of overdue items, those due first before the others; by document. Minor units. */
export function coverInOrder(credits: MinorUnits, items: readonly Overdue[]): ReadonlyMap<number, MinorUnits> {
  let left = credits
  const ordered = items.toSorted((a, b) => compareDates(a.dueDate, b.dueDate) || a.documentId - b.documentId)
  return new Map(
    ordered.map(({ documentId, overdue }) => {
      const covered = Math.min(left, overdue)
      left -= covered
      return [documentId, covered]
    }),
  )
}
