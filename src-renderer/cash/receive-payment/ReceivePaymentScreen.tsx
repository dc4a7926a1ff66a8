import { useState } from 'react'
import { useEntrySetup } from '../../entry/use-entry-setup.ts'
import { useLoadedOnce } from '../../entry/use-loaded-once.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { Page } from '../../ui/Page.tsx'
import { ReceivePaymentForm } from './ReceivePaymentForm.tsx'
import { nextReceipt, startReceipt } from './start.ts'
import type { ReceivePaymentPlace, StartedReceipt } from './start.ts'
import { EMPTY_TALLY, withReceipt } from './tally.ts'
import type { Tally } from './tally.ts'

/** Receive payment: one check after another, each kept as a draft until it is posted. */
export function ReceivePaymentScreen({ place }: { readonly place: ReceivePaymentPlace }) {
  const { workDate } = useConventions()
  const { setup, error } = useEntrySetup()
  const first = useLoadedOnce(() => startReceipt(place, workDate))
  const [next, setNext] = useState<StartedReceipt | null>(null)
  const [tally, setTally] = useState<Tally>(EMPTY_TALLY)

  const refused = first.state === 'refused' ? first.message : error?.message
  const started = next ?? (first.state === 'loaded' ? first.value : null)
  if (setup === null || started === null) {
    return <Page title="Receive payment">{refused !== undefined && <Banner tone="bad">{refused}</Banner>}</Page>
  }
  return (
    <ReceivePaymentForm
      key={started.entry.draftUid}
      start={started}
      setup={setup}
      tally={tally}
      onPosted={(posted) => setTally((before) => withReceipt(before, posted))}
      onNext={(before) => setNext(nextReceipt(before, workDate))}
    />
  )
}
