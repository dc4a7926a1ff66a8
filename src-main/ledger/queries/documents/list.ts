import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { documentPage } from './page.ts'
import { documentRows } from './rows.ts'

/** A page of posted documents, newest first. */
export const documentList: QueryHandler<'documents.list'> = ({ db }, input) => {
  const ids = documentPage(db, input, input.limit + 1)
  const rows = documentRows(db, ids.slice(0, input.limit), input.asOf)
  const last = rows.at(-1)
  return { rows, next: ids.length > input.limit && last ? [last.documentDate, last.id] : null }
}
