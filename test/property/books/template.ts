import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../../../src-main/db/connection.ts'
import { openWritable } from '../../../src-main/db/open.ts'
import { call, companyFile, openForWriting, type CompanyFile } from '../../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../../src-main/company-file/create-company.ts'
import { profile, TEST_NOW, type TestCompany } from '../../fixtures/company.ts'
import { CLERK_PIN, giveQuickPin } from '../../fixtures/clerk.ts'
import { addCustomer } from '../../fixtures/entries.ts'
import { CODES, CURRENCIES, CUSTOMERS } from './customers.ts'
import { LIMITS } from './policies.ts'
import { emptyAt } from './reports.ts'
import { FIXED_OFF, FIXED_PART } from './terms.ts'
import { nesting, undoing } from './undone.ts'

// Thousands of files that nobody keeps: in memory where there is such a folder, for what a power cut would leave of them
// is another test's question.
const IN_MEMORY = '/dev/shm'

const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

export interface Opened {
  readonly file: CompanyFile
  readonly sql: Connection
}

export interface Companies {
  /**
   * A file like the template for a while: what was done to it is undone when the work ends. Much cheaper than a
   * file of its own, for what SQLite prepared stays prepared and nothing is synced; but no transaction is ever committed.
   */
  undone(work: (opened: Opened) => Promise<void>): Promise<void>
  /** So with several files like it, and one that has no facts. */
  undoneTogether(copies: number, work: (copies: readonly Opened[], empty: Connection) => Promise<void>): Promise<void>
  /** Where another file may lie. */
  path(name: string): string
  readonly template: string
  end(): void
}

export const openedOn = (sql: Connection): Opened => ({
  file: companyFile(sql, { clock: () => TEST_NOW }, undefined),
  sql,
})

/** The same, but each command takes the keys of its rows from one of five blocks, as if so many devices had made them. */
export const scatteredOn = (sql: Connection, block: () => number): Opened => ({
  file: companyFile(
    sql,
    {
      clock: () => TEST_NOW,
      get idBlock() {
        return block()
      },
    },
    undefined,
  ),
  sql,
})

const NO_DISCOUNT = { discount: null, graceDays: 0 } as const

/** Those of terms.ts that a new company does not have. */
const addTermsOfEachSort = async (company: TestCompany): Promise<void> => {
  await company.call('terms.create', {
    code: 'REST',
    name: 'A quarter, a fixed part and the rest',
    rule: {
      kind: 'instalments',
      parts: [
        { rest: true, dueAfterMonths: 1, dueAfterDays: 20 },
        { percent: 25_000_000, dueAfterDays: 0 },
        { amount: FIXED_PART, dueAfterMonths: 1, dueAfterDays: 0 },
      ],
      discount: { amount: FIXED_OFF, dayOfMonth: 10, afterDays: 5 },
      graceDays: 0,
    },
  })
  await company.call('terms.create', {
    code: '15TH',
    name: 'The 15th after 31 days',
    rule: {
      kind: 'day_of_month',
      dayOfMonth: 15,
      afterDays: 31,
      discount: { percent: 2_000_000, dayOfMonth: 10, cutoffDay: 25 },
      graceDays: 0,
    },
  })
  await company.call('terms.create', {
    code: '30EOM',
    name: '30 days, then the end of the month',
    rule: { kind: 'end_of_month', afterDays: 30, months: 0, days: 0, ...NO_DISCOUNT },
  })
}

/** Three customers billed in dollars and one in euros, a supervisor and a clerk, a second tax code, and terms of each sort. */
export const makeCompanies = async (): Promise<Companies> => {
  const folder = mkdtempSync(join(existsSync(IN_MEMORY) ? IN_MEMORY : tmpdir(), 'duebook-property-'))
  const template = join(folder, 'Template.duebook')
  createCompanyFile(template, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  const company = asTestCompany(file)
  for (const [index, code] of CODES.entries())
    await addCustomer(company, code, { currency: CURRENCIES[CUSTOMERS[index]?.currency ?? 0] ?? 'USD' })
  await company.call('taxCodes.create', { code: 'RED', name: 'Reduced', rate: 7_500_000, accountId: 4 })
  const taxes = [
    { taxCodeId: 2, onEarlier: false },
    { taxCodeId: 3, onEarlier: true },
  ]
  await company.call('taxCodes.createGroup', { code: 'BOTH', name: 'Standard, and reduced on it', taxes })
  const parts = [50, 30, 20].map((percent, index) => ({ percent: percent * 1_000_000, dueAfterDays: index * 30 }))
  await company.call('terms.create', {
    code: '3X',
    name: 'Parts',
    rule: { kind: 'instalments', parts, discount: null, graceDays: 0 },
  })
  await addTermsOfEachSort(company)
  const sql = new Connection(template)
  giveQuickPin({ sql: () => sql })
  sql.close()
  await company.call('people.create', { name: 'Cleo', role: 'clerk', pin: CLERK_PIN })
  for (const act of ['write_off', 'refund', 'credit', 'late_discount'] as const)
    await company.call('limits.set', { role: 'clerk', act, most: LIMITS.clerk[act].most, version: 1 })
  file.close()
  const shared = new Map<string, Connection>()
  const sharedOf = (name: string, bytes: () => Buffer): Connection => {
    const path = join(folder, `${name}.duebook`)
    let connection = shared.get(name)
    if (!connection) {
      writeFileSync(path, bytes())
      shared.set(name, (connection = nesting(openWritable(path))))
    }
    return connection
  }
  const copy = (index: number): Connection => sharedOf(`Copy-${index}`, () => readFileSync(template))
  return {
    template,
    path: (name) => join(folder, `${name}.duebook`),
    undone: (work) => undoing(copy(0), () => work(openedOn(copy(0)))),
    undoneTogether: (copies, work) => {
      const files = Array.from({ length: copies }, (_, index) => copy(index))
      const empty = sharedOf('Empty', () => emptyAt(join(folder, 'Made.duebook')))
      const inAll = [...files, empty].reduce<() => Promise<void>>(
        (within, connection) => () => undoing(connection, within),
        () => work(files.map(openedOn), empty),
      )
      return inAll()
    },
    end: () => {
      for (const connection of shared.values()) connection.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
