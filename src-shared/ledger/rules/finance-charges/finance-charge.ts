import type { DatedAmount } from '../balance-history.ts'
import { compareDates, daysBetween, maxDate, type CalendarDate } from '../../../domain/dates/calendar.ts'
import { simpleInterest, sum, type Millionths, type MinorUnits } from '../../../domain/amounts/money.ts'
import type { Instalment } from '../../../company/rules/terms/terms.ts'

/** A debit item that may be late. */
export type ChargeableItem = {
  readonly original: MinorUnits
  /** What falls due when; one part, or the instalments in due order. */
  readonly plan: readonly Instalment[]
  /** Every entry of the item up to the day of the charge, its own document's included. */
  readonly entries: readonly DatedAmount[]
  /** The last day an earlier charge has charged; null without one. */
  readonly chargedUntil: CalendarDate | null
  readonly feeCharged: boolean
}

/** What decides how much of an item was late on a day. */
type ItemHistory = Pick<ChargeableItem, 'original' | 'plan' | 'entries'>

export type ChargeRules = {
  /** Percent a year, in millionths. */
  readonly annualRate: Millionths
  /** A flat late fee, once for each late item; minor units of the item's currency. */
  readonly fee: MinorUnits
}

export type FinanceCharge = {
  /** Charged are the days after `after` through `until`. */
  readonly after: CalendarDate
  readonly until: CalendarDate
  /** Days of them on which something was overdue. */
  readonly days: number
  /** Overdue on the last day, as an aging of it says. */
  readonly overdue: MinorUnits
  readonly interest: MinorUnits
  readonly fee: MinorUnits
}

/**
 * Interest on what was overdue, day by day, from the day after the due date or the last charge; the day on which an item
 * is settled still counts, the days after it do not. Days late x rate / 365 x open, rounded once for the item, half away
 * from zero. Null when there is nothing to charge; days whose interest rounds to nothing wait for the next charge.
 */
export function financeCharge(item: ChargeableItem, asOf: CalendarDate, rules: ChargeRules): FinanceCharge | null {
  const firstDue = item.plan[0]?.dueDate
  if (firstDue === undefined) return null
  const after = maxDate(firstDue, item.chargedUntil ?? firstDue)
  if (after >= asOf) return null
  const stretches = lateStretches(item, after, asOf)
  const days = stretches.reduce((total, stretch) => total + stretch.days, 0)
  if (days === 0) return null
  const interest = simpleInterest(stretches, rules.annualRate)
  const fee = item.feeCharged ? 0 : rules.fee
  if (interest === 0 && fee === 0) return null
  return { after, until: asOf, days, overdue: overdueOn(item, asOf), interest, fee }
}

/** Days that a charge has charged, and what for. */
export type ChargedDays = {
  readonly after: CalendarDate
  readonly until: CalendarDate
  readonly annualRate: Millionths
  readonly interest: MinorUnits
  readonly fee: MinorUnits
}

/**
 * What each charge of one item would have come to by the item's entries as they are now, in the order given. The late fee
 * stays where the item was late on any day up to the last that was charged with it.
 */
export function chargedAgain(item: ItemHistory, charges: readonly ChargedDays[]): readonly MinorUnits[] {
  const firstDue = item.plan[0]?.dueDate
  return charges.map(({ after, until, annualRate, fee }) => {
    const wasLate = firstDue !== undefined && lateStretches(item, firstDue, until).length > 0
    return sum([simpleInterest(lateStretches(item, after, until), annualRate), wasLate ? fee : 0])
  })
}

type Stretch = { readonly amount: MinorUnits; readonly days: number }

const lateStretches = (item: ItemHistory, after: CalendarDate, until: CalendarDate): readonly Stretch[] =>
  overdueStretches(item, after, until).filter(({ amount }) => amount > 0)

/** What was overdue can only change on the day of an entry or a due date; in between it stays. */
function overdueStretches(item: ItemHistory, after: CalendarDate, until: CalendarDate): readonly Stretch[] {
  const turns = [...item.entries.map(({ date }) => date), ...item.plan.map(({ dueDate }) => dueDate)]
    .filter((date) => date > after && date < until)
    .toSorted(compareDates)
  const days = [after, ...new Set(turns), until]
  return days.slice(1).map((end, index) => {
    const start = days[index] ?? after
    return { amount: overdueAt(item, start), days: daysBetween(start, end) }
  })
}

/** What was due before a day, less all that was settled by its end. */
function overdueOn(item: ItemHistory, date: CalendarDate): MinorUnits {
  const due = sum(item.plan.flatMap((part) => (part.dueDate < date ? [part.amount] : [])))
  return Math.max(0, due - settledBy(item, date))
}

/** What is late the day after: the parts due by then less all that has been settled, since those are settled first. */
function overdueAt(item: ItemHistory, date: CalendarDate): MinorUnits {
  const due = sum(item.plan.flatMap((part) => (part.dueDate <= date ? [part.amount] : [])))
  return Math.max(0, due - settledBy(item, date))
}

const settledBy = (item: ItemHistory, date: CalendarDate): MinorUnits =>
  item.original - sum(item.entries.flatMap((entry) => (entry.date <= date ? [entry.amount] : [])))
