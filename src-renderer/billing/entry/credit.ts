import type { CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** What the customer may still owe. Minor units of the limit's currency; `left` is below zero when the limit is passed. */
export type CreditLeft = {
  readonly limit: MinorUnits
  readonly left: MinorUnits
  readonly exposure: MinorUnits
  readonly open: MinorUnits
  readonly drafts: MinorUnits
  /** The limit is of this document's currency alone. */
  readonly isOfOneCurrency: boolean
}

/**
 * Counts what is open, what other drafts will bill, and this, against the limit that leaves least: of all currencies, or of
 * the document's. Null without a limit. The limit of all in another currency than the document's is left to the ledger, which
 * converts as it posts.
 */
export const creditLeft = (card: CustomerCard, invoiceTotal: MinorUnits, currency: string): CreditLeft | null => {
  const { creditLimit, currency: own } = card.customer
  const ofAll =
    creditLimit === null || card.exposure === null || currency !== own
      ? []
      : [{ limit: creditLimit, ...card.exposure, isOfOneCurrency: false }]
  const ofOne = card.currencyLimits
    .filter((standing) => standing.currency === currency)
    .map(({ limit, open, drafts }) => ({ limit, open, drafts, isOfOneCurrency: true }))
  const credits = [...ofAll, ...ofOne].map((standing) => {
    const exposure = standing.open + standing.drafts + invoiceTotal
    return { ...standing, exposure, left: standing.limit - exposure }
  })
  return credits.toSorted((a, b) => a.left - b.left)[0] ?? null
}
