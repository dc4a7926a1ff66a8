import type { RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

const PAYER = 'SELECT coalesce(paying_parent_id, id) FROM customer WHERE id = ?'

/** Who pays for a customer: its paying parent, or itself. */
export const payerOf = (db: Readable, customerId: number): number => db.value<number>(PAYER, [customerId]) ?? customerId

/** Whether the items of two customers settle each other: one of them, or the same third one, pays for both. */
export const sharesPayer = (db: Readable, customerId: number, otherId: number): boolean =>
  customerId === otherId || payerOf(db, customerId) === payerOf(db, otherId)

/** The customers that a customer pays for, by code. */
export const paidForBy = (db: Readable, customerId: number): readonly RelatedCustomer[] =>
  db.all<Stored<'customer', 'id' | 'code' | 'name'>>(
    'SELECT id, code, name FROM customer INDEXED BY customer_by_paying_parent WHERE paying_parent_id = ? ORDER BY code',
    [customerId],
  )

/** A payer and the customers it pays for, the payer first; a customer alone when nobody else is in it. */
export function payingFamily(db: Readable, customerId: number): readonly RelatedCustomer[] {
  const payer = payerOf(db, customerId)
  const parent = relatedCustomer(db, payer)
  return parent === null ? [] : [parent, ...paidForBy(db, payer)]
}

/** One customer as another one's card names it. */
export const relatedCustomer = (db: Readable, customerId: number): RelatedCustomer | null =>
  db.get<Stored<'customer', 'id' | 'code' | 'name'>>('SELECT id, code, name FROM customer WHERE id = ?', [
    customerId,
  ]) ?? null
