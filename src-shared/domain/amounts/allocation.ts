/**
 * Divides a total among weights by the largest-remainder method: the parts always add up to the total, and each differs
 * from its exact share by less than one minor unit. Ties go to the first. `allocate(-t, w)` is `-allocate(t, w)`.
 * A zero weight gets nothing, unless all are zero: then the total is divided equally.
 * @param total minor units
 * @param weights whole numbers, of any unit; credit lines among debit lines may weigh negatively
 * @throws RangeError when there is nothing to divide among: no weights, or weights that cancel out.
 */
export function allocate(total: number, weights: readonly (number | bigint)[]): number[] {
  const [sign, magnitude] = total < 0 ? [-1, BigInt(-total)] : [1, BigInt(total)]
  const parts = weightsToDivideBy(magnitude, weights)
  const whole = parts.reduce((sum, weight) => sum + weight, 0n)
  if (magnitude === 0n) return weights.map(() => 0)
  const shares = parts.map((weight, index) => ({ index, ...floorDivide(magnitude * weight, whole) }))
  let left = Number(magnitude - shares.reduce((sum, share) => sum + share.quotient, 0n))
  const amounts = shares.map((share) => Number(share.quotient))
  const byRemainder = shares.toSorted((a, b) => compareBig(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of byRemainder) {
    if (left === 0) break
    amounts[index] = (amounts[index] ?? 0) + 1
    left -= 1
  }
  return amounts.map((amount) => (amount === 0 ? 0 : sign * amount))
}

/**
 * Divides a total among parts known exactly as fractions of one denominator, each of which differs from its exact part by less
 * than one minor unit where the total is their sum, rounded. Not by proportion: parts of opposite signs that nearly cancel
 * out would be stretched by what rounding their sum changes. The largest remainders take what is left; ties go to the first.
 * @param total minor units; `denominator` is positive
 */
export function allocateExactly(total: number, parts: readonly bigint[], denominator: bigint): number[] {
  const amounts = parts.map((part) => part / denominator)
  let left = BigInt(total) - amounts.reduce((sum, amount) => sum + amount, 0n)
  const unit = left < 0n ? -1n : 1n
  const owed = parts.map((part, index) => ({ index, remainder: unit * (part % denominator) }))
  const byRemainder = owed
    .filter(({ index }) => parts[index] !== 0n)
    .toSorted((a, b) => compareBig(b.remainder, a.remainder) || a.index - b.index)
  while (left !== 0n && byRemainder.length > 0) {
    for (const { index } of byRemainder) {
      if (left === 0n) break
      amounts[index] = (amounts[index] ?? 0n) + unit
      left -= unit
    }
  }
  return amounts.map(Number)
}

function weightsToDivideBy(total: bigint, weights: readonly (number | bigint)[]): bigint[] {
  const exact = weights.map((weight) => BigInt(weight))
  const whole = exact.reduce((sum, weight) => sum + weight, 0n)
  if (total === 0n || whole > 0n) return exact
  if (whole < 0n) return exact.map((weight) => -weight)
  if (exact.length > 0 && exact.every((weight) => weight === 0n)) return exact.map(() => 1n)
  throw new RangeError(`${total} minor units cannot be divided: the weights [${weights.join(', ')}] add up to nothing.`)
}

/** Quotient rounded down, so that the remainder is never negative; the divisor is positive. */
function floorDivide(value: bigint, divisor: bigint): { readonly quotient: bigint; readonly remainder: bigint } {
  const quotient = value / divisor
  const remainder = value % divisor
  return remainder < 0n ? { quotient: quotient - 1n, remainder: remainder + divisor } : { quotient, remainder }
}

const compareBig = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
