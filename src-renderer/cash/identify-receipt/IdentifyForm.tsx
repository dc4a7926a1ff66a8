import { useState } from 'react'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { api } from '../../api/client.ts'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { LeftOutBanner } from '../settling/LeftOutBanner.tsx'
import { ProposalBanner } from '../settling/ProposalBanner.tsx'
import { isSeen, NOT_SEEN } from '../settling/proposing.ts'
import type { Proposing } from '../settling/proposing.ts'
import { rowErrors, sumApplied } from '../settling/settle-row.ts'
import { SettlingPage } from '../settling/SettlingPage.tsx'
import type { Emptiness } from '../settling/SettlingPage.tsx'
import { useOpenItemRows } from '../settling/use-open-items.ts'
import { howPaid, roundingOfPaid } from '../../entry/cash.ts'
import { useCustomerCard } from '../../entry/use-customer-card.ts'
import { draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useAction } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { Figure } from '../../ui/Figure.tsx'
import {
  checkIdentify,
  identifyFieldOf,
  identifyInput,
  isPaid,
  isSettledBy,
  isBlankIdentify,
  proposalOf,
  appliedByProposal,
  withDeductions,
  withProposal,
  withRows,
  usesNoCredit,
} from './entry.ts'
import type { IdentifyEntry } from './entry.ts'
import { IdentifyHeader } from './IdentifyHeader.tsx'
import type { StartedIdentify, Unidentified } from './start.ts'
import { useProposals } from '../settling/use-proposals.ts'
import type { Proposals } from '../settling/use-proposals.ts'

export type IdentifyFormProps = { readonly start: Started<StartedIdentify>; readonly setup: EntrySetup }

type Posted = OutputOf<'unidentifiedReceipts.identify'>

/** One unidentified receipt, from its customer to F9. */
export function IdentifyForm({ start, setup }: IdentifyFormProps) {
  const format = useFormat()
  const { unidentified } = start.entry
  const [entry, setEntry] = useState<IdentifyEntry>(start.entry.entry)
  const card = useCustomerCard(entry.customer)
  const proposed = useUnidentifiedProposals(entry, unidentified)
  const proposal = proposalOf(entry, proposed.proposals)
  const applied = entry.applied ?? appliedByProposal(proposal)
  const { rows, customers, isRead } = useOpenItemRows(
    entry.customer,
    'debits',
    { applied, settles: entry.settles, rates: entry.rates, deductions: entry.deductions },
    entry.date,
    { currency: unidentified.currency, rate: entry.rate, baseCurrency: setup.profile.baseCurrency },
  )
  const write = (amount: number, of = unidentified.currency): string =>
    of === unidentified.currency ? format.amount(amount, of) : `${format.amount(amount, of)} ${of}`
  const appliedTotal = sumApplied(rows)
  const isInFull = rows.every((row) => !isPaid(row) || isSettledBy(row, proposal))
  const rounding = roundingOfPaid(
    howPaid(setup.profile, unidentified.method, unidentified.currency),
    unidentified.amount,
    appliedTotal,
    isInFull,
  )
  const worth = unidentified.amount - rounding
  const proposing: Proposing = {
    ...proposed,
    isRead,
    proposal,
    isByHand: entry.applied !== null,
    hasAmount: true,
    hasItems: rows.length > 0,
    isApplied: appliedTotal !== 0,
  }
  const posting = useForm<IdentifyEntry, Posted>({
    entry,
    problems: checkIdentify(entry, rows, worth, write),
    // The day the money came is the receipt's own.
    dates: { date: entry.date === unidentified.date ? null : entry.date, applicationDate: entry.applicationDate },
    live: rowErrors(rows, write),
    place: placedBy((path) => identifyFieldOf(path, rows)),
    notYet: isSeen(proposing) ? null : NOT_SEEN,
    send: () => api.unidentifiedReceipts.identify(complete(identifyInput(entry, rows, proposal, rounding))),
  })
  useAction('payment.propose', () => setEntry(withProposal))
  const figure = (amount: number) => <Figure amount={amount} currency={unidentified.currency} />
  const deducted = sum(rows.map((row) => row.deducted))
  const left = worth - appliedTotal
  const title = `${unidentified.number}, ${write(unidentified.amount)}: ${entry.customer?.name ?? 'no customer yet'}`
  return (
    <SettlingPage
      title="Identify a receipt"
      sub={`${unidentified.number}, ${write(unidentified.amount)} ${unidentified.currency}, received ${format.date(unidentified.date)}`}
      posting={posting}
      isResumed={start.isResumed}
      draft={draftOf('identified_receipt', entry, { title, isBlank: isBlankIdentify(entry) })}
      describe={(posted) =>
        posted.unapplied > 0
          ? `${unidentified.number} is ${posted.number} now, of which ${write(posted.unapplied)} stays unapplied.`
          : `${unidentified.number} is ${posted.number} now, applied in full.`
      }
      figures={[
        { label: 'Received', value: figure(unidentified.amount) },
        { label: 'Applied', value: figure(appliedTotal) },
        ...(deducted === 0 ? [] : [{ label: 'Deducted', value: figure(deducted) }]),
        ...(rounding === 0 ? [] : [{ label: 'Rounding', value: figure(rounding) }]),
        { label: 'Unapplied', value: figure(left), tone: left < 0 ? 'overdue' : undefined },
      ]}
      head={
        <IdentifyHeader
          entry={entry}
          unidentified={unidentified}
          update={setEntry}
          card={card}
          baseCurrency={setup.profile.baseCurrency}
          errors={posting.errors}
        />
      }
      banner={
        <>
          <LeftOutBanner
            customer={entry.customer}
            currency={unidentified.currency}
            date={entry.date}
            applicationDate={entry.applicationDate}
            onApplyOn={(applicationDate) => setEntry((before) => ({ ...before, applicationDate }))}
          />
          <ProposalBanner proposing={proposing} clear="items.clear" />
        </>
      }
      customer={entry.customer}
      grid={{
        label: 'Open items',
        layoutId: 'identify-items',
        title: 'Payment',
        currency: unidentified.currency,
        withDue: true,
        customers,
        rows,
        onChange: (next) => setEntry((before) => withRows(before, next)),
        deducting: {
          of: ({ documentId }) => entry.deductions[documentId]?.[0],
          set: (row, deductions) => setEntry((before) => withDeductions(withRows(before, rows), row, deductions)),
        },
      }}
      emptiness={emptinessOf(entry, isRead)}
    />
  )
}

function emptinessOf({ customer }: IdentifyEntry, isRead: boolean): Emptiness | null {
  if (customer === null) {
    return {
      title: 'Whose money is it?',
      text: 'Type the customer above. Its open items come up here with a proposal; Space pays one in full.',
    }
  }
  return isRead ? { title: 'Nothing is open', text: `${customer.name} owes nothing: the money stays unapplied.` } : null
}

/** Ways to apply unidentified money: the payer's words name invoices as a remittance advice does. Credits stay where they are. */
export function useUnidentifiedProposals(entry: IdentifyEntry, unidentified: Unidentified): Proposals {
  const request = {
    customerId: Number(entry.customer?.key ?? 0),
    date: entry.date ?? unidentified.date,
    amount: unidentified.amount,
    currency: unidentified.currency,
    applicationDate: entry.applicationDate,
    remittanceText: `${unidentified.payer} ${unidentified.reference} ${unidentified.memo} ${entry.memo}`.slice(0, 2000),
    isCash: unidentified.method === 'cash',
  }
  const { proposals, ...read } = useProposals(request, entry.customer !== null)
  return { ...read, proposals: proposals.filter(usesNoCredit) }
}
