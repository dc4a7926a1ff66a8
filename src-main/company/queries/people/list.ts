import type { PersonRow } from '../../../../src-shared/company/contract/people.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

type Row = Omit<PersonRow, 'active' | 'hasPin'> & { readonly active: number; readonly hasPin: number }

/** Everybody who works or worked here, by name. */
export const allPeople = (db: Readable): readonly PersonRow[] =>
  db
    .all<Row>(
      `SELECT id, version, name, role, active, EXISTS (SELECT 1 FROM user_pin WHERE user_id = id) AS hasPin
       FROM user ORDER BY name COLLATE NOCASE, id`,
    )
    .map((row) => ({ ...row, active: row.active === 1, hasPin: row.hasPin === 1 }))

export const peopleList: QueryHandler<'people.list'> = ({ db }) => allPeople(db)
