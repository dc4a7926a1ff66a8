import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Connection } from '../../../src-main/db/connection.ts'
import { migrate } from '../../../src-main/db/migrate.ts'
import { openWritable } from '../../../src-main/db/open.ts'
import { migrationFiles } from '../../../src-main/db/sql-files.ts'
import { call, openForReading } from '../../../src-main/kernel/company-file.ts'
import { TEST_NOW } from '../../fixtures/company.ts'
import { unionOfFacts } from '../../fixtures/union-of-facts.ts'
import { dateOf } from './known.ts'

let empty: Buffer | undefined

/** A file without a fact in it: the migrations need longer than most histories. */
const emptyFile = (path: string): Buffer => {
  const made = openWritable(path, true)
  migrate(made, migrationFiles(), TEST_NOW)
  made.run('DELETE FROM role_limit')
  made.driver.pragma('wal_checkpoint(TRUNCATE)')
  made.close()
  const bytes = readFileSync(path)
  rmSync(path)
  return bytes
}

/** The facts of the files, and nothing else of them, in a file that was empty. */
export const rebuilt = (path: string, sources: readonly string[]): void => {
  empty ??= emptyFile(path)
  writeFileSync(path, empty)
  const target = openWritable(path)
  const opened = sources.map((source) => new Connection(source, { readonly: true }))
  unionOfFacts(target, opened)
  for (const source of opened) source.close()
  target.driver.pragma('wal_checkpoint(TRUNCATE)')
  target.close()
}

const REPORT_DAYS = [0, 30, 58, 90, 119, 200, 400]

/** What every report says of a company, on several days; customers and accounts by their codes, not by a file's keys. */
export const reportsOf = async (path: string): Promise<unknown> => {
  const file = openForReading(path, { clock: () => TEST_NOW })
  const told: unknown[] = []
  const { rows: customers } = await call(file, 'customers.list', {
    asOf: dateOf(400),
    includeArchived: true,
    limit: 500,
  })
  for (const asOf of REPORT_DAYS.map(dateOf)) {
    for (const currency of ['USD', 'EUR']) {
      const aging = await call(file, 'aging.byCustomer', { asOf, currency })
      told.push(
        asOf,
        currency,
        aging.rows.map(({ code, buckets, unapplied, total }) => [code, buckets, unapplied, total]),
      )
      const { subledger, controlAccount, difference } = await call(file, 'ledger.tieOut', { asOf, currency })
      told.push([subledger, controlAccount, difference])
    }
    const { rows: inBase } = await call(file, 'aging.byCustomer', { asOf, in: 'base' })
    told.push(inBase.map(({ code, buckets, unapplied, total }) => [code, buckets, unapplied, total]))
    const accounts = await call(file, 'ledger.trialBalance', { asOf })
    told.push(accounts.map(({ code, balance }) => [code, balance]))
    for (const { id: customerId, code } of customers) {
      const items = await call(file, 'openItems.forCustomer', { customerId, asOf })
      told.push([
        code,
        sorted(
          items.map((item) => [item.kind, item.documentDate, item.dueDate, item.original, item.open, item.discount]),
        ),
      ])
      const which = { customerId, statementDate: asOf, from: dateOf(0) }
      const { lines: _, ...statement } = await call(file, 'statements.data', { ...which, form: 'balance_forward' })
      told.push({ ...statement, customer: code })
    }
  }
  file.close()
  return told
}

const sorted = (rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted()

export const openItemsOf = (path: string): unknown => {
  const connection = new Connection(path, { readonly: true })
  const rows = connection.all(
    `SELECT number, kind, open_item.* FROM open_item JOIN document ON document.id = document_id ORDER BY number, kind`,
  )
  connection.close()
  return rows
}
