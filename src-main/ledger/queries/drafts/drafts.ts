import type { Draft } from '../../../../src-shared/ledger/contract/drafts.ts'
import type { Stored } from '../../../db/stored.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const DRAFT = `SELECT uid, kind, customer_id AS customerId, title, body, updated_at AS updatedAt FROM draft`

export type DraftRow = Stored<'draft', 'uid' | 'kind' | 'customerId' | 'title' | 'body' | 'updatedAt'>

export const toDraft = (row: DraftRow): Draft => ({ ...row, body: JSON.parse(row.body) as unknown })

export const draft: QueryHandler<'drafts.get'> = ({ db }, { uid }) => {
  const row = db.get<DraftRow>(`${DRAFT} WHERE uid = ?`, [uid])
  if (!row) throw new Refusal('draft_not_found')
  return toDraft(row)
}

const LIST = `${DRAFT} WHERE :kind IS NULL OR kind = :kind ORDER BY updated_at DESC, uid LIMIT 500`

/** The drafts kept, last touched first. */
export const draftList: QueryHandler<'drafts.list'> = ({ db }, { kind }) =>
  db.all<DraftRow>(LIST, { kind }).map(toDraft)
