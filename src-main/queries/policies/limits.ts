import type { RoleLimit } from '../../../src-shared/contract/policies.ts'
import type { QueryHandler } from '../handler.ts'

export const limitList: QueryHandler<'limits.list'> = ({ db }) =>
  db.all<RoleLimit>('SELECT role, act, most, version FROM role_limit ORDER BY role, act')
