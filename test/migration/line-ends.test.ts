import { readdirSync, readFileSync } from 'node:fs'
import type fs from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { pendingMigrations } from '../../src-main/db/migrate.ts'
import { openReadable } from '../../src-main/db/open.ts'
import { invariantFiles, migrationFiles } from '../../src-main/db/sql-files.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { closedCompany, countsIn } from '../crash/closed-company.ts'

/** Whether each SQL file is read as git writes it on Windows, where it is not told otherwise. */
const checkout = vi.hoisted(() => ({ isWindows: false }))

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>()
  return {
    ...real,
    readFileSync: (path: string, ...rest: unknown[]) => {
      const read = (real.readFileSync as (...args: unknown[]) => unknown)(path, ...rest)
      return checkout.isWindows && typeof read === 'string' && path.endsWith('.sql')
        ? read.replaceAll('\n', '\r\n')
        : read
    },
  }
})

test('a company that was made on Linux opens from a checkout with CRLF, and none of its migrations differs', async () => {
  const { path } = await closedCompany()
  const [migrations, invariants] = [migrationFiles(), invariantFiles()]
  checkout.isWindows = true
  const folder = join(import.meta.dirname, '../../migrations')
  expect(readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8'), 'the lines do end so').toContain('\r\n')
  expect(migrationFiles()).toEqual(migrations)
  expect(invariantFiles()).toEqual(invariants)
  const connection = openReadable(path)
  expect(pendingMigrations(connection)).toEqual([])
  connection.close()
  openForWriting(path).close()
  expect(countsIn(path).documents).toBe(4)
})

test('a checkout is told to keep the line ends of every SQL file', () => {
  const root = join(import.meta.dirname, '../..')
  expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toMatch(/^\*\.sql text eol=lf$/m)
})
