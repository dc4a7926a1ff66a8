import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { OWNER } from '../fixtures/clerk.ts'
import { day } from '../fixtures/entries.ts'
import { heldToItsWord } from '../fixtures/what-changed.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 20

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

test(
  'in any history each command names every query whose answer it changes',
  { timeout: Math.max(600_000, runsOf(RUNS) * 10_000) },
  async () => {
    const history = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' })
    const law = fc.asyncProperty(history, (steps) =>
      companies.undone(async ({ file, sql }) => {
        const missing: string[] = []
        const watched = heldToItsWord(file, sql, 3, (command, queries) =>
          missing.push(...queries.map((query) => `${command} changes ${query}`)),
        )
        const run = new LedgerRun(watched, sql)
        for (const action of steps) await run.take(action)
        expect(missing).toEqual([])
      }),
    )
    await holdsAsync(law, RUNS)
  },
)

const listOf = async (file: CompanyFile): Promise<ReadonlyMap<number, string>> => {
  const asked = { asOf: '2026-12-31', includeArchived: true, limit: 500 } as const
  const { rows } = await call(file, 'customers.list', { ...asked, asOf: day(asked.asOf) }, { userId: OWNER.userId })
  return new Map(rows.map((row) => [row.id, JSON.stringify(row)]))
}

test(
  'in any history the customers whose rows change are those that are said to',
  { timeout: Math.max(600_000, runsOf(RUNS * 5) * 2000) },
  async () => {
    const history = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' })
    const law = fc.asyncProperty(history, (steps) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        let before = await listOf(file)
        let { through } = await call(file, 'customers.changedSince', {}, { userId: OWNER.userId })
        for (const action of steps) {
          await run.take(action)
          const changed = await call(file, 'customers.changedSince', { after: through }, { userId: OWNER.userId })
          const now = await listOf(file)
          const others = [...now].flatMap(([id, row]) => (before.get(id) === row ? [] : [id]))
          if (changed.ids !== null) expect(changed.ids).toEqual(expect.arrayContaining(others))
          ;[before, through] = [now, changed.through]
        }
      }),
    )
    await holdsAsync(law, RUNS * 5)
  },
)
