import type { CalendarDate } from '../../src-shared/domain/calendar.ts'
import { formatDate } from '../../src-shared/domain/date-text.ts'

/** "12 recurring invoices are due, the oldest since 3 Oct 2025." */
export const describeDue = (rows: readonly { readonly dueOn: CalendarDate }[], more: boolean): string => {
  const [oldest] = rows
  if (oldest === undefined) return 'No recurring invoice is due.'
  const since = formatDate(oldest.dueOn, 'text')
  if (rows.length === 1) return `1 recurring invoice is due since ${since}.`
  return `${rows.length}${more ? '+' : ''} recurring invoices are due, the oldest since ${since}.`
}
