import { HUNDRED_PERCENT, ONE } from '../../../src-shared/domain/amounts/money.ts'
import type { Millionths } from '../../../src-shared/domain/amounts/money.ts'
import type { ProductRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import type { PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'
import { draftField, draftPart } from '../../entry/draft-schema.ts'
import type { PartOf } from '../../entry/draft-schema.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** A line as it is typed; null is nothing typed yet, or a text that makes no sense. */
export const lineDraft = draftPart({
  key: draftField.key,
  product: draftField.option,
  description: draftField.text,
  quantity: draftField.whole,
  unitPrice: draftField.price,
  discountPercent: draftField.whole,
  /** Its tax code: `usual` follows the product and the customer; null is not taxed. */
  taxChoice: draftField.wholeOr('usual', 'usual'),
  /** The sales account of a line copied from a posted one; null follows the product, or the company. */
  accountId: draftField.whole,
  /** Whether it earns the early payment discount of the terms. */
  earnsDiscount: draftField.setFlag,
})

export type EntryLine = PartOf<typeof lineDraft>

export const newLine = (): EntryLine => ({ ...lineDraft.parse({}), quantity: ONE })

/** A line on which nothing was entered: it is left out of the invoice. */
export const isBlankLine = (line: EntryLine): boolean =>
  line.product === null && line.description.trim() === '' && line.unitPrice === null

/**
 * Picking a product fills in its description, price, tax and whether it earns a discount. What the clerk wrote stays: a description is replaced only
 * where it is empty or the former product's own. The price is the product's only in the base currency.
 */
export function withProduct(
  line: EntryLine,
  product: PickerOption | null,
  products: readonly ProductRow[],
  pricesApply: boolean,
): EntryLine {
  if (product === null) return { ...line, product, accountId: null }
  const row = products.find(({ id }) => String(id) === product.key)
  const former = line.product?.name ?? ''
  const isOwnText = line.description.trim() !== '' && line.description !== former
  return {
    ...line,
    product,
    description: isOwnText ? line.description : product.name,
    unitPrice: pricesApply && row !== undefined ? row.unitPrice : line.unitPrice,
    taxChoice: 'usual',
    accountId: null,
    earnsDiscount: row?.earnsDiscount ?? line.earnsDiscount,
  }
}

/** Whether it can be said which lines earn an early discount: the terms offer one, or some line is said to earn none. */
export const offersDiscount = (terms: PaymentTerms | undefined, lines: readonly EntryLine[]): boolean =>
  (terms?.discount ?? null) !== null || lines.some(({ earnsDiscount }) => !earnsDiscount)

/** A discount beyond these bounds is no discount. */
export const isDiscountWithin = (percent: Millionths): boolean => percent >= 0 && percent <= HUNDRED_PERCENT

/** Whose code a line is taxed with while none is chosen on it; nobody's: the line is untaxed. */
export type UsualTax = {
  readonly taxCodeId: number | null
  readonly of: 'product' | 'customer' | 'company' | 'nobody'
}

/** The codes there are, and whose they are; null for none. */
export type UsualTaxes = {
  readonly customerTaxCodeId: number | null
  readonly companyTaxCodeId: number | null
  readonly products: readonly ProductRow[]
  readonly taxCodes: readonly TaxCodeRow[]
}

/**
 * The tax a line usually has. A product or a customer may each be taxed less than the other, an exempt good or an exempt
 * buyer, so where both have a code the lower rate holds. Where neither has one the company's default holds.
 */
export function usualTax(
  line: Pick<EntryLine, 'product'>,
  { customerTaxCodeId, companyTaxCodeId, products, taxCodes }: UsualTaxes,
): UsualTax {
  const product = products.find(({ id }) => String(id) === line.product?.key)
  const rateOf = (id: number | null): number | undefined => taxCodes.find((taxCode) => taxCode.id === id)?.rate
  const [lowest] = [
    { taxCodeId: product?.taxCodeId ?? null, of: 'product' as const },
    { taxCodeId: customerTaxCodeId, of: 'customer' as const },
  ]
    .flatMap((usual) => {
      const rate = rateOf(usual.taxCodeId)
      return rate === undefined ? [] : [{ ...usual, rate }]
    })
    .toSorted((a, b) => a.rate - b.rate)
  if (lowest !== undefined) return { taxCodeId: lowest.taxCodeId, of: lowest.of }
  return rateOf(companyTaxCodeId) === undefined
    ? { taxCodeId: null, of: 'nobody' }
    : { taxCodeId: companyTaxCodeId, of: 'company' }
}
