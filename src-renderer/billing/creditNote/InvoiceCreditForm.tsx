import { useMemo, useRef } from 'react'
import type { Creditable } from '../../../src-shared/billing/contract/creditNotes.ts'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { useDraft } from '../../entry/use-draft.ts'
import css from '../../entry/entry.module.css'
import { enterGrid } from '../../keyboard/enter-grid.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { useErrorFocus } from '../../keyboard/focus-error.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useAction, useActions } from '../../keyboard/use-action.ts'
import { ActionButton } from '../../ui/ActionButton.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { Card, Page } from '../../ui/Page.tsx'
import { creditColumns } from './credit-columns.ts'
import { isUntouched } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'
import { creditRows, quantitiesOf } from './credit-preview.ts'
import type { CreditRow } from './credit-preview.ts'
import { InvoiceCreditFoot } from './InvoiceCreditFoot.tsx'
import { InvoiceCreditHeader } from './InvoiceCreditHeader.tsx'
import { useInvoiceCredit } from './use-invoice-credit.ts'

export type InvoiceCreditFormProps = {
  readonly start: InvoiceCreditEntry
  readonly isResumed: boolean
  readonly invoice: DocumentView
  readonly creditable: Creditable
}

const keyOf = (row: CreditRow): string => String(row.lineNo)

/** A credit note for lines of an invoice: all that is left is offered, the quantities can be changed. */
export function InvoiceCreditForm({ start, isResumed, invoice, creditable }: InvoiceCreditFormProps) {
  const form = useRef<HTMLDivElement>(null)
  const navigator = useNavigator()
  const format = useFormat()
  const { say } = useNotices()
  const state = useInvoiceCredit(start, invoice, creditable)
  const { entry, preview } = state
  const columns = useMemo(
    () => creditColumns(invoice.currency, format, creditable.lines),
    [invoice.currency, format, creditable],
  )
  const draft = useDraft(
    {
      uid: entry.draftUid,
      kind: 'credit_note',
      customerId: invoice.customerId,
      title: `${invoice.customerName}, ${format.amount(preview.total, invoice.currency)}`,
      body: entry,
      isBlank: isUntouched(entry, creditable),
    },
    { isResumed, isPosting: state.isPosting, onRefused: (message) => say(message, { tone: 'bad' }) },
  )
  useErrorFocus(form, state.attempt)

  async function postThen(then: (documentId: number) => void): Promise<void> {
    const posted = await state.post()
    if (posted === null) return
    draft.forget({ discard: false })
    then(posted.id)
  }

  useActions({
    'document.post': () => void postThen(() => navigator.back()),
    'document.postAndNew': () => void postThen(() => navigator.replace({ screen: 'creditNote' })),
    'document.postAndPrint': () =>
      void postThen((documentId) => navigator.replace({ screen: 'document', documentId, print: true })),
  })
  useAction(
    'go.back',
    () => {
      if (draft.keep()) say('The credit note is kept as a draft. Home lists it.')
      navigator.back()
    },
    { enabled: navigator.depth > 0 },
  )

  return (
    <Page
      title={`Credit ${invoice.number}`}
      sub={isResumed ? 'Resumed from a draft' : 'Everything left to credit is offered; change what is less'}
      actions={<ActionButton action="go.back" variant="quiet" />}
    >
      <EntryForm ref={form} className={css.form ?? ''} onLastEnter={() => enterGrid(form.current)}>
        {state.banner !== null && <Banner tone="bad">{state.banner}</Banner>}
        <Card>
          <InvoiceCreditHeader state={state} />
        </Card>
        <Card fill>
          <EntryGrid
            label="Lines to credit"
            layoutId="credit-lines"
            startColumn="quantity"
            rows={creditRows(entry, creditable, preview)}
            columns={columns}
            rowKey={keyOf}
            errors={state.errors}
            onChange={(rows) => state.update((before) => ({ ...before, quantities: quantitiesOf(rows) }))}
          />
        </Card>
        <Card>
          <InvoiceCreditFoot state={state} />
        </Card>
      </EntryForm>
    </Page>
  )
}
