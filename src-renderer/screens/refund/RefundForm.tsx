import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract/index.ts'
import { api } from '../../api/client.ts'
import { howPaid } from '../../entry/cash.ts'
import { complete, usePosting } from '../../entry/posting/use-posting.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import { SettlingPage } from '../../entry/settling/SettlingPage.tsx'
import type { Emptiness } from '../../entry/settling/SettlingPage.tsx'
import { useOpenItemRows } from '../../entry/settling/use-open-items.ts'
import { useCustomerMoney } from '../../entry/use-customer-money.ts'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { Figure } from '../../ui/Figure.tsx'
import { checkRefund, creditErrors, isBlankRefund, refundFieldOf, refundInput, sumsOf, withTaken } from './entry.ts'
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
  const [entry, setEntry] = useState(start.entry)
  const { card, currency, write } = useCustomerMoney(entry.customer, setup, entry.currency)
  const { rows, customers, isRead } = useOpenItemRows(entry.customer, 'credits', entry, entry.date, currency)
  const sums = sumsOf(rows, howPaid(setup.profile, entry.method, currency))
  const posting = usePosting<RefundEntry, Posted>({
    entry,
    problems: checkRefund(entry, rows, write),
    live: creditErrors(entry, rows, write),
    fieldOf: (path) => refundFieldOf(path, rows),
    send: () => api.refunds.post(complete(refundInput(entry, rows, sums.rounding))),
  })
  const title = customerDraftTitle(entry.customer, write(sums.refund))
  const figure = (amount: number) => <Figure amount={amount} currency={currency} />

  return (
    <SettlingPage
      title="Refund"
      sub="Money back for an overpayment or a credit note"
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('refund', entry, { title, isBlank: isBlankRefund(entry) })}
      describe={(posted) =>
        posted.overpaid > 0
          ? `${posted.number} posted, ${write(posted.total)}. ${write(posted.overpaid)} was too much and is owed.`
          : posted.creditLeft > 0
            ? `${posted.number} posted, ${write(posted.total)}. ${write(posted.creditLeft)} of the credit is left.`
            : `${posted.number} posted, ${write(posted.total)}.`
      }
      onNext={() => onNext(entry)}
      figures={[
        { label: 'Refund', value: figure(sums.refund) },
        ...(sums.rounding === 0 ? [] : [{ label: 'In cash', value: figure(sums.refund + sums.rounding) }]),
        sums.left < 0
          ? { label: 'Paid too much, owed', value: figure(0 - sums.left), tone: 'overdue' }
          : { label: 'Stays as credit', value: figure(sums.left) },
      ]}
      head={
        <RefundHeader
          entry={entry}
          update={setEntry}
          card={card}
          setup={setup}
          currency={currency}
          errors={posting.errors}
        />
      }
      customer={entry.customer}
      grid={{
        label: 'Credits',
        layoutId: 'refund-credits',
        title: 'Refund',
        currency,
        withDue: false,
        customers,
        rows,
        onChange: (_rows, changed) => setEntry((before) => withTaken(before, changed)),
      }}
      emptiness={emptinessOf(entry, isRead)}
    />
  )
}

function emptinessOf({ customer }: RefundEntry, isRead: boolean): Emptiness | null {
  if (customer === null) {
    return {
      title: 'Who gets money back?',
      text: 'Type the customer above. Its unapplied payments and credit notes come up here; Space takes one in full.',
    }
  }
  return isRead ? { title: 'Nothing to pay back', text: `${customer.name} has no credit that is open.` } : null
}
