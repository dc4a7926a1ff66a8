import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { creditsAcrossStep } from './books/credits-across-steps.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 1000

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const history = fc.array(creditsAcrossStep, { minLength: 6, maxLength: 20, size: 'max' })

test(
  'credits of two currencies used with receipts of either settle what the model says',
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
