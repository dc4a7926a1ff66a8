import { addDaysWithin, compareDates } from '../../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../../domain/dates/calendar.ts'
import { inProportion } from '../../../domain/amounts/money.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'

/** A debit item that a receipt may settle. Amounts are positive minor units. */
export type OpenDebit = {
  readonly itemId: number
  readonly number: string
  /** The customer's own reference, such as an order number. */
  readonly reference: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly open: MinorUnits
  /** What is open by the day it is due, earliest first, of an item in instalments; they add up to `open`. */
  readonly parts?: readonly { readonly dueDate: CalendarDate; readonly open: MinorUnits }[]
  /** The most that can be settled on the day; less than `open` for an item that was settled for a while after it. */
  readonly room?: MinorUnits
  /** The most that can be given away on it, where credit notes that are not applied gave some back already. */
  readonly givable?: MinorUnits
  /** The most of a short payment of it that is tolerated, beside what the company tolerates. */
  readonly toleranceMost?: MinorUnits
  /** What paying early still earns, see discountLeft, and the last day it is earned; 0 and null without. */
  readonly discount: MinorUnits
  readonly discountUntil: CalendarDate | null
  /** Days after discountUntil that the item's own terms add; the company's may be more. */
  readonly graceDays?: number
  readonly disputed: boolean
}

/** What a customer has left to use up: an unapplied receipt, a credit note. A positive amount. */
export type OpenCredit = { readonly itemId: number; readonly number: string; readonly open: MinorUnits }

/** Disputed items come last; among the others the earliest due, then the earliest document, then the lowest number. */
export const inSettlementOrder = <Item extends OpenDebit>(items: readonly Item[]): readonly Item[] =>
  items.toSorted(
    (a, b) =>
      Number(a.disputed) - Number(b.disputed) ||
      compareDates(a.dueDate, b.dueDate) ||
      compareDates(a.documentDate, b.documentDate) ||
      (a.number < b.number ? -1 : a.number > b.number ? 1 : a.itemId - b.itemId),
  )

type Discountable = Pick<OpenDebit, 'open' | 'discount' | 'discountUntil' | 'graceDays' | 'givable'>

/** An item's discount as it was offered, and what has become of it. Positive minor units. */
export type OfferedDiscount = {
  /** What it was offered on: the original total, or what its lines that earn it come to. */
  readonly original: MinorUnits
  readonly offered: MinorUnits
  /** Of that, what credit notes have taken back: it is not paid, so it earns nothing. */
  readonly credited: MinorUnits
  /** Discount taken on earlier receipts. */
  readonly discountTaken: MinorUnits
}

/** What is left to earn: the offer on what was not credited, less what was taken before. */
export const discountLeft = ({ original, offered, credited, discountTaken }: OfferedDiscount): MinorUnits =>
  offered === 0 ? 0 : Math.max(0, inProportion(offered, Math.max(0, original - credited), original) - discountTaken)

/**
 * How much of a discount the terms do not give: all of it after the discount date and its grace; in time, what goes beyond
 * the share of the open amount that is settled, rounded half up. Minor units.
 * @param item.discount what is left of the offer, see discountLeft
 */
export function discountOutsideTerms(
  item: Discountable,
  taken: { readonly discount: MinorUnits; readonly settledBeside: MinorUnits; readonly paidOn: CalendarDate },
  graceDays: number,
): MinorUnits {
  const earned = discountOn(item, taken.paidOn, { graceDays })
  const settled = Math.min(item.open, taken.settledBeside + taken.discount)
  const share = settled >= item.open ? earned : inProportion(earned, settled, item.open)
  return Math.max(0, taken.discount - share)
}

/**
 * The discount a receipt earns by settling the item: what is left of what the terms offer, when the receipt is dated on or
 * before the discount date plus the grace days. Never more than is open.
 * @param rules.evenIfLate the clerk gives the discount whatever the date (Ctrl+W)
 */
export function discountOn(
  item: Discountable,
  receiptDate: CalendarDate,
  rules: { readonly graceDays: number; readonly evenIfLate?: boolean },
): MinorUnits {
  if (item.discountUntil === null) return 0
  const graceDays = Math.max(rules.graceDays, item.graceDays ?? 0)
  const earned = receiptDate <= addDaysWithin(item.discountUntil, graceDays)
  if (!earned && rules.evenIfLate !== true) return 0
  return Math.max(0, Math.min(item.open, item.discount, item.givable ?? item.discount))
}
