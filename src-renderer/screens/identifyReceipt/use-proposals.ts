import type { Proposal } from '../../../src-shared/contract/receipts.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import type { IdentifyEntry } from './entry.ts'
import type { Parked } from './start.ts'

const NO_PROPOSALS: readonly Proposal[] = []

/** Ways to apply the money, best first: the payer's words name invoices as a remittance advice does. */
export function useProposals(
  entry: IdentifyEntry,
  parked: Parked,
): { readonly proposals: readonly Proposal[]; readonly isRead: boolean } {
  const { data } = useLedgerQuery(
    'receipts.propose',
    {
      customerId: Number(entry.customer?.key ?? 0),
      date: entry.date ?? parked.date,
      amount: parked.amount,
      remittanceText: `${parked.payer} ${parked.reference} ${parked.memo} ${entry.memo}`.slice(0, 2000),
    },
    { enabled: entry.customer !== null, keepPrevious: false },
  )
  return { proposals: data ?? NO_PROPOSALS, isRead: entry.customer !== null && data !== undefined }
}
