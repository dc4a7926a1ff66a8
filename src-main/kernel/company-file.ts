import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { contract, type InputOf, type OperationName, type OutputOf } from '../../src-shared/contract/index.ts'
import type { Answer } from '../../src-shared/contract/operation.ts'
import { Refusal } from '../../src-shared/contract/refusal.ts'
import type { Connection } from '../db/connection.ts'
import { runInvariants } from '../db/invariants.ts'
import { takeWriterLock, type WriterLock } from '../db/lock.ts'
import { migrate, pendingMigrations } from '../db/migrate.ts'
import { openReadable, openWritable } from '../db/open.ts'
import { backUpBeforeMigration } from '../exchange/backup-before-migration.ts'
import { inTransaction } from '../db/transaction.ts'
import { lacksAdditions, seedAdditions } from './seed-additions.ts'
import { dispatch, type DispatchControl, type Session } from './dispatch.ts'

export interface CompanyFile {
  readonly path: string
  dispatch(name: string, input: unknown, control?: DispatchControl): Promise<Answer<unknown>>
  /** Moves what is in the write-ahead log into the file; for idle moments, off the posting path. */
  checkpoint(): void
  /** May be called again. */
  close(): void
}

export interface OpenOptions {
  readonly clock?: () => Date
  readonly log?: (line: string) => void
}

const systemClock = (): Date => new Date()
const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`)

/** The first user and the first device of the file: one clerk, one machine, until a company has more. */
const sessionOn = (connection: Connection, options: OpenOptions): Session => {
  const user = connection.get<{ id: number; role: 'clerk' | 'supervisor' }>(
    'SELECT id, role FROM user ORDER BY id LIMIT 1',
  )
  const deviceId = connection.value<number>('SELECT id FROM device ORDER BY id LIMIT 1')
  if (!user || deviceId === undefined) throw new Refusal('file_corrupt', { file: basename(connection.file) })
  return {
    connection,
    userId: user.id,
    role: user.role,
    deviceId,
    clock: options.clock ?? systemClock,
    log: options.log ?? toStandardError,
  }
}

/** The operations of a company on its open connection; only one that holds the writer's lock takes checkpoints. */
export const companyFile = (
  connection: Connection,
  options: OpenOptions,
  lock: WriterLock | undefined,
): CompanyFile => {
  const session = sessionOn(connection, options)
  return {
    path: connection.file,
    dispatch: (name, input, control) => dispatch(session, name, input, control),
    checkpoint: () => {
      if (lock) connection.driver.pragma('wal_checkpoint(PASSIVE)')
    },
    close: () => {
      if (!connection.driver.open) return
      if (lock) connection.driver.pragma('wal_checkpoint(TRUNCATE)')
      connection.close()
      lock?.release()
    },
  }
}

const assertSound = (connection: Connection): void => {
  const sound = connection.driver.pragma('quick_check(1)', { simple: true })
  const broken = sound === 'ok' ? runInvariants(connection, 'fast').filter((rule) => rule.violations > 0) : []
  if (sound !== 'ok' || broken.length > 0) throw new Refusal('file_corrupt', { file: basename(connection.file) })
}

/** A company made by an earlier release lacks what this one seeds. */
const completeOlder = (connection: Connection): void => {
  if (lacksAdditions(connection)) inTransaction(connection, () => seedAdditions(connection))
}

const assertThere = (path: string): void => {
  if (!existsSync(path)) throw new Refusal('file_not_found', { file: basename(path) })
}

/**
 * Opens a company for work: takes the writer's lock, backs up and migrates when the file is older than this program, and
 * checks that it is sound. Throws a Refusal, and leaves the file as it was.
 */
export const openForWriting = (path: string, options: OpenOptions = {}): CompanyFile => {
  assertThere(path)
  const lock = takeWriterLock(path, 'Duebook')
  let connection: Connection | undefined
  try {
    connection = openWritable(path)
    const pending = pendingMigrations(connection)
    if (pending.length > 0) {
      backUpBeforeMigration(connection, path, (options.clock ?? systemClock)())
      migrate(connection, pending, (options.clock ?? systemClock)())
    }
    assertSound(connection)
    completeOlder(connection)
    return companyFile(connection, options, lock)
  } catch (error) {
    connection?.close()
    lock.release()
    throw error
  }
}

/** Opens a company for queries and reports only. The file must be at this program's schema. */
export const openForReading = (path: string, options: OpenOptions = {}): CompanyFile => {
  assertThere(path)
  const connection = openReadable(path)
  try {
    if (pendingMigrations(connection).length > 0)
      throw new Error(`${basename(path)} awaits migration: open it for writing first`)
    return companyFile(connection, options, undefined)
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Dispatch for callers in our own process: gives commands a uid, returns the value and throws the Refusal. */
export const call = async <N extends OperationName>(
  company: CompanyFile,
  name: N,
  input: N extends OperationName ? Omit<InputOf<N>, 'commandUid'> & { readonly commandUid?: string } : never,
  control?: DispatchControl,
): Promise<OutputOf<N>> => {
  const complete = contract[name].kind === 'command' ? { commandUid: uuidV7(), ...input } : input
  const answer = await company.dispatch(name, complete, control)
  if (answer.ok) return answer.value as OutputOf<N>
  throw new Refusal(answer.error.code, answer.error.params, answer.error.path)
}
