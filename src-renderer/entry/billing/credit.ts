import type { CustomerCard } from '../../../src-shared/contract/customers.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'

/** What the customer may still owe. Minor units; `left` is below zero when the limit is passed. */
export type CreditLeft = { readonly limit: MinorUnits; readonly left: MinorUnits; readonly exposure: MinorUnits }

/** Counts what is open, what other drafts will bill, and this. Null without a limit. */
export const creditLeft = (card: CustomerCard, invoiceTotal: MinorUnits): CreditLeft | null => {
  const limit = card.customer.creditLimit
  const exposure = card.balance + card.drafts + invoiceTotal
  return limit === null ? null : { limit, exposure, left: limit - exposure }
}
