import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Connection } from '../../../src-main/db/connection.ts'
import { migrate } from '../../../src-main/db/migrate.ts'
import { openWritable } from '../../../src-main/db/open.ts'
import { migrationFiles } from '../../../src-main/db/sql-files.ts'
import type { QueryName, ReportName } from '../../../src-shared/contract.ts'
import { call, openForReading, type CompanyFile } from '../../../src-main/company-file/company-file.ts'
import { OWNER } from '../../fixtures/clerk.ts'
import { TEST_NOW } from '../../fixtures/company.ts'
import { unionOfFacts } from '../../fixtures/union-of-facts.ts'
import { dateOf } from './known.ts'

let empty: Buffer | undefined

/** A file without a fact in it, made at that path once: the migrations need longer than most histories. */
export const emptyAt = (path: string): Buffer => (empty ??= emptyFile(path))

const emptyFile = (path: string): Buffer => {
  const made = openWritable(path, true)
  migrate(made, migrationFiles(), TEST_NOW)
  made.driver.pragma('wal_checkpoint(TRUNCATE)')
  made.close()
  const bytes = readFileSync(path)
  rmSync(path)
  return bytes
}

/** The facts of the files, and nothing else of them, in a file that was empty. */
export const rebuilt = (path: string, sources: readonly string[]): void => {
  writeFileSync(path, emptyAt(path))
  const target = openWritable(path)
  const opened = sources.map((source) => new Connection(source, { readonly: true }))
  unionOfFacts(target, opened)
  for (const source of opened) source.close()
  target.driver.pragma('wal_checkpoint(TRUNCATE)')
  target.close()
}

const REPORT_DAYS = [0, 30, 58, 90, 119, 200, 400]

/** What every report says of a company, on several days; customers and accounts by their codes, not by a file's keys. */
export const reportsOf = async (company: CompanyFile): Promise<unknown> => {
  const told: unknown[] = []
  const ask = <N extends QueryName | ReportName>(name: N, input: Parameters<typeof call<N>>[2]) =>
    call(company, name, input, { userId: OWNER.userId })
  const { rows: customers } = await ask('customers.list', {
    asOf: dateOf(400),
    includeArchived: true,
    limit: 500,
  })
  for (const asOf of REPORT_DAYS.map(dateOf)) {
    for (const currency of ['USD', 'EUR']) {
      const aging = await ask('aging.byCustomer', { asOf, currency })
      told.push(
        asOf,
        currency,
        aging.rows.map(({ code, buckets, unapplied, total }) => [code, buckets, unapplied, total]),
      )
      const { subledger, controlAccount, difference } = await ask('ledger.tieOut', { asOf, currency })
      told.push([subledger, controlAccount, difference])
    }
    const { rows: inBase } = await ask('aging.byCustomer', { asOf, in: 'base' })
    told.push(inBase.map(({ code, buckets, unapplied, total }) => [code, buckets, unapplied, total]))
    const accounts = await ask('ledger.trialBalance', { asOf })
    told.push(accounts.map(({ code, balance }) => [code, balance]))
    for (const { id: customerId, code } of customers) {
      const items = await ask('openItems.forCustomer', { customerId, asOf })
      told.push([
        code,
        sorted(
          items.map((item) => [item.kind, item.documentDate, item.dueDate, item.original, item.open, item.discount]),
        ),
      ])
      const which = { customerId, statementDate: asOf, from: dateOf(0) }
      const { lines: _, ...statement } = await ask('statements.data', { ...which, form: 'balance_forward' })
      told.push({ ...statement, customer: code })
    }
  }
  return told
}

const sorted = (rows: readonly (readonly (string | number)[])[]): readonly string[] =>
  rows.map((row) => JSON.stringify(row)).toSorted()

/** The same of a file that nobody has open. */
export const reportsAt = async (path: string): Promise<unknown> => {
  const company = openForReading(path, { clock: () => TEST_NOW })
  const told = await reportsOf(company)
  company.close()
  return told
}

export const openItemsOf = (sql: Connection): unknown =>
  sql.all(
    `SELECT number, kind, open_item.* FROM open_item JOIN document ON document.id = document_id ORDER BY number, kind`,
  )
