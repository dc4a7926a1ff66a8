import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'

export interface BilledCustomer {
  readonly id: number
  readonly code: string
  readonly currency: string
  readonly termsId: number
  /** Minor units of the customer's currency; null is no limit. */
  readonly creditLimit: number | null
  /** It has a limit of its own in some currency. */
  readonly hasCurrencyLimits: boolean
  readonly onHold: boolean
  readonly archived: boolean
  /** The customer, or who pays for it, has paid before an invoice at some time. */
  readonly hasPrepaid: boolean
  readonly payingParentId: number | null
}

interface Row {
  readonly id: number
  readonly code: string
  readonly currency: string
  readonly terms_id: number
  readonly credit_limit: number | null
  readonly on_hold: number
  readonly archived: number
  readonly has_prepaid: number
  readonly has_currency_limits: number
  readonly paying_parent_id: number | null
}

const CUSTOMER = `
  SELECT id, code, currency, terms_id, credit_limit, on_hold, archived, paying_parent_id,
    EXISTS (
      SELECT 1 FROM document INDEXED BY document_prepayments
      WHERE unapplied_as = 'prepayment' AND document.customer_id IN (customer.id, customer.paying_parent_id)
    ) AS has_prepaid,
    EXISTS (SELECT 1 FROM customer_currency_limit AS of WHERE of.customer_id = customer.id) AS has_currency_limits
  FROM customer WHERE id = ?`

/** The customer a document is posted for; refuses one that is not there. */
export const loadCustomer = (db: Readable, id: number): BilledCustomer => {
  const row = db.get<Row>(CUSTOMER, [id])
  if (!row) throw new Refusal('customer_not_found', {}, 'customerId')
  return {
    id: row.id,
    code: row.code,
    currency: row.currency,
    termsId: row.terms_id,
    creditLimit: row.credit_limit,
    hasCurrencyLimits: row.has_currency_limits === 1,
    onHold: row.on_hold === 1,
    archived: row.archived === 1,
    hasPrepaid: row.has_prepaid === 1,
    payingParentId: row.paying_parent_id,
  }
}
