import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { Comparison } from './books/comparison.ts'
import { LedgerRun } from './books/ledger-run.ts'
import type { Step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

/** Credits in two currencies that a clerk pays back in either, at whatever rates: the limit meets both sides often. */

const RUNS = 200
/** So that the law is about something. */
const REFUNDED_LEAST = RUNS / 4

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const of = <T extends string>(name: T) => fc.constant(name)
const rate = fc.constantFrom(10, 8, 15)
const customer = fc.constantFrom(0, 2)
const currency = fc.constantFrom(null, 0, 1)

const received: fc.Arbitrary<Step> = fc.record({
  do: of('receipt'),
  customer,
  currency,
  day: fc.nat(5),
  amount: fc.constantFrom(100, 60, 250),
  bank: of('1000'),
  rate,
  lines: fc.constant<never[]>([]),
  credits: fc.constant([]),
  unappliedAs: fc.constant(null),
  batch: fc.constant(null),
  appliedOn: fc.constant(null),
  wild: fc.constant(false),
  by: of('owner'),
  approved: fc.constant(false),
})

const refunded: fc.Arbitrary<Step> = fc.record({
  do: of('refund'),
  wild: fc.constant(false),
  item: fc.nat(5),
  day: fc.integer({ min: 10, max: 30 }),
  amount: fc.constantFrom(20, 37, 50, 60, 75),
  currency,
  cross: fc.constantFrom(5, 10, 12, 20),
  rate,
  overpaid: fc.constantFrom(false, false, false, true),
  by: fc.constantFrom('clerk' as const, 'clerk' as const, 'owner' as const),
  approved: fc.constantFrom(false, false, true),
})

const voided: fc.Arbitrary<Step> = fc.record({
  do: of('void'),
  item: fc.nat(20),
  day: fc.integer({ min: 10, max: 30 }),
  copy: fc.constant(false),
  by: of('owner'),
  approved: fc.constant(false),
})

const history = fc
  .tuple(
    fc.array(received, { minLength: 2, maxLength: 4 }),
    fc.array(
      fc.oneof(
        { weight: 5, arbitrary: refunded },
        { weight: 1, arbitrary: received },
        { weight: 1, arbitrary: voided },
      ),
      { minLength: 4, maxLength: 10 },
    ),
  )
  .map(([first, others]) => [...first, ...others])

test(
  'however credits are paid back in their own currency or another, no rate goes round the limit',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    let across = 0
    const law = fc.asyncProperty(history, (steps) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        across += run.done.filter(
          ({ name, input }) => name === 'refunds.post' && (input as { creditAmount: unknown }).creditAmount !== null,
        ).length
        await new Comparison(file, sql, run).compare([15, 10_000])
        expectInvariantsOf(sql)
      }),
    )
    await holdsAsync(law, RUNS)
    if (runsOf(RUNS) >= RUNS) expect(across, 'refunds in another currency').toBeGreaterThan(REFUNDED_LEAST)
  },
)
