import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract/index.ts'
import { api } from '../../api/client.ts'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { complete, usePosting } from '../../entry/posting/use-posting.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import { SettleGrid } from '../../entry/settling/SettleGrid.tsx'
import { rowErrors } from '../../entry/settling/settle-row.ts'
import { useOpenItemRows } from '../../entry/settling/use-open-items.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { checkRefund, isBlankRefund, refundFieldOf, refundInput, sumsOf, withTaken } from './entry.ts'
import type { RefundEntry } from './entry.ts'
import { RefundHeader } from './RefundHeader.tsx'

export type RefundFormProps = {
  readonly start: Started<RefundEntry>
  readonly setup: EntrySetup
  readonly onNext: (before: RefundEntry) => void
}

type Posted = OutputOf<'refunds.post'>

/** One refund, from its customer to F9. */
export function RefundForm({ start, setup, onNext }: RefundFormProps) {
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const card = useCustomerCard(entry.customer)
  const currency = card?.customer.currency ?? setup.profile.baseCurrency
  const { rows, isRead } = useOpenItemRows(entry.customer, 'credits', entry.taken, entry.date)
  const write = (amount: number): string => format.amount(amount, currency)
  const posting = usePosting<RefundEntry, Posted>({
    entry,
    problems: checkRefund(entry, rows, write),
    live: rowErrors(rows, write),
    fieldOf: (path) => refundFieldOf(path, rows),
    send: () => api.refunds.post(complete(refundInput(entry, rows))),
  })
  const sums = sumsOf(rows)
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />

  return (
    <PostingPage
      title="Refund"
      sub="Money back for an overpayment or a credit note"
      posting={posting}
      isResumed={start.isResumed}
      draft={{
        uid: entry.draftUid,
        kind: 'refund',
        customerId: entry.customer === null ? null : Number(entry.customer.key),
        title: `${entry.customer?.name ?? 'No customer yet'}, ${write(sums.refund)}`,
        body: entry,
        isBlank: isBlankRefund(entry),
      }}
      describe={(posted) =>
        posted.creditLeft > 0
          ? `${posted.number} posted, ${write(posted.total)}. ${write(posted.creditLeft)} of the credit is left.`
          : `${posted.number} posted, ${write(posted.total)}.`
      }
      onNext={() => onNext(entry)}
      figures={[
        { label: 'Refund', value: figure(sums.refund) },
        { label: 'Stays as credit', value: figure(sums.left), tone: sums.left < 0 ? 'overdue' : undefined },
      ]}
    >
      <Card>
        <RefundHeader
          entry={entry}
          update={setEntry}
          card={card}
          setup={setup}
          currency={currency}
          errors={posting.errors}
        />
      </Card>
      <Card fill>
        <SettleGrid
          key={entry.customer?.key ?? ''}
          label="Credits"
          layoutId="refund-credits"
          title="Refund"
          currency={currency}
          withDue={false}
          rows={rows}
          onChange={(_rows, changed) => setEntry((before) => withTaken(before, changed))}
          errors={posting.errors}
          empty={<Empty entry={entry} isRead={isRead} />}
        />
      </Card>
    </PostingPage>
  )
}

function Empty({ entry, isRead }: { readonly entry: RefundEntry; readonly isRead: boolean }) {
  if (entry.customer === null) {
    return (
      <EmptyState title="Who gets money back?">
        Type the customer above. Its unapplied payments and credit notes come up here; Space takes one in full.
      </EmptyState>
    )
  }
  return isRead ? (
    <EmptyState title="Nothing to pay back">{`${entry.customer.name} has no credit that is open.`}</EmptyState>
  ) : null
}
