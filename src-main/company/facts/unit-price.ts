import type { UnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'

/** A unit price in its two columns: millionths, and text where these do not hold it. SQL reads it with `unitPriceIn`. */
export const unitPriceColumns = (
  price: UnitPrice,
): { readonly unitPrice: number; readonly unitPriceText: string | null } =>
  typeof price === 'number' ? { unitPrice: price, unitPriceText: null } : { unitPrice: 0, unitPriceText: price }

/** SQL: the unit price of a row of `document_line` or `product`, as `unitPrice`. */
export const unitPriceIn = (table: string): string =>
  `coalesce(${table}.unit_price_text, ${table}.unit_price) AS unitPrice`
