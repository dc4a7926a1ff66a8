import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { BatchStrip } from '../receiptBatches/BatchStrip.tsx'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { PostingScreen } from '../../entry/posting/PostingScreen.tsx'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { checkPark, isBlankPark, parkFieldOf, parkInput } from './entry.ts'
import type { ParkEntry } from './entry.ts'
import { ParkHeader } from './ParkHeader.tsx'
import { nextPark, startPark } from './start.ts'
import type { ParkReceiptPlace } from './start.ts'

/** Parks money whose payer nobody knows yet. */
export function ParkReceiptScreen({ place }: { readonly place: ParkReceiptPlace }) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title="Park a receipt" start={() => startPark(place, workDate)}>
      {(started, setup, onNext) => (
        <ParkForm start={started} setup={setup} onNext={(before) => onNext(nextPark(before))} />
      )}
    </PostingScreen>
  )
}

type ParkFormProps = {
  readonly start: Started<ParkEntry>
  readonly setup: EntrySetup
  readonly onNext: (before: ParkEntry) => void
}

type Parked = OutputOf<'parkedReceipts.post'>

function ParkForm({ start, setup, onNext }: ParkFormProps) {
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const posting = useForm<ParkEntry, Parked>({
    entry,
    problems: checkPark(entry),
    place: placedBy(parkFieldOf),
    send: () => api.parkedReceipts.post(complete(parkInput(entry))),
  })
  const amount = format.amount(entry.amount ?? 0, entry.currency)
  return (
    <PostingPage
      title="Park a receipt"
      sub="It waits under Unidentified receipts until its customer is known"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('unidentified_receipt', entry, {
        title: `${entry.payer.trim() === '' ? 'Unknown payer' : entry.payer.trim()}, ${amount}`,
        isBlank: isBlankPark(entry),
      })}
      describe={({ number }) => `${number} is parked, ${amount}.`}
      onNext={() => onNext(entry)}
      figures={[
        { label: `Parked ${entry.currency}`, value: <Figure amount={entry.amount ?? 0} currency={entry.currency} /> },
      ]}
    >
      <BatchStrip batchId={entry.batchId} />
      <Card>
        <ParkHeader entry={entry} update={setEntry} setup={setup} errors={posting.errors} />
      </Card>
    </PostingPage>
  )
}
