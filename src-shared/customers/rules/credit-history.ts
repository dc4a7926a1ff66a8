import type { DatedAmount } from '../../ledger/rules/balance-history.ts'
import { addMonthsWithin, daysBetween, maxDate, startOfMonth } from '../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { addChecked, sum, weightedDays } from '../../domain/amounts/money.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'
import type { Instalment } from '../../company/rules/terms/terms.ts'

/** What was sold in a month, named by its first day. */
export type MonthlySales = { readonly month: CalendarDate; readonly amount: MinorUnits }

/**
 * The highest balance at the end of a day, and the first day it was reached; null when nothing was ever owed.
 * @param changes of the balance, by date
 * @param from counts only from this day on, the balance brought forward to it included; null counts everything
 */
export function highestBalance(changes: readonly DatedAmount[], from: CalendarDate | null): DatedAmount | null {
  let balance = 0
  let highest: DatedAmount | null = null
  for (const [index, { date, amount }] of changes.entries()) {
    balance = addChecked(balance, amount)
    const next = changes[index + 1]
    const holdsUntil = next === undefined ? null : next.date
    // A balance counts when it stands at the end of a day from `from` on.
    if (holdsUntil === date || (from !== null && holdsUntil !== null && holdsUntil <= from)) continue
    if (balance > (highest?.amount ?? 0)) {
      highest = { date: from === null ? date : maxDate(date, from), amount: balance }
    }
  }
  return highest
}

/** Part of an invoice that a payment settled. */
export type PaidPart = {
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly paidOn: CalendarDate
  readonly amount: MinorUnits
}

/** What settled an item on a day, minor units: money first, then what went with it or took its place. */
export type DatedSettlement = { readonly paidOn: CalendarDate; readonly paid: MinorUnits; readonly besides: MinorUnits }

/**
 * What was paid of each part an item is due in. Settlements of every kind, money or not, cover the parts in due order as
 * they come; only money is told.
 * @param plan in due order
 * @param settlements by date
 */
export function paidByPart(
  { documentDate, plan }: { readonly documentDate: CalendarDate; readonly plan: readonly Instalment[] },
  settlements: readonly DatedSettlement[],
): readonly PaidPart[] {
  const left = plan.map(({ dueDate, amount }) => ({ dueDate, left: amount }))
  const cover = (amount: MinorUnits, tell: (dueDate: CalendarDate, covered: MinorUnits) => void): void => {
    let rest = amount
    for (const part of left) {
      const covered = Math.min(rest, part.left)
      part.left -= covered
      rest -= covered
      if (covered > 0) tell(part.dueDate, covered)
    }
  }
  return settlements.flatMap(({ paidOn, paid, besides }) => {
    const parts: PaidPart[] = []
    cover(paid, (dueDate, amount) => parts.push({ documentDate, dueDate, paidOn, amount }))
    cover(besides, () => {})
    return parts
  })
}

/** Days from invoice to payment and from due date to payment, weighted by what was paid; early is 0 days late. */
export const payingHabit = (
  parts: readonly PaidPart[],
): { readonly daysToPay: number | null; readonly daysLate: number | null } => ({
  daysToPay: weightedDays(
    parts.map(({ documentDate, paidOn, amount }) => ({ amount, days: daysBetween(documentDate, paidOn) })),
  ),
  daysLate: weightedDays(
    parts.map(({ dueDate, paidOn, amount }) => ({ amount, days: Math.max(0, daysBetween(dueDate, paidOn)) })),
  ),
})

const MONTHS_SHOWN = 13

/** The thirteen months that end with a day's own, without gaps, oldest first. */
export const salesByMonth = (sales: readonly MonthlySales[], asOf: CalendarDate): readonly MonthlySales[] =>
  Array.from({ length: MONTHS_SHOWN }, (_, index) => {
    const month = startOfMonth(addMonthsWithin(asOf, index + 1 - MONTHS_SHOWN))
    return { month, amount: salesOf(sales, (each) => each === month) }
  })

/** What was sold in the calendar year of a day, so far as `sales` reach. */
export const salesOfYear = (sales: readonly MonthlySales[], day: CalendarDate): MinorUnits =>
  salesOf(sales, (month) => month.slice(0, 4) === day.slice(0, 4))

const salesOf = (sales: readonly MonthlySales[], isWanted: (month: CalendarDate) => boolean): MinorUnits =>
  sum(sales.filter(({ month }) => isWanted(month)).map(({ amount }) => amount))
