/** n / d rounded half away from zero; d is positive. */
export const half = (n: number, d: number): number => {
  const rounded = Math.floor((2 * Math.abs(n) + d) / (2 * d))
  return n < 0 ? 0 - rounded : rounded
}

/**
 * A whole of zero or more divided by weights, the parts lacking most getting the last units; the first of equals first.
 * Together the weights are more than nothing.
 */
export const shares = (whole: number, weights: readonly number[]): number[] => {
  if (whole === 0) return weights.map(() => 0)
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const parts = weights.map((weight, index) => ({
    index,
    part: Math.floor((whole * weight) / all),
    lacks: (((whole * weight) % all) + all) % all,
  }))
  let left = whole - parts.reduce((sum, { part }) => sum + part, 0)
  for (const share of parts.toSorted((a, b) => b.lacks - a.lacks || a.index - b.index)) {
    if (left <= 0) break
    share.part += 1
    left -= 1
  }
  return parts.map(({ part }) => part)
}

export const total = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0)
