import type { CodeTax } from '../../../../src-shared/company/rules/tax/tax-code.ts'
import type { Readable } from '../../../db/connection.ts'

/** A tax that a tax code charges: itself, or one of several. */
export interface ChargedTax extends CodeTax {
  /** Of the tax itself, which it is reported by. */
  readonly taxCodeId: number
  readonly code: string
  readonly accountId: number
}

const TAXES = `
  SELECT tax.id AS taxCodeId, tax.code, tax.rate, tax.account_id AS accountId, coalesce(part.on_earlier, 0) AS onEarlier
  FROM tax_code AS named
  LEFT JOIN tax_code_component AS part ON part.tax_code_id = named.id
  JOIN tax_code AS tax ON tax.id = coalesce(part.component_id, named.id)
  WHERE named.id = ?
  ORDER BY part.position`

/** The taxes that a code charges, in the law's order; none when there is no such code. */
export const taxesOfCode = (db: Readable, taxCodeId: number): readonly ChargedTax[] =>
  db
    .all<Omit<ChargedTax, 'onEarlier'> & { readonly onEarlier: 0 | 1 }>(TAXES, [taxCodeId])
    .map((tax) => ({ ...tax, onEarlier: tax.onEarlier === 1 }))
