import { invoiceInput, invoiceRefusals, type PostedDocument } from './invoices.ts'
import { command, output } from './operation.ts'

export const debitNotes = {
  /** Entered like an invoice, numbered in a series of its own. */
  'debitNotes.post': command(invoiceInput, { output: output<PostedDocument>(), refusals: invoiceRefusals }),
}
