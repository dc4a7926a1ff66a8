import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { Readable } from '../../db/connection.ts'

export interface BilledCustomer {
  readonly id: number
  readonly code: string
  readonly currency: string
  readonly termsId: number
  /** Minor units of the customer's currency; null is no limit. */
  readonly creditLimit: number | null
  readonly onHold: boolean
  readonly archived: boolean
}

interface Row {
  readonly id: number
  readonly code: string
  readonly currency: string
  readonly terms_id: number
  readonly credit_limit: number | null
  readonly on_hold: number
  readonly archived: number
}

/** The customer a document is posted for; refuses one that is not there. */
export const loadCustomer = (db: Readable, id: number): BilledCustomer => {
  const row = db.get<Row>(
    'SELECT id, code, currency, terms_id, credit_limit, on_hold, archived FROM customer WHERE id = ?',
    [id],
  )
  if (!row) throw new Refusal('customer_not_found', {}, 'customerId')
  return {
    id: row.id,
    code: row.code,
    currency: row.currency,
    termsId: row.terms_id,
    creditLimit: row.credit_limit,
    onHold: row.on_hold === 1,
    archived: row.archived === 1,
  }
}
