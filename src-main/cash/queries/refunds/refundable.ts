import type { Readable } from '../../../db/connection.ts'
import { PARTS_OF } from '../../../ledger/facts/settlement/reductions-of.ts'

/** What a credit has left to be paid back in money. Minor units, positive. */
export interface Refundable {
  readonly amount: number
  /** What is still owed of the document that it credits; null where it credits none, or nothing is owed. */
  readonly owed: { readonly number: string; readonly amount: number } | null
}

/** What is owed of a document, what was deducted from it included, and what its credit notes have left. */
const STANDING = `${PARTS_OF}
  SELECT document.number,
    (SELECT sum(open_item.balance) FROM part JOIN open_item ON open_item.document_id = part.id) AS owed,
    (SELECT 0 - sum(open_item.balance) FROM document AS note JOIN open_item ON open_item.document_id = note.id
      WHERE note.credits_id = :id AND note.reverses_id IS NULL) AS credit
  FROM document WHERE document.id = :id`

/**
 * How much of a credit can be paid back: what it has left; of a credit note for a document no more than what that was paid
 * beyond what is still owed of it.
 */
export const refundableOf = (db: Readable, credit: { readonly id: number; readonly open: number }): Refundable => {
  const left = 0 - credit.open
  const creditsId = db.value<number | null>('SELECT credits_id FROM document WHERE id = ?', [credit.id])
  if (creditsId == null) return { amount: left, owed: null }
  const standing = db.get<{ number: string; owed: number; credit: number }>(STANDING, { id: creditsId })
  if (standing === undefined || standing.owed <= 0) return { amount: left, owed: null }
  const paid = Math.max(0, standing.credit - standing.owed)
  return { amount: Math.min(left, paid), owed: { number: standing.number, amount: standing.owed } }
}
