import { documentKindName } from '../../../src-shared/domain/documents.ts'
import { useMemorise } from '../schedule/use-memorise.ts'
import { EntryPage, useEntryPage } from '../../entry/posting/EntryPage.tsx'
import type { PostingFormProps } from '../../entry/posting/PostingScreen.tsx'
import { customerDraftTitle, draftOf } from '../../entry/use-draft.ts'
import { useSayDone } from '../../entry/use-say-done.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { Card } from '../../ui/Page.tsx'
import { BillingFoot } from './BillingFoot.tsx'
import { BillingHeader } from './BillingHeader.tsx'
import { BillLinesCard } from './BillFields.tsx'
import { CreditStanding } from './CreditStanding.tsx'
import { isBlankBilling } from './entry.ts'
import type { BillingEntry } from './entry.ts'
import { asksForPayment, nounOf } from './kinds.ts'
import type { BillingKind } from './kinds.ts'
import { useBillingEntry } from './use-billing-entry.ts'

export type BillingFormProps = PostingFormProps<BillingEntry> & { readonly kind: BillingKind }

/** One document of lines, from its customer to F9. */
export function BillingForm({ kind, start, setup, onNext }: BillingFormProps) {
  const navigator = useNavigator()
  const format = useFormat()
  const sayDone = useSayDone()
  const state = useBillingEntry(kind, start.entry, setup)
  const { entry, terms, totals, form } = state
  const title = documentKindName[kind]
  const total = totals.ok ? totals.totals.total : null
  const page = useEntryPage({
    form,
    draft: draftOf(kind, entry, {
      title: customerDraftTitle(entry.customer, total === null ? '' : format.amount(total, terms.currency)),
      total: asksForPayment(kind) ? total : null,
      isBlank: isBlankBilling(entry),
    }),
    isResumed: start.isResumed,
    noun: `The ${nounOf(kind)}`,
  })

  const postThen = (then: (documentId: number) => void): Promise<void> =>
    page.sendThen((posted) => {
      sayDone(`${posted.number} posted, ${format.amount(Math.abs(posted.total), terms.currency)}.`, posted.warnings)
      then(posted.id)
    })
  const next = (): void => onNext(entry)
  const close = (): void => (navigator.depth > 0 ? navigator.back() : next())
  const print = (documentId: number): void => navigator.replace({ screen: 'document', documentId, print: true })
  useActions({
    'document.post': () => void postThen(close),
    'document.postAndNew': () => void postThen(next),
    'document.postAndPrint': () => void postThen(print),
  })
  useMemorise(entry, { enabled: kind === 'invoice' && !isBlankBilling(entry) })

  return (
    <EntryPage
      page={page}
      title={title}
      sub={start.isResumed ? 'Resumed from a draft' : 'The number is given when it is posted'}
    >
      <Card>
        <BillingHeader state={state} />
      </Card>
      {asksForPayment(kind) && <CreditStanding state={state} policy={setup.profile.settings.creditLimitPolicy} />}
      <BillLinesCard
        bill={state}
        errors={form.errors}
        label={`${title} lines`}
        layoutId="invoice-lines"
        offersDiscount={asksForPayment(kind) && state.offersDiscount}
      />
      <Card>
        <BillingFoot state={state} isPosting={form.isSending} />
      </Card>
    </EntryPage>
  )
}
