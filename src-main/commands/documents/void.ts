import type { CommandHandler } from '../handler.ts'
import { reverseDocument } from './reverse.ts'

/** Voids a document of any kind by its reversal. */
export const voidDocument: CommandHandler<'documents.void'> = (context, input) => reverseDocument(context, input)
