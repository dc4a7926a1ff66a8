import { useState } from 'react'
import type { Creditable } from '../../../src-shared/billing/contract/credit-notes.ts'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { api } from '../../api/client.ts'
import { placedBy } from '../../entry/field-errors.ts'
import { complete, useForm } from '../../entry/use-form.ts'
import type { Form } from '../../entry/use-form.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { checkCredit, creditFieldOf, creditToPost, wantedLines } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'
import { creditPreview } from './credit-preview.ts'
import type { CreditPreview } from './credit-preview.ts'

type Posted = OutputOf<'creditNotes.postFromInvoice'>

export type InvoiceCreditState = {
  readonly entry: InvoiceCreditEntry
  readonly invoice: DocumentView
  readonly creditable: Creditable
  readonly preview: CreditPreview
  readonly update: Update<InvoiceCreditEntry>
  readonly form: Form<Posted>
}

/** A credit note for lines of an invoice, being typed. */
export function useInvoiceCredit(
  start: InvoiceCreditEntry,
  invoice: DocumentView,
  creditable: Creditable,
): InvoiceCreditState {
  const [entry, update] = useState(start)
  const format = useFormat()
  const wanted = wantedLines(entry, creditable)
  const form = useForm<InvoiceCreditEntry, Posted>({
    entry,
    problems: checkCredit(entry, invoice, creditable, format),
    dates: { documentDate: entry.documentDate },
    send: () => api.creditNotes.postFromInvoice(complete(creditToPost(entry, wanted))),
    place: placedBy((path) => creditFieldOf(path, wanted, creditable)),
  })
  return { entry, invoice, creditable, preview: creditPreview(entry, creditable, invoice.open), update, form }
}
