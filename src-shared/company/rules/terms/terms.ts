import { allocate, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'
import {
  addDaysWithin,
  addMonthsWithin,
  compareDates,
  dateFromParts,
  daysInMonth,
  endOfMonth,
  LAST_DATE,
  partsOf,
} from '../../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../../domain/dates/calendar.ts'

/** A percentage, an amount in minor units of the company's currency, or what the other parts leave. */
export type InstalmentShare =
  { readonly percent: Millionths } | { readonly amount: MinorUnits } | { readonly rest: true }

/**
 * How a total divides among shares in due order, so that the amounts add up to it. Percentages alone are divided by the
 * largest remainder. Beside fixed amounts and a rest each is taken of the total, and each amount as far as what is due
 * before it leaves something; the rest is what remains.
 * @param shares amounts in minor units of the total's currency
 * @returns minor units; null for a total below nothing, which has no fixed parts
 */
export function instalmentAmounts(shares: readonly InstalmentShare[], total: MinorUnits): readonly MinorUnits[] | null {
  const percentages = shares.flatMap((share) => ('percent' in share ? [share.percent] : []))
  if (percentages.length === shares.length) return allocate(total, percentages)
  if (total < 0) return null
  let left = total
  const fixed = shares.map((share) => {
    if ('rest' in share) return null
    const amount = Math.min(left, 'amount' in share ? share.amount : percentOf(total, share.percent))
    left -= amount
    return amount
  })
  const rest = total - sum(fixed.flatMap((amount) => amount ?? []))
  return fixed.map((amount) => amount ?? rest)
}

/** What paying early earns: a percentage in millionths, or a flat amount in minor units of the company's currency. */
type Reward = { readonly percent: Millionths } | { readonly amount: MinorUnits }

/** A day of the next month; of the month after that when the document is dated after the cutoff day. */
type DayOfNextMonth = { readonly dayOfMonth: number; readonly cutoffDay: number }

/** The first such day of a month that is at least so many days after the document. */
type DayOfMonthAfter = { readonly dayOfMonth: number; readonly afterDays: number }

/** What may be kept back when paid within so many days of the document, or until a day of the month. */
export type EarlyDiscount = Reward & ({ readonly days: number } | DayOfNextMonth | DayOfMonthAfter)

/** Due so many months after the document, and so many days after that. */
export type InstalmentPart = InstalmentShare & { readonly dueAfterMonths?: number; readonly dueAfterDays: number }

type EveryTerms = {
  readonly discount: EarlyDiscount | null
  /** Days after the discount date in which the discount may still be given. */
  readonly graceDays: number
}

/** When an invoice falls due, and what paying early earns. */
export type PaymentTerms = EveryTerms &
  (
    | { readonly kind: 'net'; readonly days: number }
    /** So many days on, then so many months on, the end of that month, and so many days after it. */
    | { readonly kind: 'end_of_month'; readonly afterDays?: number; readonly months: number; readonly days: number }
    | ({ readonly kind: 'proximo' } & DayOfNextMonth)
    | ({ readonly kind: 'day_of_month' } & DayOfMonthAfter)
    | { readonly kind: 'instalments'; readonly parts: readonly InstalmentPart[] }
  )

/** The day the document is settled by; of instalments, the last one's. It stops at the end of the calendar. */
export function dueDate(terms: PaymentTerms, documentDate: CalendarDate): CalendarDate {
  switch (terms.kind) {
    case 'net':
      return addDaysWithin(documentDate, terms.days)
    case 'end_of_month': {
      const within = addMonthsWithin(addDaysWithin(documentDate, terms.afterDays ?? 0), terms.months)
      return addDaysWithin(endOfMonth(within), terms.days)
    }
    case 'proximo':
      return dayOfNextMonth(terms, documentDate)
    case 'day_of_month':
      return dayOfMonthAfter(terms, documentDate)
    case 'instalments':
      return instalmentDays(terms.parts, documentDate).at(-1) ?? documentDate
  }
}

const dayOfNextMonth = ({ dayOfMonth, cutoffDay }: DayOfNextMonth, documentDate: CalendarDate): CalendarDate =>
  dayOfMonthOn(documentDate, partsOf(documentDate).day > cutoffDay ? 2 : 1, dayOfMonth)

function dayOfMonthAfter({ dayOfMonth, afterDays }: DayOfMonthAfter, documentDate: CalendarDate): CalendarDate {
  const earliest = addDaysWithin(documentDate, afterDays)
  const sameMonth = dayOfMonthOn(earliest, 0, dayOfMonth)
  return sameMonth >= earliest ? sameMonth : dayOfMonthOn(earliest, 1, dayOfMonth)
}

/** A day of the month so many months on; day 31 of a shorter month is its last day. */
function dayOfMonthOn(date: CalendarDate, monthsOn: number, dayOfMonth: number): CalendarDate {
  const from = partsOf(date)
  const index = from.year * 12 + from.month - 1 + monthsOn
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  if (year > partsOf(LAST_DATE).year) return LAST_DATE
  return dateFromParts(year, month, Math.min(dayOfMonth, daysInMonth(year, month)))
}

const partDue = ({ dueAfterMonths = 0, dueAfterDays }: InstalmentPart, documentDate: CalendarDate): CalendarDate =>
  addDaysWithin(addMonthsWithin(documentDate, dueAfterMonths), dueAfterDays)

/** The days on which instalments fall due, in order. */
export const instalmentDays = (parts: readonly InstalmentPart[], documentDate: CalendarDate): readonly CalendarDate[] =>
  parts.map((part) => partDue(part, documentDate)).toSorted(compareDates)

/** The last day on which the discount is earned, grace not counted; null when the terms have none. */
export function discountUntil({ discount }: PaymentTerms, documentDate: CalendarDate): CalendarDate | null {
  if (discount === null) return null
  if ('days' in discount) return addDaysWithin(documentDate, discount.days)
  return 'cutoffDay' in discount ? dayOfNextMonth(discount, documentDate) : dayOfMonthAfter(discount, documentDate)
}

/** Minor units of the company's currency in the document's. */
export type InDocumentCurrency = (amount: MinorUnits) => MinorUnits

const inCompanyCurrency: InDocumentCurrency = (amount) => amount

/**
 * What paying early earns, rounded half away from zero; fixed when the document is posted. A flat amount is never more than
 * what it is earned on.
 * @param earning what of the document's total earns it, tax included
 */
export function discountOffered(
  { discount }: PaymentTerms,
  earning: MinorUnits,
  inDocumentCurrency = inCompanyCurrency,
): MinorUnits {
  if (discount === null || earning <= 0) return 0
  if ('percent' in discount) return percentOf(earning, discount.percent)
  return Math.min(earning, inDocumentCurrency(discount.amount))
}

export type Instalment = { readonly dueDate: CalendarDate; readonly amount: MinorUnits }

/**
 * What falls due when, in due order; the amounts add up to the total. Terms without instalments give one. A part that
 * fixed amounts leave nothing for is left out.
 */
export function instalmentPlan(
  terms: PaymentTerms,
  documentDate: CalendarDate,
  total: MinorUnits,
  inDocumentCurrency = inCompanyCurrency,
): readonly Instalment[] {
  const whole = [{ dueDate: dueDate(terms, documentDate), amount: total }]
  if (terms.kind !== 'instalments') return whole
  const parts = terms.parts
    .map((part) => ({ part, dueDate: partDue(part, documentDate) }))
    .toSorted((a, b) => compareDates(a.dueDate, b.dueDate))
  const shares = parts.map(({ part }) => ('amount' in part ? { amount: inDocumentCurrency(part.amount) } : part))
  const amounts = instalmentAmounts(shares, total)
  if (amounts === null) return whole
  const plan = parts.map((part, index) => ({ dueDate: part.dueDate, amount: amounts[index] ?? 0 }))
  if (terms.parts.every((part) => 'percent' in part)) return plan
  const kept = plan.filter(({ amount }) => amount !== 0)
  return kept.length === 0 ? whole : kept
}
