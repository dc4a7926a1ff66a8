import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { DRAFT, toDraft, type DraftRow } from './row.ts'

export const draft: QueryHandler<'drafts.get'> = ({ db }, { uid }) => {
  const row = db.get<DraftRow>(`${DRAFT} WHERE uid = ?`, [uid])
  if (!row) throw new Refusal('draft_not_found')
  return toDraft(row)
}
