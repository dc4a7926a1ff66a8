import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { givingStep } from './books/giving-steps.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 1000

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const history = fc.array(givingStep, { minLength: 6, maxLength: 30, size: 'max' })

test(
  'however a few invoices are discounted, written off, credited and undone, they give back what the model says',
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
