import { invoiceInput, invoiceRefusals } from './invoices.ts'
import type { PostedDocument } from './posted.ts'
import { command, output } from './operation.ts'

export const debitNotes = {
  /** Entered like an invoice, numbered in a series of its own. */
  'debitNotes.post': command(invoiceInput, { output: output<PostedDocument>(), refusals: invoiceRefusals }),
}
