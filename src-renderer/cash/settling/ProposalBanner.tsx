import type { ActionId } from '../../../src-shared/keys-and-menu/actions.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { placeText, proposingText } from './proposing.ts'
import type { Proposing } from './proposing.ts'
import css from '../../entry/entry.module.css'

export type ProposalBannerProps = {
  readonly proposing: Proposing
  /** Takes back what is applied. */
  readonly clear: ActionId
}

/** How the money is applied and why, in one place that never moves; nothing before the items are read. */
export function ProposalBanner({ proposing, clear }: ProposalBannerProps) {
  if (!proposing.isRead) return null
  return (
    <Banner
      tone="info"
      actions={
        <>
          <ActionButton
            action="payment.propose"
            label={proposing.proposal === null ? 'Propose' : 'Next proposal'}
            variant="quiet"
          />
          <ActionButton action={clear} label="Clear" variant="quiet" />
        </>
      }
    >
      {proposingText(proposing)} <span className={css.count}>{placeText(proposing)}</span>
    </Banner>
  )
}
