import type { CommandHandler } from '../handler.ts'
import { copyOf } from './copied.ts'
import { reverseDocument } from './reverse.ts'

/** Voids a document and keeps what it said as a draft, both or neither. */
export const voidAndCopyDocument: CommandHandler<'documents.voidAndCopy'> = (context, input) => {
  // What it settles is read while it still does.
  const { kind, customerId, title, body, total } = copyOf(context.tx, input.id, input.date)
  const reversal = reverseDocument(context, input)
  const uid = context.newUid()
  context.tx.run(
    `INSERT INTO draft (uid, kind, customer_id, title, body, updated_at, total)
     VALUES (:uid, :kind, :customerId, :title, :body, :recordedAt, :total)`,
    { uid, kind, customerId, title, body: JSON.stringify(body), recordedAt: context.recordedAt, total },
  )
  return { ...reversal, draft: { uid, kind } }
}
