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
  const whole = amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0)
  return amounts.map((amount) => (whole === 0 ? 0 : Math.max(0, amount) / whole))
}
