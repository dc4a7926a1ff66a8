import { addDaysWithin, daysBetween } from './calendar.ts'
import type { CalendarDate } from './calendar.ts'
import { AMOUNT_MAX } from './money.ts'
import type { MinorUnits } from './money.ts'

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

type Tally = { buckets: MinorUnits[]; unapplied: MinorUnits; total: MinorUnits }

/**
 * One pass over the rows, by customer. Rows with no balance are left out, so a customer without open items is absent.
 * @throws RangeError when a sum leaves AMOUNT_MAX.
 */
export function ageRows(rows: Iterable<AgingInput>, asOf: CalendarDate, policy: AgingPolicy): Map<number, AgedBalance> {
  const dates = edgeDates(policy, asOf)
  const byDueDate = policy.basis === 'due_date'
  const creditsApart = policy.credits === 'own_column'
  const tallies = new Map<number, Tally>()
  let tally: Tally | undefined
  let customerId: number | undefined
  for (const row of rows) {
    const { balance } = row
    if (balance === 0) continue
    if (tally === undefined || row.customerId !== customerId) {
      customerId = row.customerId
      tally = tallyOf(tallies, customerId, dates.length + 1)
    }
    tally.total += balance
    if (balance < 0 && creditsApart) tally.unapplied += balance
    else {
      const bucket = bucketAt(dates, byDueDate ? row.dueDate : row.documentDate)
      tally.buckets[bucket] = (tally.buckets[bucket] ?? 0) + balance
    }
  }
  for (const checked of tallies.values()) checkTally(checked)
  return tallies
}

function tallyOf(tallies: Map<number, Tally>, customerId: number, buckets: number): Tally {
  const known = tallies.get(customerId)
  if (known !== undefined) return known
  const fresh: Tally = { buckets: Array.from({ length: buckets }, () => 0), unapplied: 0, total: 0 }
  tallies.set(customerId, fresh)
  return fresh
}

function checkTally({ buckets, unapplied, total }: AgedBalance): void {
  for (const amount of [...buckets, unapplied, total]) {
    if (!(Math.abs(amount) <= AMOUNT_MAX)) throw new RangeError(`An aging sum of ${amount} is beyond ${AMOUNT_MAX}.`)
  }
}

/** The foot of an aging: the sum of its rows, column by column. */
export function agingTotals(rows: Iterable<AgedBalance>, policy: AgingPolicy): AgedBalance {
  const foot: Tally = { buckets: Array.from({ length: policy.edges.length + 2 }, () => 0), unapplied: 0, total: 0 }
  for (const row of rows) {
    row.buckets.forEach((amount, index) => (foot.buckets[index] = (foot.buckets[index] ?? 0) + amount))
    foot.unapplied += row.unapplied
    foot.total += row.total
  }
  checkTally(foot)
  return foot
}
