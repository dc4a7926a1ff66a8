import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { getTableName } from 'drizzle-orm'
import type { Connection } from '../../src-main/db/connection.ts'
import { facts } from '../../src-main/db/facts.ts'
import { migrate, pendingMigrations } from '../../src-main/db/migrate.ts'
import { openReadable, openWritable } from '../../src-main/db/open.ts'
import { migrationFiles, type SqlFile } from '../../src-main/db/sql-files.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { call, openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, temporaryFolder } from '../fixtures/company.ts'
import { rowsOf } from '../fixtures/dump.ts'
import { makeOlderCompany, OLDER } from '../fixtures/older-company.ts'
import { smallDisk } from '../fixtures/small-disk.ts'
import { bytesOf, closedCompany, countsIn, expectRefused, refusalOf } from '../crash/closed-company.ts'

const NOW = new Date('2025-06-30T12:00:00.000Z')
const known = migrationFiles()

const freshFile = (): Connection => openWritable(join(temporaryFolder(), 'Fresh.duebook'), true)

const migrated = (count: number): Connection => {
  const connection = freshFile()
  migrate(connection, known.slice(0, count), NOW)
  return connection
}

const namesOf = (connection: Connection, type: 'table' | 'trigger' | 'index'): readonly string[] =>
  connection
    .all<{ name: string }>('SELECT name FROM sqlite_schema WHERE type = ? ORDER BY name', [type])
    .map(({ name }) => name)

/** Every object of the file, as the text that made it, with the migrations applied. */
const stateOf = (connection: Connection): unknown => [
  connection.all('SELECT type, name, sql FROM sqlite_schema ORDER BY name'),
  connection.all('SELECT * FROM schema_migration ORDER BY number'),
]

/** The same of a file that may have had no migration yet. */
const stateOrNone = (connection: Connection): unknown =>
  namesOf(connection, 'table').includes('schema_migration') ? stateOf(connection) : namesOf(connection, 'table')

describe('the migrations', () => {
  test('are numbered from 1 without a gap', () => {
    expect(known.map(({ name }) => name.slice(0, 5))).toEqual(
      known.map((_, index) => `${String(index + 1).padStart(4, '0')}-`),
    )
  })

  test('applied one by one or all at once make the same file', () => {
    const atOnce = migrated(known.length)
    const oneByOne = freshFile()
    for (const file of known) migrate(oneByOne, [file], NOW)
    expect(stateOf(oneByOne)).toEqual(stateOf(atOnce))
  })

  test('are noted with the hash of their text and when they were applied', () => {
    const connection = migrated(known.length)
    expect(connection.all('SELECT * FROM schema_migration ORDER BY number')).toEqual(
      known.map(({ name, sql }, index) => ({
        number: index + 1,
        name,
        sha256: createHash('sha256').update(sql).digest('hex'),
        applied_at: NOW.toISOString(),
      })),
    )
    expect(pendingMigrations(connection)).toEqual([])
  })

  test('make every table strict, with keys that hold', () => {
    const connection = migrated(known.length)
    const loose = `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'`
    expect(connection.all(loose)).toEqual([])
    expect(() => connection.run(`INSERT INTO customer_address VALUES (9, 'billing', '', '', '', '', '', '')`)).toThrow(
      /FOREIGN KEY/,
    )
    expect(connection.driver.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('guard every table of facts against change and deletion', () => {
    const guarded = [...facts.map(([table]) => getTableName(table)), 'command_log', 'attachment_content']
    const guards = [...guarded, 'tax_code_component'].flatMap((table) => [`${table}_no_delete`, `${table}_no_update`])
    const named = namesOf(migrated(known.length), 'trigger').filter((name) => /_no_(update|delete)$/.test(name))
    expect(named).toEqual(guards.toSorted())
  })

  test('give every row that names a command an index by which it is found', () => {
    const connection = migrated(known.length)
    const naming = connection
      .all<{ name: string }>(
        `SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
        WHERE m.type = 'table' AND c.name = 'command_seq'`,
      )
      .map(({ name }) => name)
    const indexed = naming.filter((name) =>
      connection.value(
        `SELECT 1 FROM pragma_index_list(?) AS l JOIN pragma_index_info(l.name) AS i ON i.seqno = 0 AND i.name = 'command_seq'`,
        [name],
      ),
    )
    expect(indexed).toEqual(naming)
  })
})

describe('a migration that fails', () => {
  const failing: Readonly<Record<string, readonly [sql: string, error: RegExp]>> = {
    'half way': [
      'CREATE TABLE extra (id INTEGER) STRICT; INSERT INTO extra VALUES (1); SELECT no_such_function();',
      /no such function/,
    ],
    'by breaking a reference': [
      `CREATE TABLE pair (document_id INTEGER REFERENCES document (id)) STRICT;
       PRAGMA defer_foreign_keys = ON; INSERT INTO pair VALUES (4711);`,
      /0099-failing breaks 1 foreign keys/,
    ],
    'by a rule of the ledger': [
      `INSERT INTO number_series (uid, command_seq, kind, device_id, prefix, width, first_number)
       VALUES ('s', 1, 'invoice', 1, 'X-', 99, 1);`,
      /CHECK constraint/,
    ],
  }
  for (const [how, [sql, error]] of Object.entries(failing)) {
    test(`${how} leaves the file as it was before it`, () => {
      const connection = migrated(known.length)
      const before = stateOf(connection)
      expect(() => migrate(connection, [{ name: '0099-failing', sql }], NOW)).toThrow(error)
      expect(stateOf(connection)).toEqual(before)
      expect(connection.driver.inTransaction).toBe(false)
    })
  }

  test('as it is logged leaves the file as it was before it: it is noted, logged and done together', () => {
    for (const [index, file] of known.entries()) {
      const connection = migrated(index)
      const before = stateOrNone(connection)
      let noted = 0
      const fails = (): void => {
        noted = connection.value<number>('SELECT count(*) FROM schema_migration') ?? 0
        throw new Error('the log cannot be written')
      }
      expect(() => migrate(connection, [file], NOW, fails), file.name).toThrow('the log cannot be written')
      expect(noted, file.name).toBe(index + 1)
      expect(stateOrNone(connection), file.name).toEqual(before)
      migrate(connection, [file], NOW)
      expect(stateOf(connection), file.name).toEqual(stateOf(migrated(index + 1)))
    }
  })

  test('keeps those before it, which are whole', () => {
    const connection = freshFile()
    const broken: SqlFile = { name: '0002-broken', sql: 'CREATE TABLE half (id INTEGER) STRICT; CREATE NONSENSE;' }
    expect(() => migrate(connection, [...known.slice(0, 1), broken], NOW)).toThrow(/syntax/)
    expect(connection.all('SELECT number FROM schema_migration')).toEqual([{ number: 1 }])
    expect(namesOf(connection, 'table')).not.toContain('half')
  })
})

describe('what was applied is held against what is known', () => {
  test('a migration that changed since is refused, naming it', () => {
    const connection = migrated(known.length)
    const changed = known.map((file, index) => (index === 0 ? { ...file, sql: `${file.sql}\n-- later` } : file))
    expect(refusalOf(() => pendingMigrations(connection, changed))).toMatchObject({
      code: 'migration_changed',
      params: { migration: '0001-company' },
    })
  })

  test('a file of a newer Duebook is refused, naming both versions', () => {
    const connection = migrated(known.length)
    expect(refusalOf(() => pendingMigrations(connection, known.slice(0, 1)))).toMatchObject({
      code: 'file_newer',
      params: { found: known.length, known: 1 },
    })
  })

  test('a gap in what was applied is refused', () => {
    const connection = migrated(known.length)
    connection.run('UPDATE schema_migration SET number = 0 WHERE number = 1')
    expect(refusalOf(() => pendingMigrations(connection))).toMatchObject({ code: 'migration_changed' })
  })
})

const beforeMigration = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.includes('.before-migration-'))

describe('a company of an older Duebook', () => {
  test('is migrated as it is opened, and keeps its books; a copy from before stands beside it and opens', async () => {
    const { path: today, folder } = await closedCompany(5)
    const path = join(folder, 'Older.duebook')
    makeOlderCompany(today, path)
    const { documents } = countsIn(today)

    const company = openForWriting(path, { clock: () => NOW })
    expect(await call(company, 'company.profile', {})).toMatchObject({ documents })
    company.close()
    expectInvariants(path)
    expect(beforeMigration(folder)).toEqual(['Older.before-migration-20250630T120000Z.duebook'])

    const kept = join(folder, 'Older.before-migration-20250630T120000Z.duebook')
    const copy = openReadable(kept)
    expect(copy.driver.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(pendingMigrations(copy)).toEqual(known.slice(OLDER))
    expect(copy.value('SELECT count(*) FROM document')).toBe(documents)
    copy.close()
    const before = readFileSync(kept)
    const looked = openForReading(kept)
    expect(await call(looked, 'company.profile', {})).toMatchObject({ documents })
    looked.close()
    expect(readFileSync(kept).equals(before)).toBe(true)
    const restored = join(folder, 'Restored.duebook')
    restoreCompany(kept, restored, () => NOW)
    openForWriting(restored).close()
    expectInvariants(restored)
  })

  test('what its write-ahead log still holds is in the copy too', async () => {
    const { path: today, folder } = await closedCompany(2)
    const path = join(folder, 'Older.duebook')
    makeOlderCompany(today, path)
    const writer = openWritable(path)
    writer.run(`UPDATE company SET name = 'Only in the log'`)
    expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
    openForWriting(path, { clock: () => NOW }).close()
    writer.close()
    const copy = openReadable(join(folder, 'Older.before-migration-20250630T120000Z.duebook'))
    expect(copy.value('SELECT name FROM company')).toBe('Only in the log')
    copy.close()
  })

  test('is not migrated by who only reads it', async () => {
    const { path: today, folder } = await closedCompany()
    const path = join(folder, 'Older.duebook')
    makeOlderCompany(today, path)
    const before = bytesOf(path)
    expect(() => openForReading(path)).toThrow(/awaits migration: open it for writing first/)
    expect(bytesOf(path)).toBe(before)
  })

  test('is left as it was when there is no room for the copy', async ({ skip }) => {
    const { path: today, folder } = await closedCompany(5)
    const older = join(folder, 'Older.duebook')
    makeOlderCompany(today, older)
    const disk = smallDisk(Math.ceil(statSync(older).size / 1024) + 100)
    if (disk === null) return skip('a small disk cannot be mounted here')
    const path = join(disk, 'Older.duebook')
    copyFileSync(older, path)
    const before = bytesOf(path)
    expectRefused(() => openForWriting(path), 'disk_full', /Free some space/)
    expect(bytesOf(path)).toBe(before)
    expect(beforeMigration(disk)).toEqual([])
    expect(existsSync(`${path}-holder`), 'the lock is given back').toBe(false)
  })

  test('is upgraded to the same rows in every copy, whenever that is, and the log says so', async () => {
    const { path: today, folder } = await closedCompany(3)
    const [first, second] = [join(folder, 'First.duebook'), join(folder, 'Second.duebook')]
    makeOlderCompany(today, first)
    copyFileSync(first, second)
    openForWriting(first, { clock: () => NOW }).close()
    openForWriting(second, { clock: () => new Date('2027-01-01T00:00:00.000Z') }).close()
    const rows = (path: string): string => {
      const connection = openReadable(path)
      const text = rowsOf(connection, ['schema_migration'])
      connection.close()
      return text
    }
    expect(rows(second)).toBe(rows(first))
    const upgraded = openForReading(first)
    expect(await call(upgraded, 'company.check', {})).toMatchObject({ chain: { intact: true } })
    upgraded.close()
    const log = openReadable(first)
    expect(
      log.rows(`SELECT json_extract(input, '$.migration') FROM command_log WHERE name = 'company.migrate'`),
    ).toEqual(known.slice(OLDER).map(({ name }) => [name]))
    log.close()
  })

  test('whose upgrade fails at any of its steps is left at the step before, and completed the next time', async () => {
    const { path: today, folder } = await closedCompany(3)
    const older = join(folder, 'Older.duebook')
    makeOlderCompany(today, older)
    const unharmed = join(folder, 'Unharmed.duebook')
    copyFileSync(older, unharmed)
    openForWriting(unharmed, { clock: () => NOW }).close()
    const steps = known.slice(OLDER)
    expect(steps.length).toBeGreaterThan(1)
    for (const [index, step] of steps.entries()) {
      const path = join(folder, `Fails at ${index}.duebook`)
      copyFileSync(older, path)
      const rows = (): string => {
        const connection = openReadable(path)
        const text = rowsOf(connection, ['schema_migration'])
        connection.close()
        return text
      }
      const applied = (): number => {
        const connection = openReadable(path)
        const count = connection.value<number>('SELECT count(*) FROM schema_migration') ?? 0
        connection.close()
        return count
      }
      const harm = openWritable(path)
      // The row that would log this step is refused, after all that it does.
      harm.run(`CREATE TRIGGER fault BEFORE INSERT ON command_log WHEN NEW.input LIKE '%${step.name}%'
        BEGIN SELECT RAISE (ABORT, 'command_log: fault'); END`)
      harm.close()
      const before = index === 0 ? rows() : null
      expect(() => openForWriting(path, { clock: () => NOW }), step.name).toThrow('command_log: fault')
      expect(applied(), step.name).toBe(OLDER + index)
      if (before !== null) expect(rows()).toBe(before)
      const mended = openWritable(path)
      mended.run('DROP TRIGGER fault')
      mended.close()
      openForWriting(path, { clock: () => NOW }).close()
      const whole = openReadable(unharmed)
      expect(rows(), step.name).toBe(rowsOf(whole, ['schema_migration']))
      whole.close()
    }
  })

  test('a company of today needs no copy', async () => {
    const { path, folder } = await closedCompany()
    openForWriting(path).close()
    expect(beforeMigration(folder)).toEqual([])
  })
})
