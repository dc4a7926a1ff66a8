import { deleteDraft } from '../../facts/drafts.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'

/** Keeps the work as it stands, under its uid; saving again replaces it. */
export const saveDraft: CommandHandler<'drafts.save'> = (
  { tx, recordedAt },
  { uid, kind, customerId, title, body, total, currency },
) => {
  // A draft outlives a wrong customer: it is kept without one rather than refused.
  tx.run(
    `INSERT INTO draft (uid, kind, customer_id, title, body, updated_at, total, currency)
     VALUES (:uid, :kind, (SELECT id FROM customer WHERE id = :customerId), :title, :body, :recordedAt, :total, :currency)
     ON CONFLICT (uid) DO UPDATE SET kind = excluded.kind, customer_id = excluded.customer_id, title = excluded.title,
       body = excluded.body, updated_at = excluded.updated_at, total = excluded.total, currency = excluded.currency`,
    { uid, kind, customerId, title, body: JSON.stringify(body), recordedAt, total, currency },
  )
  return null
}

/** A draft already gone, posted or discarded elsewhere, is no error. */
export const discardDraft: CommandHandler<'drafts.discard'> = ({ tx }, { uid }) => {
  deleteDraft(tx, uid)
  return null
}
