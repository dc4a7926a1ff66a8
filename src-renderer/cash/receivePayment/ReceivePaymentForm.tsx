import { useRef } from 'react'
import { BatchStrip } from '../receiptBatches/BatchStrip.tsx'
import { LeftOutBanner } from '../settling/LeftOutBanner.tsx'
import { ProposalBanner } from '../settling/ProposalBanner.tsx'
import { customerDraftTitle, draftOf, useDraft } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { enterGrid } from '../../keyboard/enter-grid.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { EarlierCheckBanner } from './EarlierCheckBanner.tsx'
import { isBlankReceipt } from './entry.ts'
import type { ReceiptEntry } from './entry.ts'
import { PaymentGrid } from './PaymentGrid.tsx'
import type { Pile, PileReceipt } from './pile.ts'
import type { Done } from './posting.ts'
import { ReceiptFoot } from './ReceiptFoot.tsx'
import { ReceiptHeader } from './ReceiptHeader.tsx'
import type { StartedReceipt } from './start.ts'
import { useReceiptEntry } from './use-receipt-entry.ts'
import { useReceiptPosting } from './use-receipt-posting.ts'
import css from '../../entry/entry.module.css'

export type ReceivePaymentFormProps = {
  readonly start: StartedReceipt
  readonly setup: EntrySetup
  readonly pile: Pile
  readonly onPosted: (posted: PileReceipt) => void
  /** Begins the next payment after this one was posted. */
  readonly onNext: (before: ReceiptEntry) => void
}

/** One payment, from its customer to F9. */
export function ReceivePaymentForm({ start, setup, pile, onPosted, onNext }: ReceivePaymentFormProps) {
  const form = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const format = useFormat()
  const { say } = useNotices()
  const state = useReceiptEntry(start.entry, setup)
  const { entry, currency } = state
  const posting = useReceiptPosting(state)
  const draft = useDraft(
    draftOf('receipt', entry, {
      title: customerDraftTitle(entry.customer, format.amount(entry.amount ?? 0, currency)),
      isBlank: isBlankReceipt(entry, start.isResumed ? null : start.entry.amount),
    }),
    { isResumed: start.isResumed, isPosting: posting.isPosting, onRefused: (text) => say(text, { tone: 'bad' }) },
  )
  useErrorFocus(form, state.attempt)

  async function postThen(then: (done: Done) => void): Promise<void> {
    const done = await posting.post()
    if (done === null) return
    draft.forget({ discard: true })
    const { receipt } = done
    if (receipt !== null) onPosted({ amount: -receipt.total, currency, reference: entry.reference })
    then(done)
  }

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
  useAction('parked.new', () => {
    const { amount, reference, memo, date, method, depositAccountId, batchId } = entry
    draft.forget({ discard: true })
    next()
    const like = { currency, date, method, depositAccountId, batchId }
    navigator.go({ screen: 'parkReceipt', typed: { amount, reference, memo }, like })
  })
  useAction(
    'go.back',
    () => {
      if (draft.keep()) say('The payment is kept as a draft. Home lists it.')
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title="Receive payment"
      sub={describePile(pile, format.amount) ?? (start.isResumed ? 'Resumed from a draft' : 'One check after another')}
      actions={
        <>
          <ActionButton action="parked.new" label="Payer unknown: park it" variant="quiet" />
          <ActionButton action="go.back" variant="quiet" />
        </>
      }
    >
      <EntryForm ref={form} className={css.form ?? ''} onLastEnter={() => enterGrid(form.current)}>
        {state.banner !== null && <Banner tone="bad">{state.banner}</Banner>}
        {state.ledger.error !== null && <Banner tone="bad">{state.ledger.error}</Banner>}
        <Card>
          <ReceiptHeader state={state} setup={setup} lastReference={pile.lastReference} />
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
          <ReceiptFoot state={state} isPosting={posting.isPosting} />
        </Card>
      </EntryForm>
    </Page>
  )
}

function describePile(pile: Pile, write: (amount: number, currency: string) => string): string | null {
  if (pile.count === 0) return null
  const totals = Object.entries(pile.totals).map(([currency, amount]) => `${write(amount, currency)} ${currency}`)
  return `${pile.count} posted in this sitting, ${totals.join(' and ')}`
}
