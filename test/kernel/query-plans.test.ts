import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import type { OperationName } from '../../src-shared/contract.ts'
import { invariantFiles } from '../../src-main/db/sql-files.ts'
import { OPEN_BALANCES } from '../../src-main/reports/queries/aging/open-balances.ts'
import { ITEMS_NOW, ITEMS_THEN } from '../../src-main/ledger/queries/open-items/as-of.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { planOf } from '../fixtures/plan.ts'
import { runEveryOperation } from './every-command.ts'

describe('the aging', () => {
  test('reads the rows open as of the day from a covering index, and sums only from another', () => {
    const plan = planOf(newCompany(), OPEN_BALANCES)
    expect(plan).toContain('SEARCH open_item USING COVERING INDEX open_item_by_validity (closed_on>?)')
    expect(plan).toContain('SEARCH entry USING COVERING INDEX entry_by_item (item_id=? AND posting_date<?)')
    expect(plan).not.toMatch(/SCAN|TEMP B-TREE/)
  })
})

describe('the open items of a customer', () => {
  test('of today come from the index of what is open', () => {
    const plan = planOf(newCompany(), ITEMS_NOW)
    expect(plan).toMatch(/USING (COVERING )?INDEX open_item_by_customer \(customer_id=\?\)/)
    expect(plan).not.toMatch(/SCAN (?!wanted)|TEMP B-TREE/)
  })

  test('of a past day come from the customer’s documents up to it', () => {
    const plan = planOf(newCompany(), ITEMS_THEN)
    expect(plan).toMatch(/dated USING (COVERING )?INDEX document_by_customer \(customer_id=\? AND document_date<\?\)/)
    expect(plan).not.toMatch(/SCAN (?!wanted)|TEMP B-TREE/)
  })
})

/**
 * What a company sets up, and sums by day: they stay small. Every other table grows with the postings, and is not read to its
 * end.
 */
const SET_UP = [
  'account',
  'account_day',
  'account_role',
  'account_total',
  'company',
  'contact',
  'currency_quote',
  'customer',
  'customer_address',
  'device',
  'document_words_until',
  'draft',
  'number_series',
  'preference',
  'product',
  'reason_code',
  'receivable_day',
  'recurring_invoice',
  'role_limit',
  'schema_migration',
  'tax_code',
  'tax_code_component',
  'terms',
  'user',
  'user_pin',
]

const growing = (company: TestCompany): readonly string[] =>
  company
    .sql()
    .all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'`)
    .map(({ name }) => name)
    .filter((name) => !SET_UP.includes(name))

/** Their answer is about everything that was ever posted; they run beside the work, with progress. */
const OVER_EVERYTHING: readonly OperationName[] = ['company.check']

/** Every statement that the operations prepare, each command on a company of its own. */
const preparedStatements = async (): Promise<ReadonlySet<string>> => {
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  await runEveryOperation(OVER_EVERYTHING)
  const statements = new Set(prepare.mock.calls.map(([sql]) => sql))
  prepare.mockRestore()
  return statements
}

/** Goes to the end of the table and takes one step back. */
const LAST_ROW = /ORDER BY seq DESC LIMIT 1$/

/** Steps that read a growing table from end to end, by its name or the one the statement gives it. */
const wholeTables = (tables: readonly string[], sql: string, plan: string): readonly string[] =>
  plan.split('\n').filter((step) => {
    const [, read] = /^SCAN (\w+)(?! USING INDEX)/.exec(step) ?? []
    const table = new RegExp(`(\\w+) AS ${read}\\b`, 'i').exec(sql)?.[1] ?? read
    return table !== undefined && tables.includes(table)
  })

test('no command and no query reads a table of facts from end to end', { timeout: 60_000 }, async () => {
  const invariants = new Set(invariantFiles().map(({ sql }) => sql))
  const statements = [...(await preparedStatements())].filter(
    (sql) => /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/i.test(sql) && !invariants.has(sql) && !LAST_ROW.test(sql),
  )
  expect(statements.length).toBeGreaterThan(100)
  const company = newCompany()
  const tables = growing(company)
  const found = statements.flatMap((sql) =>
    wholeTables(tables, sql, planOf(company, sql)).map((step) => `${step}\n${sql}`),
  )
  expect(found).toEqual([])
})

test('a reference that is settled later has an index: else each posting would read the table that refers to it', () => {
  const connection = newCompany().sql()
  const tables = connection.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%DEFERRABLE%'`,
  )
  const references = tables.flatMap(({ name, sql }) =>
    [...sql.matchAll(/^ *(\w+) .*REFERENCES "?(\w+)"? .*DEFERRABLE/gm)].map(([, column = '', parent = '']) => ({
      table: name,
      column,
      parent,
    })),
  )
  expect(references.length).toBeGreaterThan(5)
  for (const { table, column, parent } of references) {
    // Whatever refers to a new row is looked for as it is inserted: SQLite's own plan says how.
    const plan = connection
      .all<{ detail: string }>(`EXPLAIN QUERY PLAN INSERT INTO "${parent}" DEFAULT VALUES`)
      .map(({ detail }) => detail)
    const [key] = connection.rows<[string]>('SELECT name FROM pragma_table_info(?) WHERE pk = 1', [table]).flat()
    const by = column === key ? '(?:rowid|\\w+)' : column
    expect(plan.join('\n'), `${table}.${column}`).toMatch(new RegExp(`^SEARCH ${table} USING .*\\(${by}=\\?`, 'm'))
    expect(plan.filter((step) => step.startsWith('SCAN '))).toEqual([])
  }
})
