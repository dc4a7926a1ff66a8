import { useState } from 'react'
import type { Creditable } from '../../../src-shared/billing/contract/creditNotes.ts'
import type { DocumentView } from '../../../src-shared/ledger/contract/documents.ts'
import type { OutputOf } from '../../../src-shared/contract.ts'
import { RefusedError } from '../../api/client.ts'
import { useCommand } from '../../api/queries.tsx'
import { placeRefusal } from '../../entry/field-errors.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useEntryErrors } from '../../entry/use-entry-errors.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { useNotices } from '../../ui/Notices.tsx'
import { checkCredit, creditFieldOf, creditToPost, wantedLines } from './credit-entry.ts'
import type { InvoiceCreditEntry } from './credit-entry.ts'
import { creditPreview } from './credit-preview.ts'
import type { CreditPreview } from './credit-preview.ts'

export type InvoiceCreditState = {
  readonly entry: InvoiceCreditEntry
  readonly invoice: DocumentView
  readonly creditable: Creditable
  readonly preview: CreditPreview
  readonly update: Update<InvoiceCreditEntry>
  readonly errors: FieldErrors
  readonly banner: string | null
  readonly attempt: number
  readonly isPosting: boolean
  /** Posts what is typed. Null when it was held back or refused; the screen then says why. */
  readonly post: () => Promise<OutputOf<'creditNotes.postFromInvoice'> | null>
}

/** A credit note for lines of an invoice, being typed. */
export function useInvoiceCredit(
  start: InvoiceCreditEntry,
  invoice: DocumentView,
  creditable: Creditable,
): InvoiceCreditState {
  const [entry, setEntry] = useState(start)
  const [isPosting, setIsPosting] = useState(false)
  const command = useCommand('creditNotes.postFromInvoice')
  const format = useFormat()
  const { say } = useNotices()
  const preview = creditPreview(entry, creditable, invoice.open)
  const { errors, banner, attempt, mayBeSent, refuse } = useEntryErrors(
    entry,
    checkCredit(entry, invoice, creditable, format),
  )

  async function post(): Promise<OutputOf<'creditNotes.postFromInvoice'> | null> {
    if (isPosting) return null
    const wanted = wantedLines(entry, creditable)
    const input = creditToPost(entry, wanted)
    if (!mayBeSent() || input === null) return null
    setIsPosting(true)
    try {
      const posted = await command.run(input)
      const amount = format.amount(0 - posted.total, invoice.currency)
      const open = format.amount(invoice.open - posted.applied, invoice.currency)
      say(`${posted.number} posted, ${amount}. ${invoice.number} has ${open} open.`, { tone: 'ok' })
      return posted
    } catch (error: unknown) {
      if (!(error instanceof RefusedError)) throw error
      refuse(placeRefusal(error, (path) => creditFieldOf(path, wanted, creditable)))
      return null
    } finally {
      setIsPosting(false)
    }
  }

  return {
    entry,
    invoice,
    creditable,
    preview,
    update: setEntry,
    errors,
    banner,
    attempt,
    isPosting,
    post,
  }
}
