import { AgingTally, bucketLabels } from '../../domain/aging.ts'
import type { AgingPolicy } from '../../domain/aging.ts'
import { compareDates } from '../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import { addChecked, sum } from '../../domain/amounts/money.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'

/** An item on a statement, as of its date. Amounts are signed: credits are negative. */
export type StatementItem = {
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly number: string
  readonly original: MinorUnits
  readonly open: MinorUnits
}

/** An item at the foot. One in the company's currency may carry the other sign on a day it was revalued. */
type FootItem = StatementItem & { readonly isCredit?: boolean }

/** What moved the balance on a day: positive raises what the customer owes. */
export type StatementActivity = { readonly date: CalendarDate; readonly number: string; readonly amount: MinorUnits }

/** `paid` is what of the original is settled; `runningBalance` the sum of what is open down to this row. */
export type OpenItemLine<Item> = Item & { readonly paid: MinorUnits; readonly runningBalance: MinorUnits }

/** The open-item form: one row an item, by date, charges before credits of the same day. Settled items are left out. */
export function openItemLines<Item extends StatementItem>(items: readonly Item[]): readonly OpenItemLine<Item>[] {
  let runningBalance = 0
  return items
    .filter((item) => item.open !== 0)
    .toSorted((a, b) => inOrder(a.documentDate, b.documentDate, a.original, b.original, a.number, b.number))
    .map((item) => {
      runningBalance = addChecked(runningBalance, item.open)
      return { ...item, paid: item.original - item.open, runningBalance }
    })
}

export type BalanceForward<Activity> = {
  /** The balance before the first day. */
  readonly openingBalance: MinorUnits
  readonly lines: readonly (Activity & { readonly runningBalance: MinorUnits })[]
  readonly closingBalance: MinorUnits
}

/**
 * The balance-forward form: opens with the balance before `from` and lists the activity up to `to`. Activity before
 * `from` is added to the opening balance given, activity after `to` does not count.
 */
export function balanceForward<Activity extends StatementActivity>(input: {
  readonly openingBalance: MinorUnits
  readonly activity: readonly Activity[]
  readonly from: CalendarDate
  readonly to: CalendarDate
}): BalanceForward<Activity> {
  const before = input.activity.filter((row) => row.date < input.from).map((row) => row.amount)
  const openingBalance = addChecked(input.openingBalance, sum(before))
  let runningBalance = openingBalance
  const lines = input.activity
    .filter((row) => row.date >= input.from && row.date <= input.to)
    .toSorted((a, b) => inOrder(a.date, b.date, a.amount, b.amount, a.number, b.number))
    .map((row) => {
      runningBalance = addChecked(runningBalance, row.amount)
      return { ...row, runningBalance }
    })
  return { openingBalance, lines, closingBalance: runningBalance }
}

function inOrder(
  dateA: CalendarDate,
  dateB: CalendarDate,
  amountA: MinorUnits,
  amountB: MinorUnits,
  numberA: string,
  numberB: string,
): number {
  const chargesFirst = Number(amountA < 0) - Number(amountB < 0)
  return compareDates(dateA, dateB) || chargesFirst || (numberA < numberB ? -1 : numberA > numberB ? 1 : 0)
}

export type StatementFoot = {
  readonly labels: readonly string[]
  readonly buckets: readonly MinorUnits[]
  /** Charges due before the statement's date; credits do not lower it. */
  readonly pastDue: MinorUnits
  /** Open credits, as a positive figure. */
  readonly unapplied: MinorUnits
  readonly total: MinorUnits
}

/** The aging band and totals at the foot of either form, from the items open on the statement's date. */
export function statementFoot(
  items: readonly FootItem[],
  statementDate: CalendarDate,
  policy: AgingPolicy,
): StatementFoot {
  const labels = bucketLabels(policy)
  const tally = new AgingTally(statementDate, policy)
  const isCredit = (item: FootItem): boolean => item.isCredit ?? item.open < 0
  for (const item of items) tally.add(0, item.dueDate, item.documentDate, item.open, isCredit(item))
  const aged = tally.result().get(0)
  const late = items.filter((item) => !isCredit(item) && item.dueDate < statementDate)
  return {
    labels,
    buckets: aged?.buckets ?? labels.map(() => 0),
    pastDue: sum(late.map(({ open }) => open)),
    unapplied: sum(items.filter(isCredit).map(({ open }) => 0 - open)),
    total: aged?.total ?? 0,
  }
}
