import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { BatchStrip } from '../receipt-batches/BatchStrip.tsx'
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
import { checkUnidentified, isBlankUnidentified, unidentifiedFieldOf, unidentifiedInput } from './entry.ts'
import type { UnidentifiedEntry } from './entry.ts'
import { UnidentifiedHeader } from './UnidentifiedHeader.tsx'
import { nextUnidentified, startUnidentified } from './start.ts'
import type { UnidentifiedReceiptPlace } from './start.ts'

/** Money whose payer nobody knows yet. */
export function UnidentifiedReceiptScreen({ place }: { readonly place: UnidentifiedReceiptPlace }) {
  const { workDate } = useConventions()
  return (
    <PostingScreen title="Enter unidentified receipt" start={() => startUnidentified(place, workDate)}>
      {(started, setup, onNext) => (
        <UnidentifiedForm start={started} setup={setup} onNext={(before) => onNext(nextUnidentified(before))} />
      )}
    </PostingScreen>
  )
}

type UnidentifiedFormProps = {
  readonly start: Started<UnidentifiedEntry>
  readonly setup: EntrySetup
  readonly onNext: (before: UnidentifiedEntry) => void
}

type Unidentified = OutputOf<'unidentifiedReceipts.post'>

function UnidentifiedForm({ start, setup, onNext }: UnidentifiedFormProps) {
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const posting = useForm<UnidentifiedEntry, Unidentified>({
    entry,
    problems: checkUnidentified(entry),
    dates: { date: entry.date },
    place: placedBy(unidentifiedFieldOf),
    send: () => api.unidentifiedReceipts.post(complete(unidentifiedInput(entry))),
  })
  const amount = format.amount(entry.amount ?? 0, entry.currency)
  return (
    <PostingPage
      title="Enter unidentified receipt"
      sub="It waits under Unidentified receipts until its customer is known"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('unidentified_receipt', entry, {
        title: `${entry.payer.trim() === '' ? 'Unknown payer' : entry.payer.trim()}, ${amount}`,
        isBlank: isBlankUnidentified(entry),
      })}
      describe={({ number }) => `${number} is an unidentified receipt of ${amount}.`}
      onNext={() => onNext(entry)}
      figures={[
        {
          label: `Unidentified ${entry.currency}`,
          value: <Figure amount={entry.amount ?? 0} currency={entry.currency} />,
        },
      ]}
    >
      <BatchStrip batchId={entry.batchId} />
      <Card>
        <UnidentifiedHeader entry={entry} update={setEntry} setup={setup} errors={posting.errors} />
      </Card>
    </PostingPage>
  )
}
