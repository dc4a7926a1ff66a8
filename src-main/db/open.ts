import { accessSync, constants, statSync } from 'node:fs'
import { basename } from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { keyOf, readHeader } from './cipher/file-keys.ts'
import { Connection } from './connection.ts'
import { sqliteRefusal } from './errors.ts'

/** "Dueb": says in the file's header that it is a company of ours. */
export const APPLICATION_ID = 0x44756562

/** Set on every connection and read back, since a pragma SQLite does not take is ignored without a word. */
const common: Readonly<Record<string, number>> = {
  foreign_keys: 1,
  recursive_triggers: 1,
  cell_size_check: 1,
  trusted_schema: 0,
  cache_size: -65536,
}

const set = (connection: Connection, pragmas: Readonly<Record<string, number>>): void => {
  for (const [name, wanted] of Object.entries(pragmas)) {
    connection.driver.pragma(`${name} = ${wanted}`)
    const found = connection.driver.pragma(name, { simple: true })
    if (found !== wanted) throw new Error(`pragma ${name} is ${String(found)}, wanted ${wanted}`)
  }
}

export interface Waiting {
  /** How long to wait for another program that locks the file before giving up with `file_locked`. */
  readonly busyTimeout_ms?: number
}

const waitOf = ({ busyTimeout_ms = 5000 }: Waiting): number => busyTimeout_ms

const open = (
  path: string,
  readOnly: boolean,
  fileMustExist: boolean,
  waiting: Waiting,
  key?: Uint8Array | null,
): Connection => {
  try {
    // Where the file is read-only, SQLite would open it all the same and refuse the first posting.
    if (!readOnly && fileMustExist) accessSync(path, constants.W_OK)
    return new Connection(path, { readonly: readOnly, fileMustExist, timeout: waitOf(waiting) }, key)
  } catch (error) {
    throw sqliteRefusal(error, path) ?? error
  }
}

const APPLICATION_ID_AT = 68

/**
 * Reads the file's first bytes only: refuses what is not a company of ours, and what is encrypted while its key is not held,
 * without opening a database or leaving a trace.
 */
export const assertCompanyHeader = (path: string, name = basename(path)): void => {
  try {
    keyOf(path)
    if (readHeader(path)?.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID) return
  } catch (error) {
    throw sqliteRefusal(error, path) ?? error
  }
  throw new Refusal('file_not_company', { file: name })
}

/** Refuses a file that is not a company of ours before anything is written to it. */
const assertCompany = (connection: Connection): void => {
  const found = connection.driver.pragma('application_id', { simple: true })
  if (found !== APPLICATION_ID) throw new Refusal('file_not_company', { file: basename(connection.file) })
}

const prepared = (connection: Connection, prepare: () => void): Connection => {
  try {
    prepare()
    return connection
  } catch (error) {
    connection.close()
    throw sqliteRefusal(error, connection.file) ?? error
  }
}

/**
 * The one writing connection. FULL syncs each commit: NORMAL loses acknowledged postings on power loss; on a Mac only
 * fullfsync empties the drive's own cache. Checkpoints are taken when idle, off the posting path. `create` makes the file, which must not exist,
 * encrypted where a key is given.
 */
export const openWritable = (path: string, create = false, waiting: Waiting = {}, key?: Uint8Array): Connection => {
  const connection = open(path, false, !create, waiting, key)
  return prepared(connection, () => {
    if (create) connection.driver.pragma(`application_id = ${APPLICATION_ID}`)
    else assertCompany(connection)
    const mode = connection.driver.pragma('journal_mode = WAL', { simple: true })
    if (mode !== 'wal') throw new Error(`pragma journal_mode is ${String(mode)}, wanted wal`)
    set(connection, {
      ...common,
      busy_timeout: waitOf(waiting),
      synchronous: 2,
      fullfsync: 1,
      checkpoint_fullfsync: 1,
      wal_autocheckpoint: 0,
    })
  })
}

/** Reads only: SQLite refuses every write, and no checkpoint is ever taken. */
export const openReadable = (path: string, waiting: Waiting = {}): Connection => {
  const connection = open(path, true, true, waiting)
  return prepared(connection, () => {
    assertCompany(connection)
    set(connection, { ...common, busy_timeout: waitOf(waiting), query_only: 1 })
  })
}

/**
 * Reads a file and leaves nothing beside it: a connection that may write, and does not, takes its empty log along when it
 * closes. A log that holds postings is left as it is: the file is in use, or a crash left it. Where the file is read-only, an
 * empty log may stay.
 */
export const openUnchanging = (path: string, waiting: Waiting = {}): Connection => {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if ((log !== undefined && log.size > 0) || !isWritable(path)) return openReadable(path, waiting)
  const connection = open(path, false, true, waiting)
  return prepared(connection, () => {
    assertCompany(connection)
    set(connection, { ...common, busy_timeout: waitOf(waiting), query_only: 1 })
  })
}

const isWritable = (path: string): boolean => {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false
    throw error
  }
}
