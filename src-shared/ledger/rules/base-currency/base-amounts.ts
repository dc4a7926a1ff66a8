import { toBase, type ExchangeRate } from '../../../domain/amounts/exchange-rate.ts'
import { inProportion, type MinorUnits } from '../../../domain/amounts/money.ts'

/** An amount carried at one rate: what it was at first, and what is left of it. Minor units, each with its sign. */
export type CarriedAmount = {
  readonly currency: string
  readonly baseCurrency: string
  readonly rate: ExchangeRate
  /** As it was posted; 0 where it began with nothing, such as the discounts given on an invoice. */
  readonly whole: MinorUnits
  readonly wholeBase: MinorUnits
  readonly left: MinorUnits
  readonly leftBase: MinorUnits
}

/**
 * What is left of an amount in the company's currency: the whole of it for the whole, nothing for nothing, between them at
 * the rate. Rounded half away from zero, always the same for the same amount, so that pieces come to the same as the whole.
 */
export function baseOfLeft(left: MinorUnits, carried: Omit<CarriedAmount, 'left' | 'leftBase'>): MinorUnits {
  const { currency, baseCurrency, rate, whole, wholeBase } = carried
  if (left === 0) return 0
  if (left === whole) return wholeBase
  const atRate = toBase(left, currency, baseCurrency, rate)
  if (whole === 0 || left > 0 !== whole > 0 || Math.abs(left) > Math.abs(whole)) return atRate
  return wholeBase === toBase(whole, currency, baseCurrency, rate) ? atRate : inProportion(wholeBase, left, whole)
}

/**
 * What a movement of an amount moves in the company's currency: the difference of what is left after and before it. What
 * takes all that is left takes all that is left in the company's currency.
 * @param move signed like what is left to add to it, opposite to take from it
 */
export function baseOfMove(move: MinorUnits, carried: CarriedAmount): MinorUnits {
  const { left, leftBase } = carried
  return baseOfLeft(left + move, carried) - leftBase
}

/**
 * The same for an item, which only gets less: whatever moved it before, it never turns its sign and never grows.
 * @param taken the part that is settled, with the item's own sign
 * @returns what it takes along, with the item's own sign
 */
export function baseOfAppliedPart(taken: MinorUnits, item: CarriedAmount): MinorUnits {
  const { left, leftBase, whole } = item
  const part = leftBase - baseOfLeft(left - taken, item)
  const carriesItsSign = leftBase === 0 || leftBase > 0 === whole > 0
  if (!carriesItsSign || left === taken) return part
  return leftBase >= 0 ? Math.max(0, Math.min(part, leftBase)) : Math.min(0, Math.max(part, leftBase))
}

/** Whether an item may carry so much: of its own sign, no more than the whole. */
export const mayCarry = (base: MinorUnits, { wholeBase }: Pick<CarriedAmount, 'wholeBase'>): boolean =>
  wholeBase >= 0 ? base >= 0 && base <= wholeBase : base <= 0 && base >= wholeBase
