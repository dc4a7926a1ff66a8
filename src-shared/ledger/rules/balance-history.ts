import { compareDates } from '../../domain/dates/calendar.ts'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'

/** An entry on an open item: positive raises the receivable. */
export type DatedAmount = { readonly date: CalendarDate; readonly amount: MinorUnits }

export type OutOfBounds = {
  /** The first day on which the balance would lie outside. */
  readonly date: CalendarDate
  /** The balance that day, the change included. */
  readonly balance: MinorUnits
  /** The first date on or after the change's from which it fits on every day; null when there is none. */
  readonly earliest: CalendarDate | null
}

/**
 * Whether a change dated D keeps an item's balance between 0 and its original amount at the end of D and of every later
 * day. A back-dated application can fit today and still over-apply a past day: this finds that day.
 * @param entries all entries of the item, its own document's included, in any order
 * @param original signed: an invoice's is positive, a receipt's negative
 * @returns null when it fits
 */
export function firstDayOutOfBounds(
  entries: readonly DatedAmount[],
  original: MinorUnits,
  change: DatedAmount,
): OutOfBounds | null {
  const [low, high] = original < 0 ? [original, 0] : [0, original]
  const days = balancesFrom(entries, change)
  const isOut = ({ balance }: DayBalance): boolean => balance < low || balance > high
  const first = days.find(isOut)
  if (first === undefined) return null
  return { ...first, earliest: days[days.findLastIndex(isOut) + 1]?.date ?? null }
}

export const balanceStaysWithin = (
  entries: readonly DatedAmount[],
  original: MinorUnits,
  change: DatedAmount,
): boolean => firstDayOutOfBounds(entries, original, change) === null

type DayBalance = { readonly date: CalendarDate; readonly balance: MinorUnits }

/** The balance at the end of the change's day and of each later day that has an entry, the change included. */
function balancesFrom(entries: readonly DatedAmount[], change: DatedAmount): readonly DayBalance[] {
  const days: DayBalance[] = []
  let balance = 0
  for (const { date, amount } of [...entries, change].toSorted((a, b) => compareDates(a.date, b.date))) {
    balance += amount
    if (date < change.date) continue
    if (days.at(-1)?.date === date) days.pop()
    days.push({ date, balance })
  }
  return days
}

/**
 * The least that an item has open at the end of a day or of any later one, above zero for a debit and a credit alike: as
 * much can be settled on that day and over-applies no day.
 * @param entries all entries of the item, its own document's included, in any order
 */
export function leastFrom(entries: readonly DatedAmount[], day: CalendarDate): MinorUnits {
  const days = balancesFrom(entries, { date: day, amount: 0 })
  return Math.min(...days.map(({ balance }) => Math.abs(balance)))
}
