import Database from 'better-sqlite3'
import { lstatSync } from 'node:fs'
import { basename } from 'node:path'
import { diskRefusal } from '../../src-shared/kit/disk-refusal.ts'
import { Refusal, type RefusalCode } from '../../src-shared/kit/refusal.ts'

/** SQLite's primary codes that a clerk can act on; extended codes start with them. `detail` is the code. */
const codes: readonly (readonly [prefix: string, refusal: (file: string, detail: string) => Refusal])[] = [
  ['SQLITE_FULL', () => new Refusal('disk_full')],
  ['SQLITE_READONLY', (file) => new Refusal('file_read_only', { file })],
  ['SQLITE_PERM', (file) => new Refusal('file_read_only', { file })],
  ['SQLITE_BUSY', () => new Refusal('file_locked')],
  ['SQLITE_LOCKED', () => new Refusal('file_locked')],
  ['SQLITE_CORRUPT', (file) => new Refusal('file_corrupt', { file })],
  ['SQLITE_NOTADB', (file) => new Refusal('file_not_company', { file })],
  ['SQLITE_IOERR', (_file, detail) => new Refusal('disk_error', { detail })],
]

/** Refusals the ledger's own rules raise, by a text of theirs; that a damaged schema cannot be read quotes such texts too. */
const rules = [
  ['the period is closed', 'period_locked'],
  ['the entries do not balance', 'unbalanced'],
  ['document.kind, document.number', 'number_taken'],
  ['more than the books can add up', 'total_too_large'],
  // The bound of an amount, in the CHECK of a column that holds one.
  ['9000000000000000', 'amount_too_large'],
] as const satisfies readonly (readonly [text: string, code: RefusalCode])[]

/**
 * What an error of the driver or the file system means to a clerk; undefined for defects, which stay errors. `path`
 * names the company file, of which only the name is told.
 */
export const sqliteRefusal = (thrown: unknown, path: string): Refusal | undefined => {
  const error = causeOf(thrown)
  const file = basename(path)
  if (error instanceof Database.SqliteError) {
    const rule = error.code.startsWith('SQLITE_CONSTRAINT') && rules.find(([text]) => error.message.includes(text))
    if (rule) return new Refusal(rule[1], {})
    // What sum() says of a sum beyond 64 bits.
    if (error.message === 'integer overflow') return new Refusal('amount_too_large')
    if (error.code.startsWith('SQLITE_CANTOPEN')) return unopenable(path)
    const known = codes.find(([prefix]) => error.code.startsWith(prefix))
    return known?.[1](file, error.code)
  }
  return fileRefusal(error, file)
}

/**
 * What an error means while a file is opened or checked: there, one of the driver's without a meaning of its own, such as
 * a table that is not there, is damage.
 */
export const damageRefusal = (thrown: unknown, path: string): Refusal | undefined => {
  const known = sqliteRefusal(thrown, path)
  if (known || !(causeOf(thrown) instanceof Database.SqliteError)) return known
  return new Refusal('file_corrupt', { file: basename(path) })
}

/** drizzle wraps what the driver throws. */
const causeOf = (error: unknown): unknown =>
  error instanceof Error && error.cause instanceof Database.SqliteError ? error.cause : error

const fileRefusal = (error: unknown, file: string): Refusal | undefined => {
  // The driver's own words, which come without a code.
  if (error instanceof Error && error.message.includes('directory does not exist'))
    return new Refusal('file_not_found', { file })
  return diskRefusal(error, file)
}

/** The driver says only that it cannot open a file; the system says where the name itself is why. */
const unopenable = (path: string): Refusal => {
  const file = basename(path)
  try {
    lstatSync(path)
  } catch (error) {
    const said = diskRefusal(error, file)
    if (said?.code === 'name_too_long') return said
  }
  return new Refusal('file_read_only', { file })
}
