import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { paidAt } from '../../../src-shared/domain/cross-rate.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/exchange-rate.ts'
import { howPaid } from '../../entry/cash.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import { complete, usePosting } from '../../entry/posting/use-posting.ts'
import type { Started } from '../../entry/posting/use-posting.ts'
import { useCrossRates } from '../settling/cross-rates.ts'
import type { SettleRow } from '../settling/settle-row.ts'
import { SettlingPage } from '../settling/SettlingPage.tsx'
import type { Emptiness } from '../settling/SettlingPage.tsx'
import { useOpenItemRows } from '../settling/use-open-items.ts'
import { useCustomerMoney } from '../../entry/use-customer-money.ts'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { checkRefund, creditErrors, isBlankRefund, refundFieldOf, refundInput, sumsOf, withTaken } from './entry.ts'
import type { PaidAcross, RefundEntry } from './entry.ts'
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
  const money = entry.paidIn ?? currency
  const across = usePaidAcross(entry, rows, currency, setup)
  const sums = sumsOf(rows, across === null ? howPaid(setup.profile, entry.method, currency) : null)
  const posting = usePosting<RefundEntry, Posted>({
    entry,
    problems: checkRefund(entry, rows, write, across),
    live: creditErrors(entry, rows, write),
    fieldOf: (path) => refundFieldOf(path, rows),
    send: () => api.refunds.post(complete(refundInput(entry, rows, sums.rounding, across))),
  })
  const title = customerDraftTitle(entry.customer, write(sums.refund))
  const format = useFormat()
  const writePaid = (amount: number): string => format.amount(amount, money)
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
          ? `${posted.number} posted, ${writePaid(posted.total)}. ${write(posted.overpaid)} was too much and is owed.`
          : posted.creditLeft > 0
            ? `${posted.number} posted, ${writePaid(posted.total)}. ${write(posted.creditLeft)} of the credit is left.`
            : `${posted.number} posted, ${writePaid(posted.total)}.`
      }
      onNext={() => onNext(entry)}
      figures={[
        { label: 'Refund', value: figure(sums.refund) },
        ...(across === null
          ? []
          : [{ label: `Paid in ${money}`, value: <Figure amount={across.amount ?? 0} currency={money} /> }]),
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
          across={across}
          refunded={sums.refund}
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

/** What is paid in another currency than the credit's: as typed, or at the rate of the day. Null within one. */
function usePaidAcross(
  { paidIn, paid, rate, date }: RefundEntry,
  rows: readonly SettleRow[],
  currency: string,
  { profile: { baseCurrency } }: EntrySetup,
): PaidAcross {
  const { workDate } = useConventions()
  const money = paidIn ?? currency
  const typed = exchangeRateOf(rate)
  const own = { currency: money, rate: typed !== null && isRateText(typed) ? exchangeRate(typed) : null }
  const usual = useCrossRates([currency], own, baseCurrency, date ?? workDate)[currency] ?? null
  if (money === currency) return null
  const { refund } = sumsOf(rows)
  const amount = paid ?? (refund <= 0 || usual === null ? null : paidAt(refund, currency, money, usual))
  return { currency: money, amount }
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
