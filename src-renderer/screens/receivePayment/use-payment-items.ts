import type { OpenItem, RelatedCustomer } from '../../../src-shared/contract/openItems.ts'
import type { Proposal } from '../../../src-shared/contract/receipts.ts'
import { LAST_DATE } from '../../../src-shared/domain/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import type { ReceiptEntry } from './entry.ts'

const NOTHING_OPEN: Pick<PaymentItems, 'customers' | 'items'> = { customers: [], items: [] }
const NO_PROPOSALS: readonly Proposal[] = []

export type PaymentItems = {
  /** Whose items these are: the payer and all it pays for; the customer alone without a payer. */
  readonly customers: readonly RelatedCustomer[]
  readonly items: readonly OpenItem[]
  /** False until the customer's items are read. */
  readonly isRead: boolean
  /** Best first; empty until customer, date and amount are known. */
  readonly proposals: readonly Proposal[]
  /** False while the proposals shown are those of an amount typed before. */
  readonly isProposed: boolean
  readonly error: string | null
}

/**
 * What the customer, or those with the same payer, owe and may use up, and the ways to apply the amount. Items are those open when all is counted,
 * whatever the receipt's date: one settled later cannot be settled again, and one dated later can be paid now.
 */
export function usePaymentItems(entry: ReceiptEntry): PaymentItems {
  const { workDate } = useConventions()
  const customerId = Number(entry.customer?.key ?? 0)
  const hasCustomer = entry.customer !== null
  const items = useLedgerQuery(
    'openItems.forPayer',
    { customerId, asOf: LAST_DATE },
    { enabled: hasCustomer, keepPrevious: false },
  )
  const open = hasCustomer ? items.data : undefined
  const amount = entry.amount ?? 0
  const canPropose = hasCustomer && entry.date !== null && amount > 0
  const proposals = useLedgerQuery(
    'receipts.propose',
    { customerId, date: entry.date ?? workDate, amount, remittanceText: `${entry.foundBy} ${entry.memo}`.trim() },
    { enabled: canPropose },
  )
  return {
    ...(open ?? NOTHING_OPEN),
    isRead: open !== undefined,
    proposals: (canPropose ? proposals.data : undefined) ?? NO_PROPOSALS,
    isProposed: !canPropose || (proposals.data !== undefined && !proposals.isPlaceholderData),
    error: items.error?.message ?? proposals.error?.message ?? null,
  }
}
