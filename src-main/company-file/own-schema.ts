import { basename } from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { Connection } from '../db/connection.ts'
import { migrate } from '../db/migrate.ts'
import { migrationFiles } from '../db/sql-files.ts'

/** Every table, index and trigger as it is written: a changed byte there may take a rule away and leave every page whole. */
const schemaOf = (connection: Connection): string =>
  JSON.stringify(
    connection.rows<[type: string, name: string, sql: string]>(
      `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY type, name`,
    ),
  )

let wanted: string | undefined

/** The schema that this program's migrations make. */
const wantedSchema = (): string => {
  if (wanted !== undefined) return wanted
  const made = new Connection(':memory:')
  try {
    migrate(made, migrationFiles(), new Date(0))
    return (wanted = schemaOf(made))
  } finally {
    made.close()
  }
}

/** Whether a migrated company has the tables, indexes and triggers of this program, word for word. */
export const hasOwnSchema = (connection: Connection): boolean => schemaOf(connection) === wantedSchema()

/** @throws Refusal file_corrupt. */
export const assertOwnSchema = (connection: Connection): void => {
  if (!hasOwnSchema(connection)) throw new Refusal('file_corrupt', { file: basename(connection.file) })
}
