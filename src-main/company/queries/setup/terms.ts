import { asc, orm } from '../../../db/orm.ts'
import { terms } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** In the order they were made: the company's usual terms come first. */
export const termsList: QueryHandler<'terms.list'> = ({ db }) => {
  const { id, version, code, name, rule } = terms
  return orm(db).select({ id, version, code, name, rule }).from(terms).orderBy(asc(id)).all()
}
