import type { CalendarDate } from './calendar.ts'
import { partsOf } from './calendar.ts'

export const dateStyles = ['iso', 'mdy', 'dmy', 'text'] as const

/** iso 2025-06-30, mdy 06/30/2025, dmy 30/06/2025, text 30 Jun 2025. */
export type DateStyle = (typeof dateStyles)[number]

// English, because the language of documents is not the machine's.
const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

export function formatDate(date: CalendarDate, style: DateStyle): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8)]
  switch (style) {
    case 'iso':
      return date
    case 'mdy':
      return `${month}/${day}/${year}`
    case 'dmy':
      return `${day}/${month}/${year}`
    case 'text':
      return `${partsOf(date).day} ${monthName(date).slice(0, 3)} ${year}`
  }
}

/** "January" for a day of it. */
export const monthName = (date: CalendarDate): string => MONTHS[partsOf(date).month - 1] ?? ''

/** Month number of an English name or its beginning of three letters or more ("jun", "Sept", "December"); 0 if none. */
export function monthOfName(name: string): number {
  const typed = name.toLowerCase()
  return typed.length < 3 ? 0 : MONTHS.findIndex((month) => month.toLowerCase().startsWith(typed)) + 1
}
