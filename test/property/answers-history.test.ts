import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { Answers } from './books/answers/answers.ts'
import type { Books } from './books/books.ts'
import { CODES } from './books/customers.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { payingHistory } from './books/paying-steps.ts'
import { DAYS, step, type Step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 200
const A_YEAR = 365

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const kinds = ['invoice', 'credit_note', 'debit_note', 'finance_charge', 'receipt', 'refund', 'adjustment'] as const

const anyDay = fc.integer({ min: 0, max: DAYS * 2 })
const history = fc.array(step, { minLength: 12, maxLength: 50, size: 'max' })

/**
 * Mostly a day on which something was posted, undone or sent back; so long after one that the year before ends on it; or any.
 */
const asOf = fc.record({
  pick: fc.nat(10_000),
  later: fc.constantFrom(0, 0, 0, 0, 1, -1, A_YEAR),
  any: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyDay }),
})

type AsOf = typeof asOf extends fc.Arbitrary<infer T> ? T : never

/** The days on which something happened, in order. */
const eventDays = ({ items, applications, returned, unidentified }: Books['state']): readonly number[] => {
  const days = [
    ...items.flatMap(({ movements }) => movements.map((moved) => moved.day)),
    ...applications.flatMap(({ day, undoneOn }) => (undoneOn === null ? [day] : [day, undoneOn])),
    ...returned.map(({ day }) => day),
    ...unidentified.flatMap(({ receivedOn, ends }) => [receivedOn, ...ends.map(({ on }) => on)]),
  ]
  return [...new Set(days)].toSorted((a, b) => a - b)
}

const asked = fc.record({
  days: fc.tuple(asOf, asOf, asOf),
  from: asOf,
  register: fc.tuple(asOf, asOf),
  lists: fc.array(
    fc.record({
      status: fc.constantFrom('all', 'open', 'overdue'),
      kinds: fc.oneof(fc.constant([]), fc.subarray([...kinds], { minLength: 1, maxLength: 3 })),
      customer: fc.option(fc.nat(CODES.length - 1)),
      day: asOf,
      from: fc.option(asOf, { freq: 1 }),
      to: fc.option(asOf, { freq: 1 }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
})

type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never

const told = (steps: readonly Step[], { days, from, register, lists }: Asked): Promise<void> =>
  companies.undone(async ({ file, sql }) => {
    const run = new LedgerRun(file, sql)
    for (const action of steps) await run.take(action)
    const answers = new Answers(file, sql, run)
    answers.compareStored()
    const events = eventDays(run.books.state)
    const on = ({ pick, later, any }: AsOf): number =>
      any ?? Math.max(0, (events[pick % Math.max(1, events.length)] ?? 0) + later)
    for (const each of days) {
      await answers.compareCustomers(on(each), on(from))
      await answers.compareWaiting(on(each))
    }
    const [first, last] = [on(register[0]), on(register[1])]
    for (const day of [first, last]) await answers.compareRegister(day, day)
    await answers.compareRegister(Math.min(first, last), Math.max(first, last))
    for (const { day, from: since, to, ...listed } of lists) {
      const period = { from: since === null ? null : on(since), to: to === null ? null : on(to) }
      await answers.compareDocuments({ ...listed, ...period, day: on(day) })
    }
  })

const timeout = Math.max(600_000, runsOf(RUNS) * 1000)

test(
  'whatever was posted, lists, cards, statements and registers say of any day what the model says',
  { timeout },
  async () => {
    await holdsAsync(fc.asyncProperty(history, asked, told), RUNS)
  },
)

test(
  'so they do however a few invoices in parts are paid, written off, credited, sent back and undone',
  { timeout },
  async () => {
    await holdsAsync(fc.asyncProperty(payingHistory, asked, told), RUNS)
  },
)
