import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { Readable } from '../../db/connection.ts'

/** Master data a clerk names by a code of its own. */
export type Coded = 'account' | 'customer' | 'product' | 'reason_code' | 'tax_code' | 'terms'

const matches = 'code IN (:code, :lower, :upper) AND id IS NOT :ownId'

const OWNER: Readonly<Record<Coded, string>> = {
  account: `SELECT name FROM account WHERE ${matches}`,
  customer: `SELECT name FROM customer WHERE ${matches}`,
  product: `SELECT name FROM product WHERE ${matches}`,
  reason_code: `SELECT name FROM reason_code WHERE ${matches}`,
  tax_code: `SELECT name FROM tax_code WHERE ${matches}`,
  terms: `SELECT name FROM terms WHERE ${matches}`,
}

/**
 * Codes differ by more than their case. The tables compare A to Z so by themselves; the lower and upper forms catch
 * accented letters too. Throws `code_taken` naming the owner; `ownId` is the record being changed, null for a new one.
 */
export function assertCodeFree(db: Readable, kind: Coded, code: string, ownId: number | null = null): void {
  const name = db.value<string>(OWNER[kind], { code, lower: code.toLowerCase(), upper: code.toUpperCase(), ownId })
  if (name !== undefined) throw new Refusal('code_taken', { code, name }, 'code')
}
