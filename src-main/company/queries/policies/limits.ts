import type { RoleLimit } from '../../../../src-shared/company/contract/policies.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const limitList: QueryHandler<'limits.list'> = ({ db }) =>
  db.all<RoleLimit>('SELECT role, act, most, version FROM role_limit ORDER BY role, act')
