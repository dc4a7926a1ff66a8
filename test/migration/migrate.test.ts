import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import { migrate, pendingMigrations } from '../../src-main/db/migrate.ts'
import { openReadable, openWritable } from '../../src-main/db/open.ts'
import { migrationFiles, type SqlFile } from '../../src-main/db/sql-files.ts'
import { call, openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, temporaryFolder } from '../fixtures/company.ts'
import { makeOlderCompany } from '../fixtures/older-company.ts'
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

  test('0001-ledger makes every table strict, with keys that hold', () => {
    const connection = migrated(1)
    const tables = connection.all<{ name: string; strict: number }>(
      `SELECT name, strict FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`,
    )
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([])
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['command_log', 'document', 'entry', 'open_item']),
    )
    expect(() => connection.run(`INSERT INTO customer_address VALUES (9, 'billing', '', '', '', '', '', '')`)).toThrow(
      /FOREIGN KEY/,
    )
    expect(connection.driver.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  test('0002-ledger-rules guards every table of facts against change and deletion', () => {
    const facts = [
      'application',
      'command_log',
      'document',
      'document_line',
      'document_tax',
      'entry',
      'instalment',
      'posting',
    ]
    const guards = facts.flatMap((table) => [`${table}_no_delete`, `${table}_no_update`]).toSorted()
    expect(namesOf(migrated(1), 'trigger').filter((name) => /_no_(update|delete)$/.test(name))).toEqual([])
    expect(namesOf(migrated(2), 'trigger').filter((name) => /_no_(update|delete)$/.test(name))).toEqual(guards)
  })

  test('0003-more-documents adds tables that are strict, and guards those of facts', () => {
    const before = namesOf(migrated(2), 'table')
    const connection = migrated(3)
    const added = namesOf(connection, 'table').filter((name) => !before.includes(name))
    expect(added).toEqual(['finance_charge_item', 'item_mark', 'reason_code', 'returned_payment', 'role_limit'])
    const loose = `SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite%'`
    expect(connection.all(loose)).toEqual([])
    const guards = ['finance_charge_item', 'returned_payment'].flatMap((t) => [`${t}_no_delete`, `${t}_no_update`])
    expect(namesOf(connection, 'trigger')).toEqual(expect.arrayContaining(guards))
  })

  test('recurring-invoices guards what became of each day due', () => {
    const guards = ['no_delete', 'no_update', 'once', 'of_this_command'].map((each) => `recurring_occurrence_${each}`)
    expect(namesOf(migrated(known.length), 'trigger')).toEqual(expect.arrayContaining(guards))
  })

  test('0003-more-documents keeps the role each account has', () => {
    const connection = migrated(2)
    connection.run(`INSERT INTO account (uid, code, name, type) VALUES ('a', '4000', 'Sales', 'income')`)
    connection.run(`INSERT INTO account_role (role, account_id) VALUES ('sales', 1)`)
    migrate(connection, known.slice(2, 3), NOW)
    expect(connection.all('SELECT role, account_id FROM account_role')).toEqual([{ role: 'sales', account_id: 1 }])
  })

  test('marks-name-commands finds the command that marked an item last', () => {
    const index = known.findIndex(({ name }) => name.endsWith('-marks-name-commands'))
    const connection = migrated(index)
    connection.driver.exec(`
      PRAGMA foreign_keys = OFF;
      INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, prev_hash, hash) VALUES
        (1, 'a', 'openItems.mark', 1, 1, '', '', '{"documentId":7}', '', '', 'a'),
        (2, 'b', 'openItems.mark', 1, 1, '', '', '{"documentId":8}', '', 'a', 'b'),
        (3, 'c', 'openItems.mark', 1, 1, '', '', '{"documentId":7}', '', 'b', 'c'),
        (4, 'd', 'documents.void', 1, 1, '', '', '{"documentId":7}', '', 'c', 'd');
      INSERT INTO item_mark (document_id, state, reason) VALUES (7, 'held', 'asked'), (8, 'disputed', '')`)
    connection.driver.exec(known[index]?.sql ?? '')
    expect(connection.all('SELECT * FROM item_mark')).toEqual([
      { document_id: 7, command_seq: 3, state: 'held', reason: 'asked' },
      { document_id: 8, command_seq: 2, state: 'disputed', reason: '' },
    ])
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
      `INSERT INTO number_series (uid, kind, device_id, prefix, width, first_number)
       VALUES ('s', 'invoice', 1, 'X-', 99, 1);`,
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
      params: { migration: '0001-ledger' },
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
    makeOlderCompany(today, path, 1)
    const { documents } = countsIn(today)

    const company = openForWriting(path, { clock: () => NOW })
    expect(await call(company, 'company.profile', {})).toMatchObject({ documents })
    company.close()
    expectInvariants(path)
    expect(beforeMigration(folder)).toEqual(['Older.before-migration-20250630T120000Z.duebook'])

    const kept = join(folder, 'Older.before-migration-20250630T120000Z.duebook')
    const copy = openReadable(kept)
    expect(copy.driver.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(pendingMigrations(copy)).toEqual(known.slice(1))
    expect(copy.value('SELECT count(*) FROM document')).toBe(documents)
    copy.close()
    openForWriting(kept).close()
    expectInvariants(kept)
  })

  test('what its write-ahead log still holds is in the copy too', async () => {
    const { path: today, folder } = await closedCompany(2)
    const path = join(folder, 'Older.duebook')
    makeOlderCompany(today, path, 1)
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
    makeOlderCompany(today, path, 1)
    const before = bytesOf(path)
    expect(() => openForReading(path)).toThrow(/awaits migration: open it for writing first/)
    expect(bytesOf(path)).toBe(before)
  })

  test('is left as it was when there is no room for the copy', async ({ skip }) => {
    const { path: today, folder } = await closedCompany(5)
    const older = join(folder, 'Older.duebook')
    makeOlderCompany(today, older, 1)
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

  test('a company of today needs no copy', async () => {
    const { path, folder } = await closedCompany()
    openForWriting(path).close()
    expect(beforeMigration(folder)).toEqual([])
  })
})
