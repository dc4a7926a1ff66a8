import type { Proposal } from '../../../src-shared/contract/receipts.ts'
import { ActionButton } from '../../keyboard/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'

export type ProposedBannerProps = { readonly proposal: Proposal | null; readonly isByHand: boolean }

/** How the money is applied and why. */
export function ProposedBanner({ proposal, isByHand }: ProposedBannerProps) {
  return (
    <Banner
      tone="info"
      actions={
        <ActionButton
          action="payment.propose"
          label={proposal === null ? 'Propose' : 'Next proposal'}
          variant="quiet"
        />
      }
    >
      {describe(proposal, isByHand)}
    </Banner>
  )
}

function describe(proposal: Proposal | null, isByHand: boolean): string {
  if (proposal !== null) return `Proposed: ${proposal.reason}`
  return isByHand
    ? 'Applied by hand. Space pays a row in full, again takes it back.'
    : 'Nothing to propose: pay rows with Space, or leave the money unapplied.'
}
