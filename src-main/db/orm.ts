export { asc, eq } from 'drizzle-orm'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { Connection, type Readable, type Writable } from './connection.ts'

/** Typed queries over the tables of schema.ts. */
export type Orm = BetterSQLite3Database
/** What a query gets: it can only read. */
export type ReadingOrm = Pick<Orm, '$count' | 'select' | 'selectDistinct'>

const made = new WeakMap<Readable, Orm>()

/**
 * Typed access to master data over the connection given; one object a connection. Lists that must be fast, and
 * everything on the posting path, are SQL written out over the connection itself.
 */
export function orm(connection: Writable): Orm
export function orm(connection: Readable): ReadingOrm
export function orm(connection: Readable): Orm {
  const known = made.get(connection)
  if (known) return known
  if (!(connection instanceof Connection)) throw new Error('orm needs a connection to a company file')
  const fresh = drizzle({ client: connection.driver })
  made.set(connection, fresh)
  return fresh
}
