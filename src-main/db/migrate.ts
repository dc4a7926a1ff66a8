import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { lookAlikeKey } from '../../src-shared/domain/text/look-alike.ts'
import type { Connection } from './connection.ts'
import type { Stored } from './stored.ts'
import { derivedUid } from './derived-uid.ts'
import { migrationFiles, type SqlFile } from './sql-files.ts'
import { inTransaction } from './transaction.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Applied = Stored<'schemaMigration', 'number' | 'name' | 'sha256'>

const numberOf = (file: SqlFile): number => Number(file.name.slice(0, 4))

const applied = (connection: Connection): readonly Applied[] =>
  connection.value<number>(`SELECT count(*) FROM sqlite_schema WHERE name = 'schema_migration'`) === 0
    ? []
    : connection.all<Applied>('SELECT number, name, sha256 FROM schema_migration ORDER BY number')

/** Refuses a company of a newer Duebook, and one whose applied migrations differ from ours. Returns what is to do. */
export const pendingMigrations = (
  connection: Connection,
  files: readonly SqlFile[] = migrationFiles(),
): readonly SqlFile[] => {
  const done = applied(connection)
  const gap = files.findIndex((file, index) => numberOf(file) !== index + 1)
  if (gap >= 0) throw new Error(`migrations are numbered from 1 without gaps; ${files[gap]?.name} is not ${gap + 1}`)
  const newest = done.at(-1)
  if (newest && newest.number > files.length) {
    throw new Refusal('file_newer', { file: basename(connection.file), found: newest.number, known: files.length })
  }
  for (const migration of done) {
    const file = files.find((candidate) => numberOf(candidate) === migration.number)
    if (!file || sha256(file.sql) !== migration.sha256)
      throw new Refusal('migration_changed', { migration: migration.name })
  }
  return files.slice(done.length)
}

/** What was applied, for the log of commands. */
export type AppliedMigration = Pick<Applied, 'name' | 'sha256'>

/**
 * Applies each migration in its own transaction and checks foreign keys after; a failing one leaves the file as it was
 * before it. The caller backs up first. `log` notes it in the same transaction; `between` is told before each and at the end how many are done.
 */
export const migrate = (
  connection: Connection,
  files: readonly SqlFile[],
  now: Date,
  log: (migration: AppliedMigration) => void = () => {},
  between: (done: number) => void = () => {},
): void => {
  // Only for filling in what is stored already: nothing in the schema may name them, or other programs could not read the file.
  connection.driver.function('look_alike_key', { deterministic: true }, (text) => lookAlikeKey(String(text)))
  connection.driver.function('derived_uid', { deterministic: true }, (companyUid, what) =>
    derivedUid(String(companyUid), String(what)),
  )
  for (const [done, file] of files.entries()) {
    between(done)
    inTransaction(connection, () => {
      connection.driver.exec(file.sql)
      connection.driver.exec(`CREATE TABLE IF NOT EXISTS schema_migration (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`)
      const hash = sha256(file.sql)
      connection.run('INSERT INTO schema_migration (number, name, sha256, applied_at) VALUES (?, ?, ?, ?)', [
        numberOf(file),
        file.name,
        hash,
        now.toISOString(),
      ])
      log({ name: file.name, sha256: hash })
      const broken = connection.driver.pragma('foreign_key_check') as readonly unknown[]
      if (broken.length > 0) throw new Error(`migration ${file.name} breaks ${broken.length} foreign keys`)
    })
  }
  between(files.length)
}
