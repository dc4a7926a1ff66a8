import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { Answers } from './books/answers/answers.ts'
import { CODES } from './books/customers.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { DAYS, step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync, runsOf } from './holds.ts'

const RUNS = 300
const A_YEAR = 365

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const kinds = ['invoice', 'credit_note', 'debit_note', 'finance_charge', 'receipt', 'refund', 'adjustment'] as const

const anyDay = fc.integer({ min: 0, max: DAYS * 2 })
const history = fc.array(step, { minLength: 12, maxLength: 50, size: 'max' })
/** In the middle of things, after all, and as long after that the year before ends in the middle of things. */
const day = fc.oneof(anyDay, fc.constant(A_YEAR), fc.integer({ min: A_YEAR, max: A_YEAR + DAYS }))

const asked = fc.record({
  days: fc.uniqueArray(day, { minLength: 2, maxLength: 3 }),
  from: anyDay,
  register: fc.tuple(anyDay, anyDay),
  lists: fc.array(
    fc.record({
      status: fc.constantFrom('all', 'open', 'overdue'),
      kinds: fc.oneof(fc.constant([]), fc.subarray([...kinds], { minLength: 1, maxLength: 3 })),
      customer: fc.option(fc.nat(CODES.length - 1)),
      day: anyDay,
      from: fc.option(anyDay, { freq: 1 }),
      to: fc.option(anyDay, { freq: 1 }),
    }),
    { minLength: 4, maxLength: 4 },
  ),
})

test(
  'whatever was posted, cards, lists, statements, the register and the credit history say of any day what the model says',
  { timeout: Math.max(600_000, runsOf(RUNS) * 1000) },
  async () => {
    const law = fc.asyncProperty(history, asked, (steps, { days, from, register, lists }) =>
      companies.undone(async ({ file, sql }) => {
        const run = new LedgerRun(file, sql)
        for (const action of steps) await run.take(action)
        const answers = new Answers(file, sql, run)
        answers.compareStored()
        for (const on of days) {
          await answers.compareCustomers(on, from)
          await answers.compareWaiting(on)
        }
        // On the very days of a document too: the first and the last of them.
        const posted = run.books.state.items.map((item) => item.day)
        for (const on of posted.length === 0 ? [] : [Math.min(...posted), Math.max(...posted)])
          await answers.compareRegister(on, on)
        await answers.compareRegister(...register)
        for (const listed of lists) await answers.compareDocuments(listed)
      }),
    )
    await holdsAsync(law, RUNS)
  },
)
