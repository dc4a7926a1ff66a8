import { bill } from '../any-document/invoice.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Posts an invoice under the next number of its series. */
export const postInvoice: CommandHandler<'invoices.post'> = (context, input) => bill(context, 'invoice', input)
