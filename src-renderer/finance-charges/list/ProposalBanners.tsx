import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Proposal } from './use-proposal.ts'

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
