import { bill } from '../any-document/invoice.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Posts a debit note under the next number of its own series. */
export const postDebitNote: CommandHandler<'debitNotes.post'> = (context, input) => bill(context, 'debit_note', input)
