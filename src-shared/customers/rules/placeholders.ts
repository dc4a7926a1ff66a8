import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { formatDate, monthName } from '../../domain/dates/date-text.ts'

/** What a recurring invoice is billed for. */
export type BilledPeriod = {
  /** The day it is due on. */
  readonly from: CalendarDate
  /** The day before it is due again. */
  readonly to: CalendarDate
}

/** What may stand in the texts of a recurring invoice, in braces; each is filled in when it is billed. */
export const placeholders = ['month', 'year', 'from', 'to'] as const
type Placeholder = (typeof placeholders)[number]

const FILLED: { readonly [P in Placeholder]: (period: BilledPeriod) => string } = {
  month: ({ from }) => monthName(from),
  year: ({ from }) => from.slice(0, 4),
  from: ({ from }) => formatDate(from, 'text'),
  to: ({ to }) => formatDate(to, 'text'),
}

const isPlaceholder = (name: string): name is Placeholder => Object.hasOwn(FILLED, name)

const IN_BRACES = /\{\s*([a-z]+)\s*\}/gi

/** "Rent {month} {year}" to "Rent October 2025"; capitals and blanks within the braces do not matter. */
export const fillPlaceholders = (text: string, period: BilledPeriod): string =>
  text.replaceAll(IN_BRACES, (whole, name: string) => {
    const known = name.toLowerCase()
    return isPlaceholder(known) ? FILLED[known](period) : whole
  })

/** A word in braces that nothing would fill in, so that the customer would read the braces; null when there is none. */
export const unknownPlaceholder = (text: string): string | null => {
  for (const [whole, name = ''] of text.matchAll(IN_BRACES)) if (!isPlaceholder(name.toLowerCase())) return whole
  return null
}
