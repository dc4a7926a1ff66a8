import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { Stored } from '../../../db/stored.ts'
import { asc, orm } from '../../../db/orm.ts'
import { reasonCode } from '../../../db/schema.ts'

export const limitList: QueryHandler<'limits.list'> = ({ db }) =>
  db.all<Stored<'roleLimit', 'role' | 'act' | 'most' | 'version'>>(
    'SELECT role, act, most, version FROM role_limit ORDER BY role, act',
  )

/** Every reason in the order it was made; a screen offers those that are not archived. */
export const reasonCodeList: QueryHandler<'reasonCodes.list'> = ({ db }) => {
  const { id, version, code, name, kind, accountId, archived } = reasonCode
  return orm(db).select({ id, version, code, name, kind, accountId, archived }).from(reasonCode).orderBy(asc(id)).all()
}
