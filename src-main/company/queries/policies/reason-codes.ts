import { asc, orm } from '../../../db/orm.ts'
import { reasonCode } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** Every reason in the order it was made; a screen offers those that are not archived. */
export const reasonCodeList: QueryHandler<'reasonCodes.list'> = ({ db }) => {
  const { id, version, code, name, kind, accountId, archived } = reasonCode
  return orm(db).select({ id, version, code, name, kind, accountId, archived }).from(reasonCode).orderBy(asc(id)).all()
}
