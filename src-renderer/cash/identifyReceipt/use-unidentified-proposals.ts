import { useProposals } from '../settling/use-proposals.ts'
import type { Proposals } from '../settling/use-proposals.ts'
import { usesNoCredit } from './entry.ts'
import type { IdentifyEntry } from './entry.ts'
import type { Parked } from './start.ts'

/** Ways to apply parked money: the payer's words name invoices as a remittance advice does. Credits stay where they are. */
export function useParkedProposals(entry: IdentifyEntry, parked: Parked): Proposals {
  const asked = {
    customerId: Number(entry.customer?.key ?? 0),
    date: entry.date ?? parked.date,
    amount: parked.amount,
    currency: parked.currency,
    applicationDate: entry.applicationDate,
    remittanceText: `${parked.payer} ${parked.reference} ${parked.memo} ${entry.memo}`.slice(0, 2000),
    isCash: parked.method === 'cash',
  }
  const { proposals, ...read } = useProposals(asked, entry.customer !== null)
  return { ...read, proposals: proposals.filter(usesNoCredit) }
}
