import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'
import { TOLERANCE_REASON } from '../../../src-shared/cash/rules/tolerance.ts'
import type { Allocation } from './entry.ts'
import { NO_PAYMENT } from './payment-row.ts'
import type { Payment, Payments } from './payment-row.ts'

/** A proposal as payments of the grid; the credits it uses up are negative. */
export const paymentsOfProposal = ({ lines, credits }: Proposal): Payments =>
  Object.fromEntries<Payment>([
    ...lines.map(
      ({ documentId, amount, discount, writeOff }) =>
        [
          String(documentId),
          {
            ...NO_PAYMENT,
            payment: amount,
            discount,
            writeOff,
            writeOffReason: writeOff === 0 ? '' : TOLERANCE_REASON,
          },
        ] as const,
    ),
    ...credits.map(({ documentId, amount }) => [String(documentId), { ...NO_PAYMENT, payment: -amount }] as const),
  ])

/** The proposal that an allocation follows; null when the clerk applied by hand or nothing can be proposed. */
export function proposalShown(allocation: Allocation, proposals: readonly Proposal[]): Proposal | null {
  if (allocation.kind === 'byHand' || proposals.length === 0) return null
  return proposals[allocation.index % proposals.length] ?? null
}

export function paymentsShown(allocation: Allocation, proposals: readonly Proposal[]): Payments {
  if (allocation.kind === 'byHand') return allocation.payments
  const proposal = proposalShown(allocation, proposals)
  return proposal === null ? {} : paymentsOfProposal(proposal)
}

/** F5: the first proposal, or the next one while one is shown; after the last comes the first again. */
export const nextProposal = (allocation: Allocation): Allocation =>
  allocation.kind === 'byHand' ? { kind: 'proposed', index: 0 } : { kind: 'proposed', index: allocation.index + 1 }
