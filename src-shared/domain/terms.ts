import { addDaysWithin, addMonthsWithin, dateFromParts, daysInMonth, endOfMonth, partsOf } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import { allocate, HUNDRED_PERCENT, percentOf } from './money.ts'
import type { Millionths, MinorUnits } from './money.ts'

/** Percent (2 percent is 2000000) of the total that may be kept back when paid within so many days of the document. */
export type EarlyDiscount = { readonly percent: Millionths; readonly days: number }

export type InstalmentPart = { readonly percent: Millionths; readonly dueAfterDays: number }

type EveryTerms = {
  readonly discount: EarlyDiscount | null
  /** Days after the discount date in which the discount may still be given. */
  readonly graceDays: number
}

/** When an invoice falls due, and what paying early earns. */
export type PaymentTerms = EveryTerms &
  (
    | { readonly kind: 'net'; readonly days: number }
    /** The end of the month so many months on, plus days. */
    | { readonly kind: 'end_of_month'; readonly months: number; readonly days: number }
    /** A day of the next month; of the month after that when the document is dated after the cutoff day. */
    | { readonly kind: 'proximo'; readonly dayOfMonth: number; readonly cutoffDay: number }
    | { readonly kind: 'instalments'; readonly parts: readonly InstalmentPart[] }
  )

/** The day the document is settled by; of instalments, the last one's. It stops at the end of the calendar. */
export function dueDate(terms: PaymentTerms, documentDate: CalendarDate): CalendarDate {
  switch (terms.kind) {
    case 'net':
      return addDaysWithin(documentDate, terms.days)
    case 'end_of_month':
      return addDaysWithin(endOfMonth(addMonthsWithin(documentDate, terms.months)), terms.days)
    case 'proximo':
      return proximo(terms, documentDate)
    case 'instalments':
      return addDaysWithin(documentDate, Math.max(...terms.parts.map((part) => part.dueAfterDays)))
  }
}

/** Day 31 of a shorter month is its last day. */
function proximo(terms: { dayOfMonth: number; cutoffDay: number }, documentDate: CalendarDate): CalendarDate {
  const monthsOn = partsOf(documentDate).day > terms.cutoffDay ? 2 : 1
  const { year, month } = partsOf(addMonthsWithin(documentDate, monthsOn))
  return dateFromParts(year, month, Math.min(terms.dayOfMonth, daysInMonth(year, month)))
}

/** The last day on which the discount is earned, grace not counted; null when the terms have none. */
export const discountUntil = (terms: PaymentTerms, documentDate: CalendarDate): CalendarDate | null =>
  terms.discount === null ? null : addDaysWithin(documentDate, terms.discount.days)

/** What paying early earns on a total, rounded half away from zero; fixed when the document is posted. */
export const discountOffered = (terms: PaymentTerms, total: MinorUnits): MinorUnits =>
  terms.discount === null ? 0 : percentOf(total, terms.discount.percent)

export type Instalment = { readonly dueDate: CalendarDate; readonly amount: MinorUnits }

/** What falls due when, in due order; the amounts add up to the total. Terms without instalments give one. */
export function instalmentPlan(
  terms: PaymentTerms,
  documentDate: CalendarDate,
  total: MinorUnits,
): readonly Instalment[] {
  if (terms.kind !== 'instalments') return [{ dueDate: dueDate(terms, documentDate), amount: total }]
  const parts = terms.parts.toSorted((a, b) => a.dueAfterDays - b.dueAfterDays)
  const amounts = allocate(
    total,
    parts.map((part) => part.percent),
  )
  return parts.map((part, index) => ({
    dueDate: addDaysWithin(documentDate, part.dueAfterDays),
    amount: amounts[index] ?? 0,
  }))
}

/** Why terms cannot be used; `path` names the field. */
export type TermsProblem = { readonly path: string } & (
  | { readonly kind: 'days_out_of_range'; readonly max: number }
  | { readonly kind: 'day_of_month_out_of_range' }
  | { readonly kind: 'percent_out_of_range' }
  | { readonly kind: 'discount_after_due' }
  | { readonly kind: 'no_instalments' }
  | { readonly kind: 'instalments_not_100_percent'; readonly percent: Millionths }
)

export const TERMS_DAYS_MAX = 3650
export const TERMS_MONTHS_MAX = 24

/** Everything wrong with the terms, in the order of their fields; empty when they can be used. */
export function validateTerms(terms: PaymentTerms): readonly TermsProblem[] {
  return [...validateKind(terms), ...validateDiscount(terms), ...checkDays('graceDays', terms.graceDays)]
}

function validateKind(terms: PaymentTerms): readonly TermsProblem[] {
  switch (terms.kind) {
    case 'net':
      return checkDays('days', terms.days)
    case 'end_of_month':
      return [...checkDays('months', terms.months, TERMS_MONTHS_MAX), ...checkDays('days', terms.days)]
    case 'proximo':
      return [...checkDayOfMonth('dayOfMonth', terms.dayOfMonth), ...checkDayOfMonth('cutoffDay', terms.cutoffDay)]
    case 'instalments':
      return validateInstalments(terms.parts)
  }
}

function validateInstalments(parts: readonly InstalmentPart[]): readonly TermsProblem[] {
  if (parts.length === 0) return [{ kind: 'no_instalments', path: 'parts' }]
  const percent = parts.reduce((sum, part) => sum + part.percent, 0)
  const ofParts = parts.flatMap((part, index) => [
    ...checkPercent(`parts.${index}.percent`, part.percent),
    ...checkDays(`parts.${index}.dueAfterDays`, part.dueAfterDays),
  ])
  if (percent === HUNDRED_PERCENT) return ofParts
  return [...ofParts, { kind: 'instalments_not_100_percent', path: 'parts', percent }]
}

function validateDiscount(terms: PaymentTerms): readonly TermsProblem[] {
  const { discount } = terms
  if (discount === null) return []
  const lateForNet = terms.kind === 'net' && discount.days > terms.days
  return [
    ...checkPercent('discount.percent', discount.percent),
    ...checkDays('discount.days', discount.days),
    ...(lateForNet ? [{ kind: 'discount_after_due', path: 'discount.days' } as const] : []),
  ]
}

const checkDays = (path: string, days: number, max = TERMS_DAYS_MAX): readonly TermsProblem[] =>
  Number.isInteger(days) && days >= 0 && days <= max ? [] : [{ kind: 'days_out_of_range', path, max }]

const checkDayOfMonth = (path: string, day: number): readonly TermsProblem[] =>
  Number.isInteger(day) && day >= 1 && day <= 31 ? [] : [{ kind: 'day_of_month_out_of_range', path }]

const checkPercent = (path: string, percent: Millionths): readonly TermsProblem[] =>
  Number.isInteger(percent) && percent > 0 && percent <= HUNDRED_PERCENT ? [] : [{ kind: 'percent_out_of_range', path }]
