import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { commandNames } from '../kernel/every-command.ts'
import { LEFT_OUT, MODELLED } from './books/operations.ts'
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

/** Too rare among all steps to be met in every run; the histories named see to it that each of these is met often. */
const MET_IN: Readonly<Record<string, string>> = { 'financeCharges.credit': 'charging-history' }

/** How often each operation was accepted, in all histories. */
const accepted = new Map<string, number>()

const days = fc.uniqueArray(fc.integer({ min: 0, max: DAYS * 2 }), { minLength: 4, maxLength: 4 })
const history = fc.array(step, { minLength: 8, maxLength: 50, size: 'max' })

test(
  'any sequence of commands keeps the balances, agings, accounts and taxes of a simple model, as of any day',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    const law = fc.asyncProperty(history, days, (steps, asked) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        for (const { name } of run.done) accepted.set(name, (accepted.get(name) ?? 0) + 1)
        await new Comparison(file, sql, run).compare([...asked, 10_000])
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, RUNS)
    if (runsOf(RUNS) < RUNS) return
    expect(MODELLED.filter((name) => !accepted.has(name) && !(name in MET_IN))).toEqual([])
  },
)

test('each operation that writes is a step of the histories, or cannot matter to the books', () => {
  const named = [...MODELLED, ...Object.keys(LEFT_OUT)]
  expect(named.toSorted()).toEqual(commandNames.toSorted())
})
