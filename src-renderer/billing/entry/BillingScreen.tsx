import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { BillingForm } from './BillingForm.tsx'
import type { BillingKind } from './kinds.ts'
import { nextBilling, startBilling } from './start.ts'
import type { BillingPlace } from './start.ts'

export type BillingScreenProps = { readonly kind: BillingKind; readonly place: BillingPlace }

/** Entry of one document after another, each kept as a draft until it is posted. */
export function BillingScreen({ kind, place }: BillingScreenProps) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title={documentKindName[kind]} start={() => startBilling(place, workDate)}>
      {(start, setup, onNext) => (
        <BillingForm
          kind={kind}
          start={start}
          setup={setup}
          onNext={(before) => onNext(nextBilling(before, workDate))}
        />
      )}
    </PostingScreen>
  )
}

/** The screen of one kind of document. */
export const billingScreen = (kind: BillingKind) =>
  function EntryScreen({ place }: { readonly place: BillingPlace }) {
    return <BillingScreen kind={kind} place={place} />
  }
