import { allocate, percentOf, percentWithin, sum } from './money.ts'
import type { Millionths, MinorUnits } from './money.ts'

export type TaxRounding = 'line' | 'document'

/** A taxed amount: net + tax = gross. */
export type Taxed = { readonly net: MinorUnits; readonly tax: MinorUnits; readonly gross: MinorUnits }

/**
 * Tax on an amount, rounded half away from zero.
 * @param amount minor units, without tax or with it as `includesTax` says
 * @param rate percentage in millionths; null is not taxed
 */
export function taxed(amount: MinorUnits, rate: Millionths | null, includesTax: boolean): Taxed {
  if (rate === null) return { net: amount, tax: 0, gross: amount }
  const tax = includesTax ? percentWithin(amount, rate) : percentOf(amount, rate)
  return withTax(amount, tax, includesTax)
}

const withTax = (amount: MinorUnits, tax: MinorUnits, includesTax: boolean): Taxed =>
  includesTax ? { net: amount - tax, tax, gross: amount } : { net: amount, tax, gross: amount + tax }

/**
 * Tax on amounts of one rate: rounded on each, or once on their sum and then shared out by the largest remainder so that
 * the shares add up to it.
 */
export function taxedTogether(
  amounts: readonly MinorUnits[],
  rate: Millionths | null,
  includesTax: boolean,
  rounding: TaxRounding,
): readonly Taxed[] {
  if (rate === null || rounding === 'line') return amounts.map((amount) => taxed(amount, rate, includesTax))
  const { tax } = taxed(sum(amounts), rate, includesTax)
  const shares = allocate(tax, amounts)
  return amounts.map((amount, index) => withTax(amount, shares[index] ?? 0, includesTax))
}

/** How an early payment discount divides between revenue and the taxes it reduces. */
export type DiscountSplit = { readonly revenue: MinorUnits; readonly taxes: readonly MinorUnits[] }

/**
 * Divides a discount between the net and the taxes of the document it is taken on, in their proportion, so that the
 * parts add up to it: 23.60 on 200.00 + 36.00 is 20.00 revenue and 3.60 tax. Where the company's setting says that a
 * discount leaves tax alone, all of it is revenue.
 */
export function splitDiscount(
  discount: MinorUnits,
  document: { readonly net: MinorUnits; readonly taxes: readonly MinorUnits[] },
  reducesTax: boolean,
): DiscountSplit {
  if (!reducesTax) return { revenue: discount, taxes: document.taxes.map(() => 0) }
  const [revenue = 0, ...taxes] = allocate(discount, [document.net, ...document.taxes])
  return { revenue, taxes }
}
