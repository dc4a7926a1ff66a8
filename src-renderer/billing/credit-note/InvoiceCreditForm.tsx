import { useMemo } from 'react'
import type { Creditable } from '../../../src-shared/billing/contract/credit-notes.ts'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import { EntryPage, useEntryPage } from '../../entry/posting/EntryPage.tsx'
import { useSayDone } from '../../entry/use-say-done.ts'
import { useNavigator } from '../../keyboard/navigation.tsx'
import { useActions } from '../../keyboard/use-action.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { EntryGrid } from '../../ui/grid/EntryGrid.tsx'
import { Card } from '../../ui/Page.tsx'
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
  const navigator = useNavigator()
  const format = useFormat()
  const sayDone = useSayDone()
  const state = useInvoiceCredit(start, invoice, creditable)
  const { entry, preview, form } = state
  const columns = useMemo(
    () => creditColumns(invoice.currency, format, creditable.lines),
    [invoice.currency, format, creditable],
  )
  const page = useEntryPage({
    form,
    draft: {
      uid: entry.draftUid,
      kind: 'credit_note',
      customerId: invoice.customerId,
      title: `${invoice.customerName}, ${format.amount(preview.total, invoice.currency)}`,
      body: entry,
      isBlank: isUntouched(entry, creditable),
    },
    isResumed,
    noun: 'The credit note',
  })

  const postThen = (then: (documentId: number) => void): Promise<void> =>
    page.sendThen(({ id, number, total, applied }) => {
      const amount = format.amount(0 - total, invoice.currency)
      const open = format.amount(invoice.open - applied, invoice.currency)
      sayDone(`${number} posted, ${amount}. ${invoice.number} has ${open} open.`)
      then(id)
    })
  useActions({
    'document.post': () => void postThen(() => navigator.back()),
    'document.postAndNew': () => void postThen(() => navigator.replace({ screen: 'creditNote' })),
    'document.postAndPrint': () =>
      void postThen((documentId) => navigator.replace({ screen: 'document', documentId, print: true })),
  })

  return (
    <EntryPage
      page={page}
      title={`Credit ${invoice.number}`}
      sub={isResumed ? 'Resumed from a draft' : 'Everything left to credit is offered; change what is less'}
      entersGrid
    >
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
          errors={form.errors}
          onChange={(rows) => state.update((before) => ({ ...before, quantities: quantitiesOf(rows) }))}
        />
      </Card>
      <Card>
        <InvoiceCreditFoot state={state} />
      </Card>
    </EntryPage>
  )
}
