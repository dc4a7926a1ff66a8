import type { ProductRow } from '../../../src-shared/contract/setup.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

const FOUND_MAX = 50
const PRICE_DIGITS = 2

/** Products whose code begins with the text, then those with it at the beginning of any word of the name. */
export function findProducts(products: readonly ProductRow[], typed: string): readonly ProductRow[] {
  const text = typed.trim().toLowerCase()
  const byCode = products.filter(({ code }) => code.toLowerCase().startsWith(text))
  const byName = products.filter(
    (product) => !byCode.includes(product) && ` ${product.name.toLowerCase()}`.includes(` ${text}`),
  )
  return [...byCode, ...byName].slice(0, FOUND_MAX)
}

export const optionOfProduct = ({ id, code, name, unitPrice }: ProductRow, format: Format): PickerOption => ({
  key: String(id),
  code,
  name,
  detail: format.price(unitPrice, PRICE_DIGITS),
})
