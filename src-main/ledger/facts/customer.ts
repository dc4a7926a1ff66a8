import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

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

interface Row extends Stored<
  'customer',
  'id' | 'code' | 'currency' | 'termsId' | 'creditLimit' | 'onHold' | 'archived' | 'payingParentId'
> {
  readonly hasPrepaid: 0 | 1
  readonly hasCurrencyLimits: 0 | 1
}

/** One at a time: SQLite makes a table of its own of a list of two, which takes as long as all the rest. */
const prepaid = (customerId: string): string => `
    EXISTS (
      SELECT 1 FROM document INDEXED BY document_prepayments
      WHERE unapplied_as = 'prepayment' AND document.customer_id = ${customerId}
    )`

const CUSTOMER = `
  SELECT id, code, currency, terms_id AS termsId, credit_limit AS creditLimit, on_hold AS onHold, archived,
    paying_parent_id AS payingParentId,
    ${prepaid('customer.id')} OR ${prepaid('customer.paying_parent_id')} AS hasPrepaid,
    EXISTS (SELECT 1 FROM customer_currency_limit AS of WHERE of.customer_id = customer.id) AS hasCurrencyLimits
  FROM customer WHERE id = ?`

/** The customer a document is posted for; refuses one that is not there. */
export const loadCustomer = (db: Readable, id: number): BilledCustomer => {
  const row = db.get<Row>(CUSTOMER, [id])
  if (!row) throw new Refusal('customer_not_found', {}, 'customerId')
  return {
    ...row,
    hasCurrencyLimits: row.hasCurrencyLimits === 1,
    onHold: row.onHold === 1,
    archived: row.archived === 1,
    hasPrepaid: row.hasPrepaid === 1,
  }
}
