import type { CurrencyLimit, CurrencyLimitStanding } from '../../../../src-shared/customers/contract/customers.ts'
import { AMOUNT_MAX } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import type { ExposureRequest } from './exposure.ts'

// A draft without a currency is in the customer's own.
const STANDINGS = `
  SELECT own.currency, own.credit_limit AS "limit",
    (SELECT coalesce(sum(balance), 0) FROM open_item
      WHERE customer_id = :id AND closed_on = '9999-12-31' AND currency = own.currency) AS open,
    (SELECT min(coalesce(sum(total), 0), ${AMOUNT_MAX}) FROM draft INDEXED BY draft_by_customer
      WHERE customer_id = :id AND total > 0 AND uid IS NOT :exceptDraft
        AND coalesce(currency, :currency) = own.currency) AS drafts
  FROM customer_currency_limit AS own
  WHERE own.customer_id = :id`

type CurrencyLimitRequest = Pick<ExposureRequest, 'id' | 'currency' | 'exceptDraft'>

/** The limits of single currencies and what counts against each, by code. */
export const currencyLimitStandings = (
  db: Readable,
  { id, currency, exceptDraft }: CurrencyLimitRequest,
): readonly CurrencyLimitStanding[] =>
  db.all<CurrencyLimitStanding>(`${STANDINGS} ORDER BY own.currency`, { id, currency, exceptDraft })

/** The limit of the currency billed, where the customer has one. */
export const currencyLimitStanding = (
  db: Readable,
  { id, currency, exceptDraft }: CurrencyLimitRequest,
  billed: string,
): CurrencyLimitStanding | undefined =>
  db.get<CurrencyLimitStanding>(`${STANDINGS} AND own.currency = :billed`, { id, currency, exceptDraft, billed })

const OF_CUSTOMERS = `
  SELECT customer_id AS customerId, currency, credit_limit AS "limit" FROM customer_currency_limit
  WHERE customer_id IN (SELECT value FROM json_each(:customers))`

/** The limits of single currencies of the customers given; a customer without any is absent. */
export const currencyLimitsOf = (
  db: Readable,
  customerIds: readonly number[],
): ReadonlyMap<number, readonly CurrencyLimit[]> => {
  const limits = new Map<number, CurrencyLimit[]>()
  const rows = db.all<CurrencyLimit & { customerId: number }>(OF_CUSTOMERS, { customers: JSON.stringify(customerIds) })
  for (const { customerId, currency, limit } of rows) {
    const ofCustomer = limits.get(customerId) ?? []
    limits.set(customerId, ofCustomer)
    ofCustomer.push({ currency, limit })
  }
  return limits
}
