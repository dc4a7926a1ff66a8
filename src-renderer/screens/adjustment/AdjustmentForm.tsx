import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract/index.ts'
import { api } from '../../api/client.ts'
import { PostingPage } from '../../entry/posting/PostingPage.tsx'
import { complete, usePosting } from '../../entry/posting/use-posting.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import { SettleGrid } from '../../entry/settling/SettleGrid.tsx'
import { rowErrors, rowPathOf, takenOf } from '../../entry/settling/settle-row.ts'
import { useOpenItemRows } from '../../entry/settling/use-open-items.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Card } from '../../ui/Page.tsx'
import { AdjustmentHeader } from './AdjustmentHeader.tsx'
import { adjustmentInput, checkAdjustment, isBlankAdjustment, sumsOf } from './entry.ts'
import type { AdjustmentEntry } from './entry.ts'

export type AdjustmentFormProps = {
  readonly start: Started<AdjustmentEntry>
  readonly setup: EntrySetup
  readonly onNext: (before: AdjustmentEntry) => void
}

type Posted = OutputOf<'adjustments.post'>

const headFields = new Set(['customerId', 'reasonCodeId', 'amount', 'date', 'rate', 'reference', 'memo'])

/** One adjustment, from its customer to F9. */
export function AdjustmentForm({ start, setup, onNext }: AdjustmentFormProps) {
  const format = useFormat()
  const [entry, setEntry] = useState(start.entry)
  const card = useCustomerCard(entry.customer)
  const currency = card?.customer.currency ?? setup.profile.baseCurrency
  const { rows, isRead } = useOpenItemRows(entry.customer, 'debits', entry.taken, entry.date)
  const write = (amount: number): string => format.amount(amount, currency)
  const posting = usePosting<AdjustmentEntry, Posted>({
    entry,
    problems: checkAdjustment(entry, rows, write),
    live: rowErrors(rows, write),
    fieldOf: (path) => (headFields.has(path) ? path : rowPathOf(path, rows)),
    send: () => api.adjustments.post(complete(adjustmentInput(entry, rows))),
  })
  const sums = sumsOf(entry, rows)

  return (
    <PostingPage
      title="Adjustment"
      sub="Against the account of its reason; no goods, no tax"
      posting={posting}
      isResumed={start.isResumed}
      draft={{
        uid: entry.draftUid,
        kind: 'adjustment',
        customerId: entry.customer === null ? null : Number(entry.customer.key),
        title: `${entry.customer?.name ?? 'No customer yet'}, ${write(sums.amount)}`,
        body: entry,
        isBlank: isBlankAdjustment(entry),
      }}
      describe={(posted) => describePosted(posted, write)}
      onNext={() => onNext(entry)}
      figures={figuresOf(entry, sums, currency)}
    >
      <Card>
        <AdjustmentHeader
          entry={entry}
          update={setEntry}
          card={card}
          baseCurrency={setup.profile.baseCurrency}
          currency={currency}
          amount={sums.amount}
          errors={posting.errors}
        />
      </Card>
      <Card fill>
        <SettleGrid
          key={entry.customer?.key ?? ''}
          label="Open items"
          layoutId="adjustment-items"
          title="Adjust"
          currency={currency}
          withDue
          rows={entry.direction === 'increase' ? [] : rows}
          onChange={(next) => setEntry((before) => ({ ...before, taken: takenOf(next) }))}
          errors={posting.errors}
          empty={<Empty entry={entry} isRead={isRead} />}
        />
      </Card>
    </PostingPage>
  )
}

function Empty({ entry, isRead }: { readonly entry: AdjustmentEntry; readonly isRead: boolean }) {
  if (entry.customer === null) {
    return (
      <EmptyState title="Whose balance?">
        Type the customer above: its code, any word of its name, or the number of an invoice. Its open items come up
        here; Space takes one in full.
      </EmptyState>
    )
  }
  if (entry.direction === 'increase') {
    return (
      <EmptyState title="An item of its own">What raises the balance settles nothing; it is paid later.</EmptyState>
    )
  }
  return isRead ? <EmptyState title="Nothing is open">The adjustment stays as a credit for later.</EmptyState> : null
}

function figuresOf(entry: AdjustmentEntry, sums: ReturnType<typeof sumsOf>, currency: string): readonly Fact[] {
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />
  const amount = { label: 'Amount', value: figure(sums.amount) }
  if (entry.direction === 'increase') return [amount]
  const tone = sums.left < 0 ? ('overdue' as const) : undefined
  return [
    amount,
    { label: 'Applied', value: figure(sums.applied) },
    { label: 'Stays as credit', value: figure(sums.left), tone },
  ]
}

function describePosted(posted: Posted, write: (amount: number) => string): string {
  const done = `${posted.number} posted, ${write(Math.abs(posted.total))}.`
  return posted.unapplied > 0 ? `${done} ${write(posted.unapplied)} stays as credit.` : done
}
