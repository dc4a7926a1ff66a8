import type { ProductRow } from '../../../src-shared/company/contract/setup.ts'
import type { UnitPrice } from '../../../src-shared/domain/amounts/unit-price.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { checkCodeAndName } from './use-setup-form.ts'

/** A product as it is typed. */
export type ProductEntry = {
  /** Null for a new one. */
  readonly stored: { readonly id: number; readonly version: number } | null
  readonly code: string
  readonly name: string
  /** In the base currency. */
  readonly unitPrice: UnitPrice | null
  /** Ids as a list holds them; empty for none. */
  readonly taxCodeId: string
  readonly accountId: string
  /** Whether a line of it earns an early payment discount. */
  readonly earnsDiscount: boolean
}

export const blankProduct = (salesAccountId: number | undefined): ProductEntry => ({
  stored: null,
  code: '',
  name: '',
  unitPrice: null,
  taxCodeId: '',
  accountId: String(salesAccountId ?? ''),
  earnsDiscount: true,
})

export const productEntry = ({ id, version, ...row }: ProductRow): ProductEntry => ({
  stored: { id, version },
  code: row.code,
  name: row.name,
  unitPrice: row.unitPrice,
  taxCodeId: String(row.taxCodeId ?? ''),
  accountId: String(row.accountId),
  earnsDiscount: row.earnsDiscount,
})

export const checkProduct = (entry: ProductEntry): FieldErrors => ({
  ...checkCodeAndName(entry),
  ...(entry.unitPrice === null ? { unitPrice: 'Enter the price of one, 0 when it varies.' } : {}),
})

/** As the contract takes it; `checkProduct` let no empty price through. */
export const productInput = (entry: ProductEntry) => ({
  code: entry.code,
  name: entry.name,
  unitPrice: entry.unitPrice ?? 0,
  taxCodeId: entry.taxCodeId === '' ? null : Number(entry.taxCodeId),
  accountId: Number(entry.accountId),
  earnsDiscount: entry.earnsDiscount,
})
