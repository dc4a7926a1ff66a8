import { percentOf } from '../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../domain/amounts/money.ts'

/** A difference small enough to write off: at most so many percent of what is open, and at most so much. */
export type PaymentTolerance = {
  /** Percentage in millionths: 5 percent is 5000000. */
  readonly percent: Millionths
  /** Minor units. */
  readonly most: MinorUnits
}

/** The reason that goes with a write-off within tolerance. */
export const TOLERANCE_REASON = 'tolerance'

/**
 * Whether what was paid too much is small beside what was owed; the edge is included. Who pays for nothing pays on account.
 * @param rest what is left of the payment, and `settled` what it settled; positive minor units
 */
export const toleratedOverpayment = (rest: MinorUnits, settled: MinorUnits, percent: Millionths): boolean =>
  settled > 0 && rest <= percentOf(settled, percent)

/**
 * What to propose as a write-off when a payment leaves a small difference open: the whole difference when it is within
 * both limits, their edges included; else nothing. Nothing paid is never a small difference.
 * @param open what the item has open, and `settled` the payment with its discount; positive minor units
 */
export function toleratedDifference(open: MinorUnits, settled: MinorUnits, tolerance: PaymentTolerance): MinorUnits {
  const difference = open - settled
  if (settled <= 0 || difference <= 0) return 0
  return difference <= percentOf(open, tolerance.percent) && difference <= tolerance.most ? difference : 0
}
