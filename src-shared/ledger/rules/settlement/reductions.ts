import { allocate, inProportion, sum } from '../../../domain/amounts/money.ts'
import type { MinorUnits } from '../../../domain/amounts/money.ts'

/**
 * What lowers what a document bills without money: discounts, write-offs, allowed deductions, decreasing adjustments. The
 * rule is that what is left decides, and that pieces come to the same as the whole: each piece is the difference between
 * the rounded running totals after and before it.
 */

/** An amount by what it consists of: before tax, and each tax in the document's order. */
export type TaxedParts = { readonly net: MinorUnits; readonly taxes: readonly MinorUnits[] }

export type ReductionKind = 'discount' | 'write_off' | 'adjustment'

/** What one account gave away on a document, as far as it stands. */
export type Reduction = {
  readonly kind: ReductionKind
  /** The reason of an adjustment; empty for the others. */
  readonly reason: string
  readonly accountId: number
  /** Whether its taxes went with it. If not, `taxes` are all 0 and it lowers what is owed, tax included. */
  readonly withTax: boolean
  /** Given, less what credit notes had taken back when something was last given or undone. */
  readonly given: TaxedParts
  /** What credit notes have taken back of it since. */
  readonly reversed: TaxedParts
}

export const partsTotal = ({ net, taxes }: TaxedParts): MinorUnits => sum([net, ...taxes])

export const plus = (a: TaxedParts, b: TaxedParts): TaxedParts => ({
  net: sum([a.net, b.net]),
  taxes: a.taxes.map((tax, index) => sum([tax, b.taxes[index] ?? 0])),
})

export const minus = (a: TaxedParts, b: TaxedParts): TaxedParts => ({
  net: sum([a.net, 0 - b.net]),
  taxes: a.taxes.map((tax, index) => sum([tax, 0 - (b.taxes[index] ?? 0)])),
})

/** Nothing, of a document with as many taxes. */
export const nothingOf = (like: TaxedParts): TaxedParts => ({ net: 0, taxes: like.taxes.map(() => 0) })

/** What still counts of a reduction. */
export const standing = ({ given, reversed }: Reduction): TaxedParts => minus(given, reversed)

const cells = ({ net, taxes }: TaxedParts): readonly MinorUnits[] => [net, ...taxes]
const fromCells = ([net = 0, ...taxes]: readonly MinorUnits[]): TaxedParts => ({ net, taxes })

/**
 * How an amount given away divides between revenue and the taxes it takes along: in the proportion of what no credit note
 * took back. 23.60 on 200.00 + 36.00 is 20.00 and 3.60; where the taxed line was credited, none of it is tax.
 * @param uncredited what was billed, less what credit notes took back, before any reduction
 * @param given what reductions that took their tax along come to so far
 */
export function splitReduction(amount: MinorUnits, uncredited: TaxedParts, given: TaxedParts): TaxedParts {
  // What a credit note took back of a reduction that was undone later is owed again.
  const before = cells(given).map((part) => Math.max(0, part))
  const weights = cells(uncredited).map((part, index) => part - Math.min(0, cells(given)[index] ?? 0))
  const all = sum([...before, amount])
  // Beyond what is left of net and taxes there is only what a plain reduction, undone since, left owing: no tax is in that.
  const within = Math.min(all, Math.max(0, sum(weights)))
  const [net = 0, ...taxes] = allocate(within, weights)
  return minus({ net: net + (all - within), taxes }, fromCells(before))
}

/** What of a document stands in the way of a reduction, and what was given away already, tax by tax. */
export type Reducible = {
  /** What no credit note took back, before reductions. */
  readonly uncredited: TaxedParts
  /** The same of the lines that earn the early payment discount; null when all do. */
  readonly discountable: TaxedParts | null
  /** Given away with its taxes so far, by discounts and by anything else. */
  readonly discounts: TaxedParts
  readonly others: TaxedParts
}

/**
 * How a reduction that takes its tax along divides. Where some lines earn no discount, a discount is of those that earn it, and
 * anything else of what discounts left; neither takes more of a tax than there is.
 */
export function splitOfDocument(kind: ReductionKind, amount: MinorUnits, document: Reducible): TaxedParts {
  const { uncredited, discountable, discounts, others } = document
  if (discountable === null) return splitReduction(amount, uncredited, plus(discounts, others))
  const parts =
    kind === 'discount'
      ? splitReduction(amount, discountable, discounts)
      : splitReduction(amount, minus(uncredited, discounts), others)
  return withinTaxes(parts, uncredited, plus(discounts, others))
}

/** All together take of a tax between nothing and what is there: lines of the other sign may not raise it. The rest is net. */
const withinTaxes = ({ net, taxes }: TaxedParts, uncredited: TaxedParts, given: TaxedParts): TaxedParts => {
  const within = taxes.map((tax, index) => {
    const [whole, before] = [uncredited.taxes[index] ?? 0, given.taxes[index] ?? 0]
    return Math.min(Math.max(tax, Math.min(0, whole) - before), Math.max(0, whole) - before)
  })
  return { net: sum([net, ...taxes, ...within.map((tax) => 0 - tax)]), taxes: within }
}

/** Where a document stands as a credit note is made from its lines. */
export type CreditProgress = {
  /** Billed, less what credit notes took back until a reduction was last given or undone. */
  readonly leftThen: TaxedParts
  /** Taken back since, the new credit note included. */
  readonly creditedSince: TaxedParts
  /** What the new credit note takes back. */
  readonly now: MinorUnits
  /** Whether nothing of the document is left after it. */
  readonly isAll: boolean
}

/**
 * What a credit note takes back of each reduction, in their order: a share as large as what it credits is of what was left,
 * net by net and tax by tax; the last takes the rest. Crediting all of 236.00 of which 20.00 + 3.60 was discount takes
 * those back, and gives back 212.40.
 * @param ofDiscounts where the lines stand that earn the discount; the same progress when all do
 */
export function takeBack(
  reductions: readonly Reduction[],
  progress: CreditProgress,
  ofDiscounts: CreditProgress = progress,
): readonly TaxedParts[] {
  const progressOf = ({ kind }: Reduction): CreditProgress => (kind === 'discount' ? ofDiscounts : progress)
  const shares = new Map<Reduction, MinorUnits>()
  for (const each of new Set([ofDiscounts, progress])) {
    const plain = reductions.filter((reduction) => !reduction.withTax && progressOf(reduction) === each)
    plainShares(plain, each).forEach((share, index) => plain[index] && shares.set(plain[index], share))
  }
  const due = reductions.map((reduction) =>
    reduction.withTax
      ? minus(taxedShare(reduction, progressOf(reduction)), reduction.reversed)
      : minus({ ...nothingOf(reduction.given), net: shares.get(reduction) ?? 0 }, reduction.reversed),
  )
  return withinNote(due, progress)
}

/** The part of a whole that goes with `part` of `all`; none beyond either end. */
const share = (whole: MinorUnits, part: MinorUnits, all: MinorUnits): MinorUnits => {
  if (all === 0 || part < 0 !== all < 0) return 0
  return Math.abs(part) >= Math.abs(all) ? whole : inProportion(whole, part, all)
}

const taxedShare = ({ given }: Reduction, { leftThen, creditedSince, isAll }: CreditProgress): TaxedParts => {
  if (isAll) return given
  const [left, credited] = [cells(leftThen), cells(creditedSince)]
  return fromCells(cells(given).map((part, index) => share(part, credited[index] ?? 0, left[index] ?? 0)))
}

/** Those without tax go with the total. They are rounded together, so that many small ones do not all round up. */
const plainShares = (plain: readonly Reduction[], progress: CreditProgress): readonly MinorUnits[] => {
  const given = plain.map((reduction) => reduction.given.net)
  if (progress.isAll || given.some((part) => part < 0)) {
    return given.map((part) => (progress.isAll ? part : shareOfTotal(part, progress)))
  }
  return allocate(shareOfTotal(sum(given), progress), given)
}

const shareOfTotal = (whole: MinorUnits, { leftThen, creditedSince }: CreditProgress): MinorUnits =>
  share(whole, partsTotal(creditedSince), partsTotal(leftThen))

/** Roundings may add up to a cent more than the note credits: that waits for the next one. */
const withinNote = (due: readonly TaxedParts[], { now, isAll }: CreditProgress): readonly TaxedParts[] => {
  let excess = isAll ? 0 : Math.max(0, sum(due.map(partsTotal)) - Math.max(0, now))
  return due.map((parts) => {
    const less = Math.min(excess, Math.max(0, parts.net))
    excess -= less
    return { ...parts, net: parts.net - less }
  })
}
