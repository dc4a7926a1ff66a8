import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { BilledCustomer } from '../facts/customer.ts'

/** Refuses a customer that nothing more is billed to. */
export const billable = (customer: BilledCustomer): BilledCustomer => {
  if (customer.archived) throw new Refusal('customer_archived', { code: customer.code }, 'customerId')
  if (customer.onHold) throw new Refusal('customer_on_hold', { code: customer.code }, 'customerId')
  return customer
}

/** Warns, or by policy refuses, when a total more brings the balance over the customer's limit. Minor units. */
export const checkCreditLimit = (
  db: Readable,
  customer: BilledCustomer,
  total: number,
  rules: CompanyRules,
): readonly string[] => {
  if (customer.creditLimit === null) return []
  const balance = db.value<number>(
    `SELECT coalesce(sum(balance), 0) FROM open_item WHERE customer_id = ? AND closed_on = '9999-12-31'`,
    [customer.id],
  )
  const exposure = sum([balance ?? 0, total])
  if (exposure <= customer.creditLimit) return []
  const refusal = new Refusal(
    'credit_limit_exceeded',
    {
      exposure: formatAmount(exposure, customer.currency),
      limit: formatAmount(customer.creditLimit, customer.currency),
    },
    'lines',
  )
  if (rules.settings.creditLimitPolicy === 'block') throw refusal
  return [
    `${customer.code} now owes ${formatAmount(exposure, customer.currency)}, over the credit limit of ${formatAmount(customer.creditLimit, customer.currency)}.`,
  ]
}
