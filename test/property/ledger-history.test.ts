import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ID_BLOCK } from '../../src-main/db/new-id.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { commandNames } from '../kernel/every-command.ts'
import { LEFT_OUT, MODELLED } from './books/operations.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { DAYS, step } from './books/steps.ts'
import { makeCompanies, scatteredOn, type Companies } from './books/template.ts'
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

/** The block of each command, in turn. */
const blocks = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 8, maxLength: 8 })

test(
  'keys tell nothing: the same holds when each command takes them from the block of another device',
  { timeout: 600_000 },
  async () => {
    const used = new Set<number>()
    const law = fc.asyncProperty(history, days, blocks, (steps, asked, order) =>
      companies.undone(async ({ sql }) => {
        let commands = 0
        const { file } = scatteredOn(sql, () => order[(commands += 1) % order.length] ?? 1)
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        for (const id of run.documents) used.add(Math.floor(id / ID_BLOCK))
        await new Comparison(file, sql, run).compare([...asked, 10_000])
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, 150)
    expect(used).toEqual(new Set([1, 2, 3, 4, 5]))
  },
)

test('each operation that writes is a step of the histories, or cannot matter to the books', () => {
  const named = [...MODELLED, ...Object.keys(LEFT_OUT)]
  expect(named.toSorted()).toEqual(commandNames.toSorted())
})
