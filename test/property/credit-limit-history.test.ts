import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { creditLimitStep } from './books/credit-limit-steps.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 1000

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const history = fc.array(creditLimitStep, { minLength: 6, maxLength: 24, size: 'max' })

test(
  'whatever limits a few customers have, each currency and all together are held to them as the model says',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    const law = fc.asyncProperty(history, (steps) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        await new Comparison(file, sql, run).compare([25, 10_000])
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, RUNS)
  },
)
