import { sum } from '../../../src-shared/domain/amounts/money.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** The colours of the age of a debt: current, then ever later. */
const lateColors = ['var(--age-1)', 'var(--age-2)', 'var(--age-3)', 'var(--age-4)']

/** The colour of a bucket: the first is current, the last always the worst, however many there are. */
export function bucketColor(index: number, count: number): string {
  if (index === 0) return 'var(--age-0)'
  const late = count - 1
  const place = late === 1 ? 1 : (index - 1) / (late - 1)
  return lateColors[Math.round(place * (lateColors.length - 1))] ?? 'var(--age-4)'
}

/** Each bucket's part of the whole, from 0 to 1; what is below zero has none. */
export function bucketShares(amounts: readonly number[]): readonly number[] {
  const whole = sum(amounts.map((amount) => Math.max(0, amount)))
  return amounts.map((amount) => (whole === 0 ? 0 : Math.max(0, amount) / whole))
}

/** What is past its due date: all but the first bucket. Only meaningful when aged by due date. */
export const overdueOf = (buckets: readonly MinorUnits[]): MinorUnits => sum(buckets.slice(1))

/**
 * The overdue part of what is owed before unapplied credits, which the total is less by: in percent without decimals. Null
 * where there is nothing to share, or credits among the buckets leave no part of a whole.
 */
export function overduePercent(buckets: readonly MinorUnits[]): number | null {
  const owed = sum(buckets)
  const percent = owed > 0 ? Math.round((100 * overdueOf(buckets)) / owed) : -1
  return percent >= 0 && percent <= 100 ? percent : null
}
