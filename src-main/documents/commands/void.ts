import type { CommandHandler } from '../../kernel/command-handler.ts'
import { reverseDocument } from '../../ledger/facts/documents/reverse.ts'

/** Voids a document of any kind by its reversal. */
export const voidDocument: CommandHandler<'documents.void'> = (context, input) => reverseDocument(context, input)
