import type { OpenPart } from '../rules/base-currency/base-parts.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DocumentKind, UnappliedAs } from '../../domain/documents.ts'
import { z } from 'zod'
import { id, text } from '../../kit/fields.ts'
import { command, output } from '../../kit/operation.ts'

export const itemHolds = ['disputed', 'held'] as const
export type ItemHold = (typeof itemHolds)[number]

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
  /** What is open by the day it falls due, the earliest first; several parts of an item in instalments. */
  readonly parts: readonly OpenPart[]
  /** Days after the due date as of the day asked for; 0 when not late. */
  readonly daysLate: number
  /** Last day on which the discount is earned, and what is left of it to take; null and 0 without a discount. */
  readonly discountUntil: CalendarDate | null
  readonly discount: number
  /** Days after discountUntil in which the invoice's own terms still give it. */
  readonly graceDays: number
  /** Kept out of reminders and finance charges, and settled last; null for neither. */
  readonly hold: ItemHold | null
  /** What is left of a receipt is meant to be this; null where nothing was said, and for other kinds. */
  readonly unappliedAs: UnappliedAs | null
}

/** A customer as another's record names it. */
export interface RelatedCustomer {
  readonly id: number
  readonly code: string
  readonly name: string
}

export const openItems = {
  /** Keeps an item out of reminders and finance charges, and last in proposals; null ends that. */
  'openItems.hold': command(
    { documentId: id, state: z.enum(itemHolds).nullable(), reason: text(200) },
    { office: 'alone', giveWay: 'not_taken', output: output<null>(), refusals: ['document_not_found'] },
  ),
}
