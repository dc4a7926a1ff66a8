import type { DocumentView, ReopenedItem } from '../../../../src-shared/ledger/contract/documents.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import { boundDocuments } from './bound.ts'

const NUMBER = 'SELECT id, number FROM document WHERE id = ?'

/** The other side of what is applied and not undone. Discount and write-off settled the debit side only. */
const SETTLED = `
  SELECT other.id AS documentId, other.kind, other.number, other.currency,
    coalesce(a.debit_amount, a.amount) + a.discount + a.write_off AS amount
  FROM application AS a JOIN document AS other ON other.id = a.debit_id
  WHERE a.credit_id = :id AND a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)
  UNION ALL
  SELECT other.id, other.kind, other.number, other.currency, a.amount
  FROM application AS a JOIN document AS other ON other.id = a.credit_id
  WHERE a.debit_id = :id AND a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id)`

/** What a void of the document would do to others: which are void with it, and which are open again by how much. */
export const undoingOf = (db: Readable, id: number): Pick<DocumentView, 'voidWith' | 'reopens'> => {
  const bound = boundDocuments(db, id)
  const falling = new Set([id, ...bound])
  const reopens = new Map<number, ReopenedItem>()
  for (const one of falling) {
    for (const item of db.all<ReopenedItem>(SETTLED, { id: one })) {
      if (falling.has(item.documentId)) continue
      const before = reopens.get(item.documentId)?.amount ?? 0
      reopens.set(item.documentId, { ...item, amount: before + item.amount })
    }
  }
  return {
    voidWith: bound.flatMap((one) => db.get<Stored<'document', 'id' | 'number'>>(NUMBER, [one]) ?? []),
    reopens: [...reopens.values()],
  }
}
