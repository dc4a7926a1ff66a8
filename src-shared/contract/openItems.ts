import type { CalendarDate } from '../domain/calendar.ts'
import type { DocumentKind } from '../domain/documents.ts'
import { date, id } from './fields.ts'
import { output, query } from './operation.ts'

/** A document not settled in full. Amounts are signed as they move the receivable: credits are negative. */
export interface OpenItem {
  readonly documentId: number
  readonly customerId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly reference: string
  readonly currency: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly original: number
  readonly open: number
  /** Days after the due date as of the day asked for; 0 when not late. */
  readonly daysLate: number
  /** Last day on which the discount is earned, and what is left of it to take; null and 0 without a discount. */
  readonly discountUntil: CalendarDate | null
  readonly discount: number
  /** Days after discountUntil in which the invoice's own terms still give it. */
  readonly graceDays: number
}

export const openItems = {
  /** Debits and credits of one customer open as of a day, by due date. */
  'openItems.forCustomer': query(
    { customerId: id, asOf: date },
    { output: output<readonly OpenItem[]>(), refusals: ['customer_not_found'] },
  ),
}
