import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { AdjustmentForm } from './AdjustmentForm.tsx'
import { nextAdjustment, startAdjustment } from './start.ts'
import type { AdjustmentPlace } from './start.ts'

/** Adjustment: lowers or raises what a customer owes, or writes off what is open. */
export function AdjustmentScreen({ place }: { readonly place: AdjustmentPlace }) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title="Adjustment" start={() => startAdjustment(place, workDate)}>
      {(started, setup, onNext) => (
        <AdjustmentForm start={started} setup={setup} onNext={(before) => onNext(nextAdjustment(before, workDate))} />
      )}
    </PostingScreen>
  )
}
