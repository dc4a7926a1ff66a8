import { existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { contract, type InputOf, type OperationName, type OutputOf } from '../../src-shared/contract.ts'
import type { Answer } from '../../src-shared/kit/operation.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { appendCommand, canonicalJson, chainHead, isLastCommandWhole, type ChainHead } from '../db/command-chain.ts'
import type { Connection } from '../db/connection.ts'
import type { Stored } from '../db/stored.ts'
import { derivedUid } from '../db/derived-uid.ts'
import { factsHashWhileMigrating } from '../db/facts.ts'
import { runInvariants } from '../db/invariants.ts'
import { takeWriterLock, type WriterLock } from '../db/lock.ts'
import { migrate, pendingMigrations, type AppliedMigration } from '../db/migrate.ts'
import { damageRefusal, sqliteRefusal } from '../db/errors.ts'
import { assertCompanyHeader, openReadable, openWritable, type Waiting } from '../db/open.ts'
import { backUpBeforeMigration } from './backup/backup-before-migration.ts'
import { copyFileWatched } from './backup/backup-files.ts'
import { copyKindOf } from './backup/backup-mark.ts'
import { assertOwnSchema } from './own-schema.ts'
import { endOf, forgetEnd, noteEnd, READ_AT_EACH_OPENING_BYTES, type End } from './clean-end.ts'
import type { Twin } from '../../src-shared/company/contract/copy.ts'
import { DeviceBook } from './device-book.ts'
import { removeCutShort } from './encryption/turn.ts'
import { twinOf } from './twin.ts'
import { workWhileIdle } from '../kernel/idle-work.ts'
import { nextStamp } from '../kernel/hybrid-clock.ts'
import { dispatch, dispatchAgain } from '../kernel/dispatch.ts'
import type { MadeCommand } from '../kernel/made-command.ts'
import type { Device, DispatchControl, Session } from '../kernel/session.ts'
import { newUid } from '../kernel/uid-source.ts'
import { anyReader, atOpening, type WhoWorks } from '../kernel/sign-in/who-works.ts'

export interface CompanyFile {
  readonly path: string
  /** Who works; null while somebody has to sign in first. */
  readonly userId: number | null
  /** Another file of the company that has what this one has not; null where there is none. */
  readonly twin: Twin | null
  /** Whether it is as it was closed, sound; else all of it is to be checked, beside the work. Nothing is claimed of what is only read. */
  readonly endedCleanly: boolean
  /** All of it was checked since it was opened: how it is noted when it is closed. */
  checked(isSound: boolean): void
  dispatch(name: string, input: unknown, control?: DispatchControl): Promise<Answer<unknown>>
  /** A command that was made before, as it was made. */
  dispatchAgain(made: MadeCommand, control?: DispatchControl): Promise<Answer<unknown>>
  /** Moves what is in the write-ahead log into the file; for idle moments, off the posting path. */
  checkpoint(): void
  /** Does a short piece of what is done when nobody works; whether more is left. */
  workWhileIdle(): boolean
  /** May be called again. */
  close(): void
}

export interface OpenOptions extends Waiting {
  readonly clock?: () => Date
  readonly log?: (line: string) => void
  /** The program's own file that says which device works in which copy; without it, the file's first device does. */
  readonly devices?: string
  /** Up to how many bytes every page is read at each opening. */
  readonly readAtEachOpening?: number
  /** Which block the keys of rows are of; block 0 while the company has one device. */
  readonly idBlock?: number
  /** Asked before each logged command is committed. */
  readonly confirm?: Session['confirm']
  /** Told only while a file is brought to this program's schema, which takes a minute in a large book. */
  readonly progress?: (done: number, total: number) => void
}

const systemClock = (): Date => new Date()
const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`)

/** The first device of the file, or that of this copy, which then goes on with the numbers of the first. */
const deviceIn = (connection: Connection, uid: string | undefined): Device => {
  const first = connection.get<Stored<'device', 'id' | 'uid'> & { readonly numbersAs: number }>(
    'SELECT id, uid, coalesce(continues_id, id) AS numbersAs FROM device ORDER BY id LIMIT 1',
  )
  if (!first) throw new Refusal('file_corrupt', { file: basename(connection.file) })
  if (uid === undefined || uid === first.uid) return first
  const id = connection.value<number>('SELECT id FROM device WHERE uid = ?', [uid]) ?? null
  return { uid, id, numbersAs: first.numbersAs }
}

const sessionOn = (
  connection: Connection,
  options: OpenOptions,
  who: WhoWorks,
  deviceUid: string | undefined,
): Session => ({
  connection,
  who,
  device: deviceIn(connection, deviceUid),
  get idBlock() {
    return options.idBlock ?? 0
  },
  ...(options.confirm ? { confirm: options.confirm } : {}),
  clock: options.clock ?? systemClock,
  log: options.log ?? toStandardError,
})

/** The operations of a company on its open connection; only one that holds the writer's lock takes checkpoints. */
export const companyFile = (
  connection: Connection,
  options: OpenOptions,
  lock: WriterLock | undefined,
  endedCleanly = true,
): CompanyFile => {
  let isSound: boolean | null = endedCleanly ? true : null
  const isReader = connection.driver.readonly
  const devices =
    lock && options.devices !== undefined ? new DeviceBook(options.devices, options.log ?? toStandardError) : undefined
  // Before the device is noted as the one of this place.
  const twin = devices ? twinOf(connection, connection.file, devices) : null
  const deviceUid = devices?.deviceOf(connection, connection.file)
  const who = isReader ? anyReader(connection) : atOpening(connection)
  const session = sessionOn(connection, options, who, deviceUid)
  return {
    path: connection.file,
    twin,
    endedCleanly,
    checked: (found) => void (isSound = found),
    get userId() {
      return session.who.userId
    },
    dispatch: (name, input, control) => dispatch(session, name, input, control),
    dispatchAgain: (made, control) => dispatchAgain(session, made, control),
    checkpoint: () => {
      if (lock) emptyLog(connection, 'PASSIVE', session.log)
    },
    workWhileIdle: () => lock !== undefined && connection.driver.open && workWhileIdle(connection, session.log),
    close: () => {
      if (!connection.driver.open) return
      try {
        if (deviceUid !== undefined) devices?.note(connection, connection.file, deviceUid)
        if (lock) emptyLog(connection, 'TRUNCATE', session.log)
        const head = lock && isSound !== null ? headToNote(connection) : null
        connection.close()
        const refused = head === null ? null : noteEnd(connection.file, head, isSound === true)
        if (refused !== null) session.log(`the end is not noted: ${refused}`)
      } finally {
        connection.close()
        lock?.release()
      }
    },
  }
}

/** Where the disk refuses, what was posted stays in the write-ahead log, safe, until a later checkpoint moves it. */
const emptyLog = (connection: Connection, mode: 'PASSIVE' | 'TRUNCATE', log: (line: string) => void): void => {
  try {
    connection.driver.pragma(`wal_checkpoint(${mode})`)
  } catch (error) {
    const refusal = sqliteRefusal(error, connection.file)
    if (!refusal) throw error
    log(`checkpoint put off: ${refusal.code}`)
  }
}

/** Of a damaged file perhaps none can be read. */
const headToNote = (connection: Connection): Pick<ChainHead, 'seq' | 'hash'> => {
  try {
    return chainHead(connection)
  } catch (error) {
    if (!damageRefusal(error, connection.file)) throw error
    return { seq: 0, hash: '' }
  }
}

/** What only reads while a file is opened: there, an error of the driver's says that the file is damaged. */
const reading = <T>(connection: Connection, work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw damageRefusal(error, connection.file) ?? error
  }
}

const assertWhole = (connection: Connection): void => {
  const found = connection.driver.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Refusal('file_corrupt', { file: basename(connection.file) })
}

const assertInvariants = (connection: Connection): void => {
  const broken = runInvariants(connection, 'fast').some((rule) => rule.violations > 0)
  if (broken) throw new Refusal('file_corrupt', { file: basename(connection.file) })
}

/**
 * Logs a migration as a command of whoever made the company, at the time of the last one: two copies that are upgraded apart
 * are equal, row for row.
 */
const logMigration =
  (connection: Connection) =>
  ({ name, sha256 }: AppliedMigration): void => {
    const head = chainHead(connection)
    const last = connection.get<
      Stored<'commandLog', 'userId' | 'deviceId' | 'recordedAt'> & { readonly deviceUid: string }
    >(
      `SELECT user_id AS userId, device_id AS deviceId, device.uid AS deviceUid, recorded_at AS recordedAt
       FROM command_log JOIN device ON device.id = device_id WHERE seq = ?`,
      [head.seq],
    )
    const companyUid = connection.value<string>('SELECT uid FROM company')
    if (!last || companyUid === undefined) return
    const { deviceUid, ...by } = last
    const record = {
      ...by,
      seq: head.seq + 1,
      uid: derivedUid(companyUid, `migration:${name}`),
      name: 'company.migrate',
      hlc: nextStamp(head.hlc, new Date(last.recordedAt), deviceUid),
      input: canonicalJson({ migration: name, sha256 }),
      result: 'null',
      factsHash: factsHashWhileMigrating(connection, head.seq + 1),
      before: null,
    }
    appendCommand(connection, record, head.hash)
  }

/**
 * The file itself, whatever link led to it: its lock and its log lie beside it. Refuses what is not there or not a company
 * before anything is made or changed.
 */
const companyAt = (given: string): string => {
  if (!existsSync(given)) throw new Refusal('file_not_found', { file: basename(given) })
  const path = realpathSync(given)
  assertCompanyHeader(path)
  return path
}

const damaged = (path: string): Refusal => new Refusal('file_corrupt', { file: basename(path) })

/** What takes no longer in a large book: whether the schema is this program's, and the last command as it was when it was posted. */
const assertCheaply = (connection: Connection, end: End): void => {
  assertOwnSchema(connection)
  const { seq, hash } = chainHead(connection)
  const isNoted = end.kind === 'unknown' || (end.head.seq === seq && end.head.hash === hash)
  if (!isNoted || !isLastCommandWhole(connection)) throw damaged(connection.file)
}

/** Steps beside the migrations: every page is read before, a copy made, and the rules read after. */
const AROUND_MIGRATIONS = 3

/**
 * Brings an opened file to this program's schema, and checks what can be checked before work begins. Every page is read where
 * that takes a tenth of a second, and before a migration, whose backup is to be a good one.
 */
const prepareForWork = (connection: Connection, end: End, options: OpenOptions): void => {
  const isRead = statSync(connection.file).size <= (options.readAtEachOpening ?? READ_AT_EACH_OPENING_BYTES)
  const pending = reading(connection, () => {
    if (isRead) assertWhole(connection)
    return pendingMigrations(connection)
  })
  if (pending.length > 0) {
    const now = (options.clock ?? systemClock)()
    const progress = options.progress ?? (() => {})
    const total = pending.length + AROUND_MIGRATIONS
    progress(0, total)
    if (!isRead) reading(connection, () => assertWhole(connection))
    progress(1, total)
    backUpBeforeMigration(connection, connection.file, now)
    migrate(connection, pending, now, logMigration(connection), (done) => progress(2 + done, total))
  }
  reading(connection, () => {
    if (isRead || pending.length > 0) assertInvariants(connection)
    else assertCheaply(connection, end)
  })
}

/**
 * Opens a company for work: takes the writer's lock, checks what is quickly checked, and backs up and migrates when it is older
 * than this program. After an unclean end all of it is to be checked; see `endedCleanly`. Throws a Refusal; a damaged file is never
 * changed, and neither is a backup.
 */
export const openForWriting = (given: string, options: OpenOptions = {}): CompanyFile => {
  const path = companyAt(given)
  if (copyKindOf(path) !== null) throw new Refusal('file_is_backup', { file: basename(path) })
  const lock = takeWriterLock(path, 'Duebook')
  removeCutShort(path)
  let connection: Connection | undefined
  try {
    const end = endOf(path)
    if (end.kind === 'closed' && !end.isSound) throw damaged(path)
    const opened = (connection = openWritable(path, false, options))
    prepareForWork(opened, end, options)
    const company = reading(opened, () => companyFile(opened, options, lock, end.kind === 'closed'))
    forgetEnd(path)
    return company
  } catch (error) {
    connection?.close()
    lock.release()
    throw sqliteRefusal(error, path) ?? error
  }
}

/**
 * A backup of an older Duebook is looked at in a copy that is migrated; the backup stays as it is. The copy goes with the
 * program: its name is taken away as soon as it is open, and where the system does not let go of it, when the system tidies up.
 */
const migratedCopy = (backup: Connection): Connection => {
  const folder = mkdtempSync(join(tmpdir(), 'duebook-look-'))
  const path = join(folder, 'look.duebook')
  try {
    copyFileWatched(backup.file, path)
    backup.close()
    const copy = openWritable(path)
    migrate(copy, pendingMigrations(copy), systemClock(), logMigration(copy))
    copy.driver.pragma('journal_mode = DELETE')
    copy.close()
    return openReadable(path)
  } finally {
    if (process.platform !== 'win32') rmSync(folder, { recursive: true, force: true })
  }
}

/** Opens a company for queries and reports only. The file must be at this program's schema. */
export const openForReading = (given: string, options: OpenOptions = {}): CompanyFile => {
  const path = companyAt(given)
  const connection = openReadable(path, options)
  try {
    return reading(connection, () => {
      if (pendingMigrations(connection).length > 0 && copyKindOf(path) !== null)
        return companyFile(migratedCopy(connection), options, undefined)
      if (pendingMigrations(connection).length > 0)
        throw new Error(`${basename(path)} awaits migration: open it for writing first`)
      return companyFile(connection, options, undefined)
    })
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
  const complete = contract[name].kind === 'command' ? { commandUid: newUid(), ...input } : input
  const answer = await company.dispatch(name, complete, control)
  if (answer.ok) return answer.value as OutputOf<N>
  throw Refusal.from(answer.error)
}
