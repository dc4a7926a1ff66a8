import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { complete, usePosting } from '../../entry/posting/use-posting.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import { rowErrors, rowPathOf, takenOf } from '../settling/settle-row.ts'
import { SettlingPage } from '../settling/SettlingPage.tsx'
import type { Emptiness } from '../settling/SettlingPage.tsx'
import { useOpenItemRows } from '../settling/use-open-items.ts'
import { useCustomerMoney } from '../../entry/use-customer-money.ts'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import type { Fact } from '../../ui/FactLine.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { AdjustmentHeader } from './AdjustmentHeader.tsx'
import { adjustmentInput, checkAdjustment, isBlankAdjustment, sumsOf } from './entry.ts'
import type { AdjustmentEntry } from './entry.ts'

export type AdjustmentFormProps = {
  readonly start: Started<AdjustmentEntry>
  readonly setup: EntrySetup
  readonly onNext: (before: AdjustmentEntry) => void
}

type Posted = OutputOf<'adjustments.post'>

const headFields = new Set(['customerId', 'reasonCodeId', 'amount', 'date', 'currency', 'rate', 'reference', 'memo'])

/** One adjustment, from its customer to F9. */
export function AdjustmentForm({ start, setup, onNext }: AdjustmentFormProps) {
  const [entry, setEntry] = useState(start.entry)
  const { card, currency, write } = useCustomerMoney(entry.customer, setup, entry.currency)
  const { rows, customers, isRead } = useOpenItemRows(entry.customer, 'debits', entry, entry.date, currency)
  const posting = usePosting<AdjustmentEntry, Posted>({
    entry,
    problems: checkAdjustment(entry, rows, write),
    live: rowErrors(rows, write),
    fieldOf: (path) => (headFields.has(path) ? path : rowPathOf(path, rows)),
    send: () => api.adjustments.post(complete(adjustmentInput(entry, rows))),
  })
  const sums = sumsOf(entry, rows)
  const title = customerDraftTitle(entry.customer, write(sums.amount))

  return (
    <SettlingPage
      title="Adjustment"
      sub="Against the account of its reason; no goods, no tax"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('adjustment', entry, { title, isBlank: isBlankAdjustment(entry) })}
      describe={(posted) => describePosted(posted, write)}
      onNext={() => onNext(entry)}
      figures={figuresOf(entry, sums, currency)}
      head={
        <AdjustmentHeader
          entry={entry}
          update={setEntry}
          card={card}
          baseCurrency={setup.profile.baseCurrency}
          currency={currency}
          amount={sums.amount}
          errors={posting.errors}
        />
      }
      customer={entry.customer}
      grid={{
        label: 'Open items',
        layoutId: 'adjustment-items',
        title: 'Adjust',
        currency,
        withDue: true,
        customers,
        rows: entry.direction === 'increase' ? [] : rows,
        onChange: (next) => setEntry((before) => ({ ...before, taken: takenOf(next) })),
      }}
      emptiness={emptinessOf(entry, isRead)}
    />
  )
}

function emptinessOf({ customer, direction }: AdjustmentEntry, isRead: boolean): Emptiness | null {
  if (customer === null) {
    return {
      title: 'Whose balance?',
      text: 'Type the customer above: its code, any word of its name, or the number of an invoice. Its open items come up here; Space takes one in full.',
    }
  }
  if (direction === 'increase') {
    return { title: 'An item of its own', text: 'What raises the balance settles nothing; it is paid later.' }
  }
  return isRead ? { title: 'Nothing is open', text: 'The adjustment stays as a credit for later.' } : null
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
