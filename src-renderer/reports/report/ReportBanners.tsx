import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { ReportAnswer } from './use-report-answer.ts'

export type ReportBannersProps = {
  readonly answer: Omit<ReportAnswer, 'report'>
  /** Said while it takes long. */
  readonly counting: string
  /** What the figures still shown are of; null where none are. */
  readonly shown: string | null
}

/** What a report has to say above its figures: that it cannot be counted, takes long, or was stopped. */
export function ReportBanners({ answer, counting, shown }: ReportBannersProps) {
  return (
    <>
      {answer.problem !== null && <Banner tone="bad">{answer.problem}</Banner>}
      {answer.isSlow && <Banner actions={<Button onPress={answer.stop}>Stop</Button>}>{counting}</Banner>}
      {answer.isStopped && (
        <Banner
          tone="warn"
          actions={
            <Button variant="primary" onPress={answer.countAgain}>
              Count again
            </Button>
          }
        >
          {shown === null ? 'The counting was stopped.' : `The counting was stopped. These figures are ${shown}.`}
        </Banner>
      )}
    </>
  )
}
