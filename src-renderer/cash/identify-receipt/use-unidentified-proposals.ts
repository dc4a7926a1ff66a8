import { useProposals } from '../settling/use-proposals.ts'
import type { Proposals } from '../settling/use-proposals.ts'
import { usesNoCredit } from './entry.ts'
import type { IdentifyEntry } from './entry.ts'
import type { Unidentified } from './start.ts'

/** Ways to apply unidentified money: the payer's words name invoices as a remittance advice does. Credits stay where they are. */
export function useUnidentifiedProposals(entry: IdentifyEntry, unidentified: Unidentified): Proposals {
  const request = {
    customerId: Number(entry.customer?.key ?? 0),
    date: entry.date ?? unidentified.date,
    amount: unidentified.amount,
    currency: unidentified.currency,
    applicationDate: entry.applicationDate,
    remittanceText: `${unidentified.payer} ${unidentified.reference} ${unidentified.memo} ${entry.memo}`.slice(0, 2000),
    isCash: unidentified.method === 'cash',
  }
  const { proposals, ...read } = useProposals(request, entry.customer !== null)
  return { ...read, proposals: proposals.filter(usesNoCredit) }
}
