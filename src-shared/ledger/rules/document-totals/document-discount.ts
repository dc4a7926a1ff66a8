import type { InvoiceInput, InvoiceTotals } from './invoice-totals.ts'
import { sum } from '../../../domain/amounts/money.ts'
import type { Millionths, MinorUnits } from '../../../domain/amounts/money.ts'

/** A discount on the whole document, as it is entered. */
export type DocumentDiscount =
  { readonly kind: 'percent'; readonly percent: Millionths } | { readonly kind: 'amount'; readonly amount: MinorUnits }

/** An amount is at most what the lines add up to, so that it always can be shared among them. */
export const isBeyondLines = (discount: DocumentDiscount, undiscounted: InvoiceTotals): boolean =>
  discount.kind === 'amount' && discount.amount > sum(undiscounted.lines.map(({ amount }) => amount))

/** The percentage entered, in millionths; null for an amount, and for nothing off. */
export const enteredPercent = (discount: DocumentDiscount | null): Millionths | null =>
  discount?.kind === 'percent' && discount.percent > 0 ? discount.percent : null

/**
 * The discount of a posted document as it was entered.
 * @param taken what its lines took off, in minor units
 */
export const discountEntered = (percent: Millionths | null, taken: MinorUnits): DocumentDiscount | null => {
  if (percent !== null) return { kind: 'percent', percent }
  return taken > 0 ? { kind: 'amount', amount: taken } : null
}

/** The discount as the totals take it. */
export const discountOfInput = (
  discount: DocumentDiscount,
): Pick<InvoiceInput, 'documentDiscountPercent' | 'documentDiscountAmount'> =>
  discount.kind === 'percent'
    ? { documentDiscountPercent: discount.percent }
    : { documentDiscountAmount: discount.amount }
