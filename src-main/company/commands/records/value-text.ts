import { formatAmount, formatDecimal6 } from '../../../../src-shared/domain/amounts/money.ts'
import { formatUnitPrice, type UnitPrice } from '../../../../src-shared/domain/amounts/unit-price.ts'
import type { Readable } from '../../../db/connection.ts'

/** How a clerk writes a value of one field. */
export type ValueText = (value: never) => string

/** A whole address or a memo would hide the rest of the sentence. */
const LENGTH_MAX = 60

/** A stored or entered value as it stands in a sentence; `say` knows the values of its field better. */
export function textOfValue(value: unknown, say?: ValueText): string {
  // Each field's own values are what its ValueText takes.
  const text = say === undefined || value === null ? plainText(value) : say(value as never)
  return text.length > LENGTH_MAX ? `${text.slice(0, LENGTH_MAX)}…` : text
}

function plainText(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ')
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length === 0 ? 'empty' : value.map(plainText).join(', ')
  const parts = Object.values(value).filter((part) => part !== '' && part !== null)
  return parts.length === 0 ? 'empty' : parts.map(plainText).join(' ')
}

/** A record's code in place of its id. */
export const codeIn =
  (db: Readable, table: 'account' | 'customer' | 'tax_code' | 'terms'): ((id: number) => string) =>
  (id) =>
    db.value<string>(CODES[table], [id]) ?? 'one that is gone'

const CODES = {
  account: 'SELECT code FROM account WHERE id = ?',
  customer: 'SELECT code FROM customer WHERE id = ?',
  tax_code: 'SELECT code FROM tax_code WHERE id = ?',
  terms: 'SELECT code FROM terms WHERE id = ?',
} as const

export const amountIn =
  (currency: string): ((amount: number) => string) =>
  (amount) =>
    formatAmount(amount, currency)

export const priceText = (price: UnitPrice): string => formatUnitPrice(price)

/** A quantity or a percentage in millionths. */
export const decimalText = (value: number): string => formatDecimal6(value)
