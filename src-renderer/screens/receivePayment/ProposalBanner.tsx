import type { ReactNode } from 'react'
import { ActionButton } from '../../keyboard/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import type { ReceiptState } from './use-receipt-entry.ts'
import css from '../../entry/entry.module.css'

/** How the payment is applied and why, in one place that never moves; nothing before a customer is chosen. */
export function ProposalBanner({ state }: { readonly state: ReceiptState }) {
  const { entry, ledger, proposal } = state
  if (entry.customer === null || !ledger.isRead) return null
  const count = ledger.proposals.length
  return (
    <Banner
      tone="info"
      actions={
        <>
          <ActionButton
            action="payment.propose"
            label={proposal === null ? 'Propose' : 'Next proposal'}
            variant="quiet"
          />
          <ActionButton action="payment.clear" label="Clear" variant="quiet" />
        </>
      }
    >
      {describe(state)}
      {proposal !== null && count > 1 && <span className={css.count}> {placeOf(state, count)}</span>}
    </Banner>
  )
}

const placeOf = ({ entry: { allocation } }: ReceiptState, count: number): string =>
  allocation.kind === 'proposed' ? `(${(allocation.index % count) + 1} of ${count})` : ''

function describe({ entry, ledger, proposal, rows, summary }: ReceiptState): ReactNode {
  // That of an amount typed before is no proposal for this one.
  if (proposal !== null) return ledger.isProposed ? `Proposed: ${proposal.reason}` : ''
  if (rows.length === 0) return 'Nothing is open: the whole payment stays unapplied, as credit for later.'
  if (entry.allocation.kind === 'byHand') {
    return summary.applied === 0 && summary.creditsUsed === 0
      ? 'Nothing is applied. Space pays a row in full.'
      : 'Applied by hand. Space pays a row in full, again takes it back.'
  }
  if (entry.amount === null || entry.amount <= 0) {
    return 'Enter the amount and a proposal comes up here, or pay rows with Space.'
  }
  return ledger.isProposed ? 'Nothing to propose: pay rows with Space, or leave the payment unapplied.' : ''
}
