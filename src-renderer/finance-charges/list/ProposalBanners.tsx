import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Proposal } from './use-proposal.ts'
import type { ProposedCharge } from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'

/** What is said while the proposal takes long, and when it was stopped or refused. */
export function ProposalBanners({ proposal }: { readonly proposal: Proposal }) {
  const { problem, isSlow, progress, isStopped, stop, again } = proposal
  const count = (items: number): string => items.toLocaleString('en-US')
  const done = progress === null ? '' : ` ${count(progress.done)} of ${count(progress.total)} looked through.`
  return (
    <>
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {isSlow && <Banner actions={<Button onPress={stop}>Stop</Button>}>Looking for late items.{done}</Banner>}
      {isStopped && (
        <Banner
          tone="warn"
          actions={
            <Button variant="primary" onPress={again} autoFocus>
              Propose again
            </Button>
          }
        >
          The proposal was stopped. Nothing can be charged before it is complete.
        </Banner>
      )}
    </>
  )
}

const SHOWN_MOST = 3

/** Which late items unapplied credits would settle, in whole or in part; null where there are none. */
export function coverText(
  charges: readonly ProposedCharge[],
  write: (amount: MinorUnits, currency: string) => string,
): string | null {
  const covered = charges.flatMap(({ code, currency, items }) =>
    items
      .filter((item) => item.covered > 0)
      .map((item) => {
        const how = item.covered === item.overdue ? '' : `${write(item.covered, currency)} of `
        return `${how}${item.number} (${code})`
      }),
  )
  if (covered.length === 0) return null
  const more = covered.length - SHOWN_MOST
  const list = covered.slice(0, SHOWN_MOST).join(', ') + (more > 0 ? ` and ${more} more` : '')
  return `Unapplied credit covers ${list}. Apply it first, or leave the customer out with Space.`
}
