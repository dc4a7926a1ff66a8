import { BatchStrip } from '../receipt-batches/BatchStrip.tsx'
import { LeftOutBanner } from '../settling/LeftOutBanner.tsx'
import { ProposalBanner } from '../settling/ProposalBanner.tsx'
import { EntryPage, useEntryPage } from '../../entry/posting/EntryPage.tsx'
import { useSayDone } from '../../entry/use-say-done.ts'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Card } from '../../ui/Page.tsx'
import { describeDone } from './posting.ts'
import { EarlierCheckBanner } from './EarlierCheckBanner.tsx'
import { isBlankReceipt } from './entry.ts'
import type { ReceiptEntry } from './entry.ts'
import { PaymentGrid } from './PaymentGrid.tsx'
import type { Tally, TalliedReceipt } from './tally.ts'
import type { Done } from './posting.ts'
import { ReceiptFoot } from './ReceiptFoot.tsx'
import { ReceiptHeader } from './ReceiptHeader.tsx'
import type { StartedReceipt } from './start.ts'
import { useReceiptEntry } from './use-receipt-entry.ts'

export type ReceivePaymentFormProps = {
  readonly start: StartedReceipt
  readonly setup: EntrySetup
  readonly tally: Tally
  readonly onPosted: (posted: TalliedReceipt) => void
  /** Begins the next payment after this one was posted. */
  readonly onNext: (before: ReceiptEntry) => void
}

/** One payment, from its customer to F9. */
export function ReceivePaymentForm({ start, setup, tally, onPosted, onNext }: ReceivePaymentFormProps) {
  const navigator = useNavigator()
  const format = useFormat()
  const sayDone = useSayDone()
  const state = useReceiptEntry(start.entry, setup)
  const { entry, currency, form } = state
  const page = useEntryPage({
    form,
    draft: draftOf('receipt', entry, {
      title: customerDraftTitle(entry.customer, format.amount(entry.amount ?? 0, currency)),
      isBlank: isBlankReceipt(entry, start.isResumed ? null : start.entry.amount),
    }),
    isResumed: start.isResumed,
    noun: 'The payment',
  })

  const postThen = (then: (done: Done) => void): Promise<void> =>
    page.sendThen((done) => {
      const { receipt } = done
      sayDone(
        describeDone(done, (amount, of = currency) =>
          of === currency ? format.amount(amount, of) : `${format.amount(amount, of)} ${of}`,
        ),
        receipt?.warnings,
      )
      if (receipt !== null) onPosted({ amount: -receipt.total, currency, reference: entry.reference })
      then(done)
    })
  const next = (): void => onNext(entry)
  const close = (): void => (navigator.depth > 0 ? navigator.back() : next())
  useActions({
    'document.post': () => void postThen(close),
    'document.postAndNew': () => void postThen(next),
    'document.postAndPrint': () =>
      void postThen(({ receipt }) =>
        receipt === null ? close() : navigator.replace({ screen: 'document', documentId: receipt.id, print: true }),
      ),
  })
  // What is typed goes along; the next payment waits here.
  useAction('unidentified.new', () => {
    const { amount, reference, memo, date, method, depositAccountId, batchId } = entry
    page.giveUp()
    next()
    const like = { currency, date, method, depositAccountId, batchId }
    navigator.go({ screen: 'unidentifiedReceipt', typed: { amount, reference, memo }, like })
  })

  return (
    <EntryPage
      page={page}
      title="Receive payment"
      sub={
        describeTally(tally, format.amount) ?? (start.isResumed ? 'Resumed from a draft' : 'One check after another')
      }
      actions={<ActionButton action="unidentified.new" label="Payer unknown: enter it so" variant="quiet" />}
      entersGrid
    >
      {state.ledger.error !== null && <Banner tone="bad">{state.ledger.error}</Banner>}
      <Card>
        <ReceiptHeader state={state} setup={setup} lastReference={tally.lastReference} />
      </Card>
      <BatchStrip batchId={entry.batchId} />
      <EarlierCheckBanner entry={entry} currency={currency} />
      <LeftOutBanner
        customer={entry.customer}
        currency={currency}
        date={entry.date}
        applicationDate={entry.applicationDate}
        onApplyOn={(applicationDate) => state.update((before) => ({ ...before, applicationDate }))}
      />
      <ProposalBanner proposing={state.proposing} clear="payment.clear" />
      <Card fill>
        <PaymentGrid key={`${entry.customer?.key ?? ''} ${currency}`} state={state} />
      </Card>
      <Card>
        <ReceiptFoot state={state} isPosting={form.isSending} />
      </Card>
    </EntryPage>
  )
}

function describeTally(tally: Tally, write: (amount: number, currency: string) => string): string | null {
  if (tally.count === 0) return null
  const totals = Object.entries(tally.totals).map(([currency, amount]) => `${write(amount, currency)} ${currency}`)
  return `${tally.count} posted in this sitting, ${totals.join(' and ')}`
}
