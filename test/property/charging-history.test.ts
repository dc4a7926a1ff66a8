import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { chargingHistory } from './books/charging-steps.ts'
import { Comparison } from './books/comparison.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 1000
/** So that the law is about something. */
const CREDITED_LEAST = RUNS / 5

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

test(
  'however late items that were charged for are paid and undone, what is said and credited is what the model says',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    let credited = 0
    const law = fc.asyncProperty(chargingHistory, (steps) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        credited += run.done.filter(({ name }) => name === 'financeCharges.credit').length
        const comparison = new Comparison(file, sql, run)
        await comparison.compare([100, 10_000])
        for (const day of [70, 118]) await comparison.compareCover(day)
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, RUNS)
    if (runsOf(RUNS) >= RUNS) expect(credited, 'credits of charges').toBeGreaterThan(CREDITED_LEAST)
  },
)
