import { useRef } from 'react'
import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useMemorise } from '../schedule/use-memorise.ts'
import { customerDraftTitle, draftOf, useDraft } from '../../entry/use-draft.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { isBlankBilling } from './entry.ts'
import { asksForPayment, nounOf } from './kinds.ts'
import type { BillingKind } from './kinds.ts'
import type { BillingEntry } from './entry.ts'
import { offersDiscount } from './line.ts'
import { CreditStanding } from './CreditStanding.tsx'
import { BillingFoot } from './BillingFoot.tsx'
import { BillingHeader } from './BillingHeader.tsx'
import { BillingLines } from './BillingLines.tsx'
import type { StartedBilling } from './start.ts'
import { useBillingEntry } from './use-billing-entry.ts'
import { useBillingPosting } from './use-billing-posting.ts'
import css from '../../entry/entry.module.css'

export type BillingFormProps = {
  readonly kind: BillingKind
  readonly start: StartedBilling
  readonly setup: EntrySetup
  /** Begins the next of its kind after this one was posted. */
  readonly onNext: (before: BillingEntry) => void
}

/** One document of lines, from its customer to F9. */
export function BillingForm({ kind, start, setup, onNext }: BillingFormProps) {
  const form = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const format = useFormat()
  const { say } = useNotices()
  const state = useBillingEntry(kind, start.entry, setup)
  const { entry, terms, totals } = state
  const title = documentKindName[kind]
  const { post, isPosting } = useBillingPosting(state)
  const total = totals.ok ? format.amount(totals.totals.total, terms.currency) : ''
  const draft = useDraft(
    draftOf(kind, entry, {
      title: customerDraftTitle(entry.customer, total),
      total: asksForPayment(kind) && totals.ok ? totals.totals.total : null,
      isBlank: isBlankBilling(entry),
    }),
    { isResumed: start.isResumed, isPosting, onRefused: (message) => say(message, { tone: 'bad' }) },
  )
  useErrorFocus(form, state.attempt)

  async function postThen(then: (documentId: number) => void): Promise<void> {
    const posted = await post()
    if (posted === null) return
    draft.forget({ discard: false })
    then(posted.id)
  }

  const next = (): void => onNext(entry)
  const close = (): void => (navigator.depth > 0 ? navigator.back() : next())
  const print = (documentId: number): void => navigator.replace({ screen: 'document', documentId, print: true })
  useActions({
    'document.post': () => void postThen(close),
    'document.postAndNew': () => void postThen(next),
    'document.postAndPrint': () => void postThen(print),
  })
  useMemorise(entry, { enabled: kind === 'invoice' && !isBlankBilling(entry) })
  useAction(
    'go.back',
    () => {
      if (draft.keep()) say(`The ${nounOf(kind)} is kept as a draft. Home lists it.`)
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title={title}
      sub={start.isResumed ? 'Resumed from a draft' : 'The number is given when it is posted'}
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <EntryForm ref={form} className={css.form ?? ''}>
        {state.banner !== null && <Banner tone="bad">{state.banner}</Banner>}
        <Card>
          <BillingHeader state={state} setup={setup} />
        </Card>
        {asksForPayment(kind) && <CreditStanding state={state} policy={setup.profile.settings.creditLimitPolicy} />}
        <Card fill>
          <BillingLines
            label={`${title} lines`}
            layoutId="invoice-lines"
            lines={entry.lines}
            onChange={(lines) => state.change({ lines })}
            terms={terms}
            totals={totals}
            isForeign={state.isForeign}
            offersDiscount={asksForPayment(kind) && offersDiscount(state.paymentTerms?.rule, entry.lines)}
            errors={state.errors}
          />
        </Card>
        <Card>
          <BillingFoot state={state} isPosting={isPosting} />
        </Card>
      </EntryForm>
    </Page>
  )
}
