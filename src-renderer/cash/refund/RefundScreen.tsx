import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { RefundForm } from './RefundForm.tsx'
import { nextRefund, startRefund } from './start.ts'
import type { RefundPlace } from './start.ts'

/** Refund: pays back what a customer has too much. */
export function RefundScreen({ place }: { readonly place: RefundPlace }) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title="Refund" start={() => startRefund(place, workDate)}>
      {(started, setup, onNext) => (
        <RefundForm start={started} setup={setup} onNext={(before) => onNext(nextRefund(before, workDate))} />
      )}
    </PostingScreen>
  )
}
