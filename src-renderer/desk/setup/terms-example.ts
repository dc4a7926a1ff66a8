import { listed } from '../../../src-shared/domain/text/listed.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { discountUntil, dueDate, instalmentDays } from '../../../src-shared/company/rules/terms/terms.ts'
import type { PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'

/** What terms that can be used come to for an invoice of a day, so that a slip in them is seen before they are saved. */
export function termsExample(
  terms: PaymentTerms,
  documentDate: CalendarDate,
  dateText: (date: CalendarDate) => string,
): string {
  const days = terms.kind === 'instalments' ? instalmentDays(terms.parts, documentDate) : [dueDate(terms, documentDate)]
  const until = discountUntil(terms, documentDate)
  const discount = until === null ? '' : `, with the discount until ${dateText(until)}`
  return `An invoice of ${dateText(documentDate)} is due ${listed(shortened(days.map(dateText)))}${discount}.`
}

const LISTED_MAX = 4

const shortened = (days: readonly string[]): readonly string[] =>
  days.length > LISTED_MAX ? [...days.slice(0, LISTED_MAX - 1), '…', ...days.slice(-1)] : days
