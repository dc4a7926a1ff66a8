import { addDaysWithin, daysBetween } from './dates/calendar.ts'
import type { CalendarDate } from './dates/calendar.ts'
import { AMOUNT_MAX, AmountTooLarge } from './amounts/money.ts'
import type { MinorUnits } from './amounts/money.ts'

export type AgingBasis = 'due_date' | 'document_date'

export type AgingPolicy = {
  /** Last day late of each bucket but the last, rising: [30, 60, 90]. */
  readonly edges: readonly number[]
  readonly basis: AgingBasis
  /** Open credits in a column of their own, or in the bucket of their own date. */
  readonly credits: 'own_column' | 'by_date'
}

export const DEFAULT_AGING_POLICY: AgingPolicy = { edges: [30, 60, 90], basis: 'due_date', credits: 'own_column' }

/** An item's balance as of the day asked for; a credit's is negative. */
export type AgingInput = {
  readonly customerId: number
  readonly dueDate: CalendarDate
  readonly documentDate: CalendarDate
  readonly balance: MinorUnits
}

/** Buckets (the first is current) and unapplied add up to total. */
export type AgedBalance = {
  readonly buckets: readonly MinorUnits[]
  readonly unapplied: MinorUnits
  readonly total: MinorUnits
}

/** ['Current', '1-30', '31-60', '61-90', 'Over 90']. */
export function bucketLabels({ edges }: AgingPolicy): readonly string[] {
  const ranges = edges.map((edge, index) => `${(edges[index - 1] ?? 0) + 1}-${edge}`)
  return ['Current', ...ranges, `Over ${edges.at(-1) ?? 0}`]
}

/**
 * Comparing texts with these dates replaces a day count per row: an item is in the first bucket whose edge date is not
 * after its own. The last bucket has no edge.
 */
const edgeDates = ({ edges }: AgingPolicy, asOf: CalendarDate): readonly CalendarDate[] =>
  [0, ...edges].map((edge) => addDaysWithin(asOf, -edge))

function bucketAt(dates: readonly CalendarDate[], date: CalendarDate): number {
  for (let index = 0; index < dates.length; index += 1) {
    const edge = dates[index]
    if (edge !== undefined && date >= edge) return index
  }
  return dates.length
}

/** Index into the labels of an item with this date (due or document, as the policy says): 0 is current. */
export const bucketOf = (policy: AgingPolicy, asOf: CalendarDate, date: CalendarDate): number =>
  bucketAt(edgeDates(policy, asOf), date)

/** Whole days past the due date; 0 when not late. */
export const daysLate = (dueDate: CalendarDate, asOf: CalendarDate): number => Math.max(0, daysBetween(dueDate, asOf))

type Tally = { readonly buckets: MinorUnits[]; unapplied: MinorUnits; total: MinorUnits }

/**
 * Adds up open balances by customer and bucket, one row at a time: a company has hundreds of thousands, and an object for
 * each would cost more than the sums.
 */
export class AgingTally {
  readonly #dates: readonly CalendarDate[]
  readonly #byDueDate: boolean
  readonly #creditsApart: boolean
  readonly #tallies = new Map<number, Tally>()
  #customerId: number | undefined
  #tally: Tally

  constructor(asOf: CalendarDate, policy: AgingPolicy) {
    this.#dates = edgeDates(policy, asOf)
    this.#byDueDate = policy.basis === 'due_date'
    this.#creditsApart = policy.credits === 'own_column'
    this.#tally = this.#fresh()
  }

  /**
   * A balance as of the day, in minor units; a credit's is negative, and one of nothing does not count.
   * @throws AmountTooLarge when a sum leaves AMOUNT_MAX, beyond which it is no exact number any more.
   */
  add(
    customerId: number,
    dueDate: CalendarDate,
    documentDate: CalendarDate,
    balance: MinorUnits,
    isCredit = balance < 0,
  ): void {
    if (balance === 0) return
    // Rows mostly come customer by customer.
    if (customerId !== this.#customerId) this.#turnTo(customerId)
    const tally = this.#tally
    tally.total = within(tally.total + balance)
    if (isCredit && this.#creditsApart) {
      tally.unapplied = within(tally.unapplied + balance)
      return
    }
    const bucket = bucketAt(this.#dates, this.#byDueDate ? dueDate : documentDate)
    tally.buckets[bucket] = within((tally.buckets[bucket] ?? 0) + balance)
  }

  /** By customer; one without open items is absent. */
  result(): ReadonlyMap<number, AgedBalance> {
    return this.#tallies
  }

  #turnTo(customerId: number): void {
    let tally = this.#tallies.get(customerId)
    if (tally === undefined) {
      tally = this.#fresh()
      this.#tallies.set(customerId, tally)
    }
    this.#customerId = customerId
    this.#tally = tally
  }

  #fresh(): Tally {
    return { buckets: Array.from({ length: this.#dates.length + 1 }, () => 0), unapplied: 0, total: 0 }
  }
}

/**
 * One pass over the rows, by customer. Rows with no balance are left out, so a customer without open items is absent.
 * @throws RangeError when a sum leaves AMOUNT_MAX.
 */
export function ageRows(
  rows: Iterable<AgingInput>,
  asOf: CalendarDate,
  policy: AgingPolicy,
): ReadonlyMap<number, AgedBalance> {
  const tally = new AgingTally(asOf, policy)
  for (const { customerId, dueDate, documentDate, balance } of rows)
    tally.add(customerId, dueDate, documentDate, balance)
  return tally.result()
}

/** Each sum as it grows: two amounts within the bound add up to the same side of it, even where the sum is rounded. */
function within(sum: MinorUnits): MinorUnits {
  if (sum <= AMOUNT_MAX && sum >= -AMOUNT_MAX) return sum
  throw new AmountTooLarge(`An aging sum of ${sum} is beyond ${AMOUNT_MAX}.`)
}

/** The foot of an aging: the sum of its rows, column by column. */
export function agingTotals(rows: Iterable<AgedBalance>, policy: AgingPolicy): AgedBalance {
  const foot: Tally = { buckets: Array.from({ length: policy.edges.length + 2 }, () => 0), unapplied: 0, total: 0 }
  for (const row of rows) {
    row.buckets.forEach((amount, index) => (foot.buckets[index] = within((foot.buckets[index] ?? 0) + amount)))
    foot.unapplied = within(foot.unapplied + row.unapplied)
    foot.total = within(foot.total + row.total)
  }
  return foot
}
