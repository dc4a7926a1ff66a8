import { useState } from 'react'
import type { DocumentView, ReopenedItem } from '../../../src-shared/ledger/contract/documents.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { checkReturn, isBlankReturn, returnFieldOf, returnInput } from './entry.ts'
import type { ReturnEntry } from './entry.ts'
import { ReopenedItems } from './ReopenedItems.tsx'
import type { Returned } from './ReturnDone.tsx'
import { ReturnHeader } from './ReturnHeader.tsx'

export type ReturnFormProps = {
  readonly start: Started<ReturnEntry>
  readonly setup: EntrySetup
  readonly onReturned: (returned: Returned) => void
}

type Posted = OutputOf<'receipts.returnPayment'>

const NOTHING: readonly ReopenedItem[] = []

/** Which payment came back, when, and what the bank charges for it. */
export function ReturnForm({ start, setup, onReturned }: ReturnFormProps) {
  const [entry, setEntry] = useState(start.entry)
  const { data: receipt = null } = useLedgerQuery(
    'documents.get',
    { id: Number(entry.receipt?.key ?? 0) },
    { enabled: entry.receipt !== null, keepPrevious: false },
  )
  const reopened = receipt?.reopens ?? NOTHING
  const currency = receipt?.currency ?? setup.profile.baseCurrency
  const posting = useForm<ReturnEntry, Posted>({
    entry,
    problems: checkReturn(entry, receipt?.currency ?? null),
    dates: { date: entry.date },
    place: placedBy(returnFieldOf),
    send: () => api.receipts.returnPayment(complete(returnInput(entry))),
  })
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  const fee = entry.fee ?? 0

  return (
    <PostingPage
      title="Returned payment"
      sub="The bank took it back: the receipt is reversed and what it settled is open again"
      posting={posting}
      isResumed={start.isResumed}
      draft={{
        ...draftOf('returned_payment', entry, {
          title: `${entry.receipt?.code ?? 'No receipt yet'} ${entry.receipt?.name ?? ''}`.trim(),
          isBlank: isBlankReturn(entry),
        }),
        customerId: receipt?.customerId ?? null,
      }}
      describe={(posted) => `${posted.number} posted: ${entry.receipt?.code ?? ''} is returned.`}
      warningsOf={({ warnings }) => warnings}
      onPosted={(posted) => onReturned({ posted, reopened, currency, receipt: entry.receipt, fee })}
      figures={[
        { label: 'Payment', value: figure(receipt === null ? 0 : -receipt.total) },
        { label: 'Open again', value: figure(reopened.reduce((sum, { amount }) => sum + amount, 0)) },
        {
          label: entry.bearer === 'customer' ? 'Fee charged to the customer' : 'Fee borne by the company',
          value: figure(fee),
        },
      ]}
    >
      <Card>
        <ReturnHeader
          entry={entry}
          update={setEntry}
          receipt={receipt}
          baseCurrency={setup.profile.baseCurrency}
          errors={posting.errors}
        />
      </Card>
      <Card fill title="Opens again">
        <ReopenedItems
          rows={reopened}
          currency={currency}
          empty={<NothingReopened isChosen={entry.receipt !== null} receipt={receipt} />}
        />
      </Card>
    </PostingPage>
  )
}

function NothingReopened({ isChosen, receipt }: { readonly isChosen: boolean; readonly receipt: DocumentView | null }) {
  const format = useFormat()
  if (!isChosen) {
    return (
      <EmptyState title="Which payment came back?">
        Type the receipt’s number, the check number or the amount above. What it settled comes up here.
      </EmptyState>
    )
  }
  if (receipt === null) return null
  return (
    <EmptyState title="Nothing was settled by it">
      {`${receipt.number} of ${format.date(receipt.documentDate)} is not applied to anything.`}
    </EmptyState>
  )
}
