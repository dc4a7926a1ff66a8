import { invoiceApprovable, invoiceInput, invoiceRefusals } from './invoices.ts'
import type { PostedDocument } from '../../kit/posted.ts'
import { command, output } from '../../kit/operation.ts'

export const debitNotes = {
  /** Entered like an invoice, numbered in a series of its own. */
  'debitNotes.post': command(invoiceInput, {
    office: 'alone',
    giveWay: 'stands',
    output: output<PostedDocument>(),
    refusals: invoiceRefusals,
    approvable: invoiceApprovable,
  }),
}
