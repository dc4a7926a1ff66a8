import { allocate, percentOf, sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'

/** A percentage, an amount in minor units of the company's currency, or what the other parts leave. */
export type InstalmentShare =
  { readonly percent: Millionths } | { readonly amount: MinorUnits } | { readonly rest: true }

/**
 * How a total divides among shares in due order, so that the amounts add up to it. Percentages alone are divided by the
 * largest remainder. Beside fixed amounts and a rest each is taken of the total, and each amount as far as what is due
 * before it leaves something; the rest is what remains.
 * @param shares amounts in minor units of the total's currency
 * @returns minor units; null for a total below nothing, which has no fixed parts
 */
export function instalmentAmounts(shares: readonly InstalmentShare[], total: MinorUnits): readonly MinorUnits[] | null {
  const percentages = shares.flatMap((share) => ('percent' in share ? [share.percent] : []))
  if (percentages.length === shares.length) return allocate(total, percentages)
  if (total < 0) return null
  let left = total
  const fixed = shares.map((share) => {
    if ('rest' in share) return null
    const amount = Math.min(left, 'amount' in share ? share.amount : percentOf(total, share.percent))
    left -= amount
    return amount
  })
  const rest = total - sum(fixed.flatMap((amount) => amount ?? []))
  return fixed.map((amount) => amount ?? rest)
}
