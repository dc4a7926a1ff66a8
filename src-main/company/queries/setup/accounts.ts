import { asc, orm } from '../../../db/orm.ts'
import { account, accountRole } from '../../../db/schema.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** Every account by code, with what the posting rules use it for. */
export const accountList: QueryHandler<'accounts.list'> = ({ db }) => {
  const { id, version, code, name, type, isControl } = account
  const roles = orm(db).select().from(accountRole).all()
  return orm(db)
    .select({ id, version, code, name, type, isControl })
    .from(account)
    .orderBy(asc(code))
    .all()
    .map((row) => ({ ...row, roles: roles.filter((role) => role.accountId === row.id).map(({ role }) => role) }))
}
