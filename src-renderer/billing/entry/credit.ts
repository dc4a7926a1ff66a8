import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'

/** What the customer may still owe. Minor units of the customer's own currency; `left` is below zero when the limit is passed. */
export type CreditLeft = {
  readonly limit: MinorUnits
  readonly left: MinorUnits
  readonly exposure: MinorUnits
  readonly open: MinorUnits
  readonly drafts: MinorUnits
}

/**
 * Counts what is open, what other drafts will bill, and this. Null without a limit; and for a document in another currency
 * than the limit's, which the ledger converts as it posts.
 */
export const creditLeft = (card: CustomerCard, invoiceTotal: MinorUnits, currency: string): CreditLeft | null => {
  const { creditLimit: limit, currency: own } = card.customer
  if (limit === null || card.exposure === null || currency !== own) return null
  const { open, drafts } = card.exposure
  const exposure = open + drafts + invoiceTotal
  return { limit, exposure, left: limit - exposure, open, drafts }
}
