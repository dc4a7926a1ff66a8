import { sum, type MinorUnits } from '../../../domain/amounts/money.ts'

/** One item of a finance charge, after its payments changed on days that were charged. Minor units of its currency. */
export type ChargeStanding = {
  readonly charged: MinorUnits
  /** What credit notes for the charge have taken back of it since, because it was too much. */
  readonly credited: MinorUnits
  /** What it would have come to by the item's entries as they are now. */
  readonly now: MinorUnits
}

/** What is still charged too much of an item, above zero; below zero what is charged too little. */
export const chargedTooMuch = ({ charged, credited, now }: ChargeStanding): MinorUnits =>
  sum([charged, 0 - credited, 0 - now])

/**
 * What a credit note for a finance charge takes back of each item: all that is too much, in the order given, and together
 * no more than is left of the charge. What was written off of it was never paid, so that it is not given back.
 * @param left the charge's total less its credit notes and what was given away on it without money
 */
export function creditsOf(items: readonly ChargeStanding[], left: MinorUnits): readonly MinorUnits[] {
  let rest = Math.max(0, left)
  return items.map((item) => {
    const credit = Math.min(rest, Math.max(0, chargedTooMuch(item)))
    rest -= credit
    return credit
  })
}
