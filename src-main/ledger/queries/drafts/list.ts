import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { DRAFT, toDraft, type DraftRow } from './row.ts'

const LIST = `${DRAFT} WHERE :kind IS NULL OR kind = :kind ORDER BY updated_at DESC, uid LIMIT 500`

/** The drafts kept, last touched first. */
export const draftList: QueryHandler<'drafts.list'> = ({ db }, { kind }) =>
  db.all<DraftRow>(LIST, { kind }).map(toDraft)
