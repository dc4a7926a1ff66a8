import type { OpenItem, RelatedCustomer } from '../../../src-shared/ledger/contract/open-items.ts'
import { LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { useProposals } from '../settling/use-proposals.ts'
import type { Proposals } from '../settling/use-proposals.ts'
import { useConventions } from '../../ui/conventions.tsx'
import type { ReceiptEntry } from './entry.ts'

const NOTHING_OPEN: Pick<PaymentItems, 'customers' | 'items'> = { customers: [], items: [] }

/** What can be paid, and the ways to pay it; proposals come once customer, date and amount are known. */
export type PaymentItems = Proposals & {
  /** Whose items these are: the payer and all it pays for; the customer alone without a payer. */
  readonly customers: readonly RelatedCustomer[]
  readonly items: readonly OpenItem[]
  /** False until the customer's items are read. */
  readonly isRead: boolean
}

/**
 * What the customer, or those with the same payer, owe and may use up, and the ways to apply the amount. Items are those open when all is counted,
 * whatever the receipt's date: one settled later cannot be settled again, and one dated later can be paid now.
 */
export function usePaymentItems(entry: ReceiptEntry, currency: string): PaymentItems {
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
  const proposals = useProposals(
    {
      customerId,
      date: entry.date ?? workDate,
      amount,
      currency,
      remittanceText: `${entry.searchText} ${entry.memo}`.trim(),
      isCash: entry.method === 'cash',
      applicationDate: entry.applicationDate,
    },
    canPropose,
  )
  return {
    ...(open ?? NOTHING_OPEN),
    isRead: open !== undefined,
    ...proposals,
    error: items.error?.message ?? proposals.error,
  }
}
