import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { DAYS, step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 1000

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const days = fc.uniqueArray(fc.integer({ min: 0, max: DAYS * 2 }), { minLength: 4, maxLength: 4 })
const history = fc.array(step, { minLength: 8, maxLength: 40, size: 'max' })

test(
  'any sequence of commands keeps the balances, agings, accounts and taxes of a simple model, as of any day',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    const law = fc.asyncProperty(history, days, (steps, asked) =>
      companies.undone(async (file, sql) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        await run.compare([...asked, 10_000])
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, RUNS)
  },
)
