import type { PersonRow } from '../../../../src-shared/company/contract/people.ts'
import type { Readable } from '../../../db/connection.ts'
import type { Stored } from '../../../db/stored.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

type Row = Stored<'user', 'id' | 'version' | 'name' | 'role' | 'active'> & { readonly hasPin: 0 | 1 }

/** Everybody who works or worked here, by name. */
export const allPeople = (db: Readable): readonly PersonRow[] =>
  db
    .all<Row>(
      `SELECT id, version, name, role, active, EXISTS (SELECT 1 FROM user_pin WHERE user_id = id) AS hasPin
       FROM user ORDER BY name COLLATE NOCASE, id`,
    )
    .map((row) => ({ ...row, active: row.active === 1, hasPin: row.hasPin === 1 }))

export const peopleList: QueryHandler<'people.list'> = ({ db }) => allPeople(db)
