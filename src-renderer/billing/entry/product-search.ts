import type { ProductRow } from '../../../src-shared/company/contract/setup.ts'
import { looksLike, plainCode } from '../../../src-shared/domain/text/look-alike.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

const FOUND_MAX = 50
const PRICE_DIGITS = 2

/** Products whose code begins with the text, those whose code looks like it, then those with it at the beginning of any word of the name. */
export function findProducts(products: readonly ProductRow[], typed: string): readonly ProductRow[] {
  const text = typed.trim().toLowerCase()
  const start = plainCode(typed).toLowerCase()
  const byCode = products.filter(({ code }) => code.toLowerCase().startsWith(start))
  const alike = start === '' ? [] : products.filter(({ code }) => looksLike(code, start))
  const byName = products.filter((product) => ` ${product.name.toLowerCase()}`.includes(` ${text}`))
  return [...new Set([...byCode, ...alike, ...byName])].slice(0, FOUND_MAX)
}

export const optionOfProduct = ({ id, code, name, unitPrice }: ProductRow, format: Format): PickerOption => ({
  key: String(id),
  code,
  name,
  detail: format.price(unitPrice, PRICE_DIGITS),
})
