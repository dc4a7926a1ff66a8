import type { CommandHandler } from '../handler.ts'
import { copyOf } from './copied.ts'
import { reverseDocument } from './reverse.ts'

/** Voids a document and keeps what it said as a draft, both or neither. */
export const voidAndCopyDocument: CommandHandler<'documents.voidAndCopy'> = (context, input) => {
  // What it settles is read while it still does.
  const { kind, customerId, title, body } = copyOf(context.tx, input.id, input.date)
  const reversal = reverseDocument(context, input)
  const uid = context.newUid()
  context.tx.run('INSERT INTO draft (uid, kind, customer_id, title, body, updated_at) VALUES (?, ?, ?, ?, ?, ?)', [
    uid,
    kind,
    customerId,
    title,
    JSON.stringify(body),
    context.recordedAt,
  ])
  return { ...reversal, draft: { uid, kind } }
}
