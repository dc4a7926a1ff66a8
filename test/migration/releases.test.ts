import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { contract } from '../../src-shared/contract.ts'
import { verifyChain } from '../../src-main/db/command-chain.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { migrate } from '../../src-main/db/migrate.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { signInOwner } from '../fixtures/clerk.ts'
import { expectInvariants, expectInvariantsOf, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { fileOf, textOf } from '../fixtures/release-file.ts'
import { commandNames, prepared } from '../kernel/every-command.ts'

/**
 * A company in which every command was done, as each release left it: every later migration is tested from it. Once for each
 * release: MAKE_RELEASE=0.1 npx vitest run test/migration/releases.test.ts
 */
const FOLDER = join(import.meta.dirname, '../fixtures/releases')
const releases = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))

interface Books {
  readonly commands: number
  readonly accounts: readonly unknown[]
  readonly openItems: readonly unknown[]
}

const booksOf = (sql: Connection): Books => ({
  commands: sql.value<number>(`SELECT count(*) FROM command_log WHERE name <> 'company.migrate'`) ?? 0,
  accounts: sql.rows(
    `SELECT code, sum(base_amount), count(*) FROM entry JOIN account ON account.id = account_id GROUP BY code ORDER BY code`,
  ),
  openItems: sql.rows(
    `SELECT kind, number, item.currency, amount, balance, base_balance, closed_on
     FROM open_item AS item JOIN document ON document.id = document_id ORDER BY kind, number`,
  ),
})

const made = process.env['MAKE_RELEASE']
test.runIf(made)('writes the company of a release', { timeout: 60_000 }, async () => {
  const target = join(FOLDER, `${made}.sql`)
  if (existsSync(target)) throw new Error(`${made} is made already, and stays as it is`)
  const { company, file, inputs } = await prepared()
  for (const name of commandNames.filter((each) => contract[each].logged))
    await company.file.dispatch(name, { ...inputs[name], commandUid: uuidV7() }, { file })
  writeFileSync(target, textOf(company.sql()))
  writeFileSync(target.replace(/\.sql$/, '.json'), `${JSON.stringify(booksOf(company.sql()), null, 2)}\n`)
})

describe.each(releases)('the company of %s', (name) => {
  const released = (): string => {
    const path = join(temporaryFolder(), 'Released.duebook')
    fileOf(path, readFileSync(join(FOLDER, name), 'utf8'))
    return path
  }
  const books = JSON.parse(readFileSync(join(FOLDER, name.replace(/\.sql$/, '.json')), 'utf8')) as Books

  test('is opened by this version, has its books, and is worked on', async () => {
    const path = released()
    const file = openForWriting(path, { clock: () => TEST_NOW })
    const sql = new Connection(path, { readonly: true })
    expect(booksOf(sql)).toEqual(books)
    sql.close()
    await signInOwner(file)
    expect(await call(file, 'company.check', {})).toMatchObject({ chain: { intact: true } })
    const company = { call: (operation: never, input: never) => call(file, operation, input) } as never
    await postInvoice(company, await addCustomer(company, 'LATER01', { termsCode: 'NET15' }), '2025-06-20', 100)
    expect(await call(file, 'company.check', {})).toMatchObject({ chain: { intact: true } })
    file.close()
    expectInvariants(path)
  })

  test('keeps its books and its hashes through a migration that adds a column, a table and a seed', () => {
    const path = released()
    openForWriting(path, { clock: () => TEST_NOW }).close()
    const connection = openWritable(path)
    const before = booksOf(connection)
    const sql = `
      ALTER TABLE document ADD COLUMN later TEXT;
      CREATE TABLE later (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, document_id INTEGER REFERENCES document (id)) STRICT;
      INSERT INTO later (id, uid) SELECT 1, derived_uid(uid, 'later:FIRST') FROM company;`
    migrate(connection, [{ name: '9999-later', sql }], TEST_NOW)
    expect(booksOf(connection)).toEqual(before)
    expect(verifyChain(connection).intact).toBe(true)
    expectInvariantsOf(connection)
    expect(connection.value('SELECT uid FROM later')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5/)
    connection.close()
  })
})
