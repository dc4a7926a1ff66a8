import type { Proposal } from '../../../src-shared/cash/contract/receipts.ts'

/** How money is being applied to a customer's items: as the ledger proposes, or by hand. */
export type Proposing = {
  /** False until the items are read. */
  readonly isRead: boolean
  /** Best first. */
  readonly proposals: readonly Proposal[]
  /** False while the proposals are those of what was typed before. */
  readonly isProposed: boolean
  /** The one that is followed; null where the clerk applies by hand, or there is none. */
  readonly proposal: Proposal | null
  readonly isByHand: boolean
  readonly hasAmount: boolean
  readonly hasItems: boolean
  /** Whether anything is applied. */
  readonly isApplied: boolean
}

export const NOT_SEEN = 'The proposal has only now come up. Look at it, then post again.'

/** Nothing is posted that the clerk has not seen: the items are read, and the proposal is the one for what is typed. */
export const isSeen = ({ isRead, isByHand, isProposed }: Proposing): boolean => isRead && (isByHand || isProposed)

/** How the money is applied and why. */
export function proposingText(proposing: Proposing): string {
  const { proposal, isProposed } = proposing
  // That of what was typed before is no proposal for this.
  if (proposal !== null) return isProposed ? `Proposed: ${proposal.reason}` : ''
  if (!proposing.hasItems) return 'Nothing is open: the whole payment stays unapplied, as credit for later.'
  if (proposing.isByHand) {
    return proposing.isApplied
      ? 'Applied by hand. Space pays a row in full, again takes it back.'
      : 'Nothing is applied. Space pays a row in full.'
  }
  if (!proposing.hasAmount) return 'Enter the amount and a proposal comes up here, or pay rows with Space.'
  return isProposed ? 'Nothing to propose: pay rows with Space, or leave the payment unapplied.' : ''
}

/** Which of how many is followed; empty where there is no other. */
export const placeText = ({ proposal, proposals }: Proposing): string =>
  proposal !== null && proposals.length > 1 ? `(${proposals.indexOf(proposal) + 1} of ${proposals.length})` : ''
