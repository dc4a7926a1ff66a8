import type { QueryHandler } from '../../../kernel/query-handler.ts'
import type { Stored } from '../../../db/stored.ts'

export const limitList: QueryHandler<'limits.list'> = ({ db }) =>
  db.all<Stored<'roleLimit', 'role' | 'act' | 'most' | 'version'>>(
    'SELECT role, act, most, version FROM role_limit ORDER BY role, act',
  )
