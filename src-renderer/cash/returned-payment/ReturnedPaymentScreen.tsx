import { useState } from 'react'
import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { ReturnDone } from './ReturnDone.tsx'
import type { Returned } from './ReturnDone.tsx'
import { ReturnForm } from './ReturnForm.tsx'
import { startReturn } from './entry.ts'
import type { ReturnedPaymentPlace } from './entry.ts'

/** Returned payment: the bank took a payment back. What is open again is shown once it is posted. */
export function ReturnedPaymentScreen({ place }: { readonly place: ReturnedPaymentPlace }) {
  const { workDate } = useConventions()
  const [returned, setReturned] = useState<Returned | null>(null)
  if (returned !== null) return <ReturnDone returned={returned} />
  return (
    <PostingScreen title="Returned payment" start={() => startReturn(place, workDate)}>
      {(started, setup) => <ReturnForm start={started} setup={setup} onReturned={setReturned} />}
    </PostingScreen>
  )
}
