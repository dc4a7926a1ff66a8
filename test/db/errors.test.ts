import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { damageRefusal, sqliteRefusal } from '../../src-main/db/errors.ts'

const thrown = (code: string, message = 'as the driver says it') => new Database.SqliteError(message, code)
const meaning = (error: unknown) => {
  const refusal = sqliteRefusal(error, '/home/ann/Books.duebook')
  return refusal && [refusal.code, refusal.params]
}

test.each([
  ['SQLITE_FULL', 'disk_full', {}],
  ['SQLITE_READONLY', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_READONLY_DBMOVED', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_READONLY_DIRECTORY', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_PERM', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_CANTOPEN', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_CANTOPEN_ISDIR', 'file_read_only', { file: 'Books.duebook' }],
  ['SQLITE_BUSY', 'file_locked', {}],
  ['SQLITE_BUSY_SNAPSHOT', 'file_locked', {}],
  ['SQLITE_LOCKED', 'file_locked', {}],
  ['SQLITE_CORRUPT', 'file_corrupt', { file: 'Books.duebook' }],
  ['SQLITE_CORRUPT_INDEX', 'file_corrupt', { file: 'Books.duebook' }],
  ['SQLITE_NOTADB', 'file_not_company', { file: 'Books.duebook' }],
  ['SQLITE_IOERR_WRITE', 'disk_error', { detail: 'SQLITE_IOERR_WRITE' }],
])('%s of the driver is said as %s, with the name of the file and not its folder', (code, said, params) => {
  expect(meaning(thrown(code))).toEqual([said, params])
  // drizzle wraps what the driver throws.
  expect(meaning(new Error('a query failed', { cause: thrown(code) }))).toEqual([said, params])
})

test.each([
  ['posting: the period is closed', 'period_locked'],
  ['posting: the entries do not balance', 'unbalanced'],
  ['UNIQUE constraint failed: document.kind, document.number', 'number_taken'],
])('what the ledger itself refuses, %s, is said as %s', (message, said) => {
  expect(meaning(thrown('SQLITE_CONSTRAINT_TRIGGER', message))?.[0]).toBe(said)
  expect(meaning(thrown('SQLITE_ERROR', message)), 'not when a schema that quotes it cannot be read').toBeUndefined()
})

test('a defect stays an error, and while a file is opened it is damage', () => {
  const defect = thrown('SQLITE_ERROR', 'no such table: document')
  expect(meaning(defect)).toBeUndefined()
  expect(damageRefusal(defect, '/home/ann/Books.duebook')).toMatchObject({
    code: 'file_corrupt',
    params: { file: 'Books.duebook' },
  })
  expect(damageRefusal(new Error('a defect'), '/home/ann/Books.duebook')).toBeUndefined()
})
