import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../src-shared/contract/refusal.ts'
import { addDays } from '../../src-shared/domain/calendar.ts'
import { sum } from '../../src-shared/domain/money.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { call, companyFile, openForWriting, type CompanyFile } from '../../src-main/kernel/company-file.ts'
import { createCompanyFile } from '../../src-main/kernel/create-company.ts'
import { expectInvariantsOf, profile, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { nesting, undoing } from './books/undone.ts'
import { holdsAsync } from './holds.ts'

const DAYS = 100
const FIRST = day('2025-01-01')
const dateOf = (index: number) => addDays(FIRST, index)

/** Customers 1 to 3, of two other currencies and of the company's own. */
const CURRENCIES = ['USD', 'JPY', 'EUR'] as const
const anyDay = fc.integer({ min: 0, max: DAYS - 1 })
const anyCustomer = fc.constantFrom(1, 1, 2, 2, 3)
const anyAmount = fc.constantFrom(100, 101, 37, 1, 250)
const anyRate = fc.constantFrom('1.1', '0.973333333', '1.5', '0.0061', '151.3337')
const pick = fc.nat(40)
/** Few distinct days, so that payments often meet a revalued one. */
const anyMonthEnd = fc.constantFrom(30, 58, 89)

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('invoice' as const),
      customer: anyCustomer,
      day: anyDay,
      amount: anyAmount,
      rate: anyRate,
      isInParts: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('receipt' as const),
      customer: anyCustomer,
      day: fc.oneof(anyDay, anyMonthEnd),
      amount: anyAmount,
      rate: anyRate,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('apply' as const), credit: pick, debit: pick, amount: anyAmount }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('unapply' as const), application: pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), item: pick, day: anyDay }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('revalue' as const), day: anyMonthEnd, rate: anyRate }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const folder = mkdtempSync(join(tmpdir(), 'duebook-property-'))
const template = join(folder, 'Template.duebook')
let inParts = 0
let sql: Connection
beforeAll(async () => {
  createCompanyFile(template, { profile, baseCurrency: 'EUR', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  const company = asTestCompany(file)
  for (const [index, currency] of CURRENCIES.entries()) await addCustomer(company, `C${index}`, { currency })
  const third = { percent: 33_333_333, dueAfterDays: 10 }
  const rule = {
    kind: 'instalments' as const,
    parts: [third, { ...third, dueAfterDays: 40 }, { percent: 33_333_334, dueAfterDays: 70 }],
    discount: null,
    graceDays: 0,
  }
  inParts = (await company.call('terms.create', { code: 'THIRDS', name: 'In thirds', rule })).id
  file.close()
  sql = nesting(openWritable(template))
})
afterAll(() => {
  sql.close()
  rmSync(folder, { recursive: true, force: true })
})

const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

/** What the ledger refuses is left out of the history. */
const accepted = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

class History {
  readonly #company: TestCompany
  readonly #credits: number[] = []
  readonly #debits: number[] = []
  readonly #applications: number[] = []

  constructor(company: TestCompany) {
    this.#company = company
  }

  async take(action: Step): Promise<void> {
    switch (action.do) {
      case 'invoice': {
        const { customer, amount, rate, isInParts } = action
        const terms = isInParts ? { termsId: inParts } : {}
        const { id } = await postInvoice(this.#company, customer, dateOf(action.day), amount, { rate, ...terms })
        this.#debits.push(id)
        return
      }
      case 'receipt': {
        const { customer, amount, rate } = action
        const { id } = await postReceipt(this.#company, customer, dateOf(action.day), amount, [], { rate })
        this.#credits.push(id)
        return
      }
      case 'apply': {
        const credit = this.#credits[action.credit % Math.max(1, this.#credits.length)]
        const documentId = this.#debits[action.debit % Math.max(1, this.#debits.length)]
        if (credit === undefined || documentId === undefined) return
        const done = await accepted(() => applyCredit(this.#company, credit, [{ documentId, amount: action.amount }]))
        this.#applications.push(...(done?.applicationIds ?? []))
        return
      }
      case 'unapply': {
        const applicationId = this.#applications[action.application % Math.max(1, this.#applications.length)]
        if (applicationId === undefined) return
        await accepted(() => this.#company.call('applications.unapply', { applicationId, date: null }))
        return
      }
      case 'void': {
        const items = [...this.#debits, ...this.#credits]
        const id = items[action.item % Math.max(1, items.length)]
        if (id === undefined) return
        await accepted(() => this.#company.call('documents.void', { id, date: dateOf(action.day), reason: 'wrong' }))
        return
      }
      case 'revalue':
        return this.#revalue(action)
    }
  }

  /** Whatever was posted before, the books then stand at the rate of the day, item by item. */
  async #revalue({ day: index, rate }: Extract<Step, { do: 'revalue' }>): Promise<void> {
    const date = dateOf(index)
    for (const currency of ['USD', 'JPY']) {
      const { rows } = await this.#company.call('rates.list', { limit: 500 })
      const version = rows.find((row) => row.currency === currency && row.date === date)?.version ?? null
      await this.#company.call('rates.set', { currency, date, rate, version })
    }
    const { currencies } = await this.#company.call('revaluation.propose', { date })
    const lacking = currencies.filter(({ items }) => items.some(({ difference }) => difference !== 0))
    if (lacking.length === 0) return
    const seen = lacking.map(({ currency, difference }) => ({ currency, rate, difference: difference ?? 0 }))
    await this.#company.call('revaluation.post', { date, currencies: seen })
    const after = await this.#company.call('revaluation.propose', { date })
    expect(after.currencies.flatMap(({ items }) => items).filter(({ difference }) => difference !== 0)).toEqual([])
  }

  /** The laws of the aging in the company's currency, on a day. */
  async expectTied(index: number): Promise<void> {
    const asOf = dateOf(index)
    const aging = await this.#company.call('aging.byCustomer', { asOf, in: 'base' })
    const tie = await this.#company.call('ledger.tieOut', { asOf, in: 'base' })
    expect(tie, `tie-out on ${asOf}`).toMatchObject({ currency: 'EUR', difference: 0 })
    expect(aging.totals.total, `aging on ${asOf}`).toBe(tie.controlAccount)
    for (const row of [...aging.rows, aging.totals]) expect(sum([...row.buckets, row.unapplied])).toBe(row.total)
    for (const { customerId, buckets, unapplied } of aging.rows) {
      const items = await this.#company.call('aging.items', { asOf, customerId, in: 'base' })
      const inBucket = (bucket: number | null) =>
        sum(items.filter((item) => item.bucket === bucket).map(({ open }) => open))
      expect(buckets.map((_, bucket) => inBucket(bucket))).toEqual(buckets)
      expect(inBucket(null)).toBe(unapplied)
    }
    for (const currency of CURRENCIES) {
      const own = await this.#company.call('aging.byCustomer', { asOf, currency })
      expect(own.totals.total).toBe((await this.#company.call('ledger.tieOut', { asOf, currency })).controlAccount)
      const converted = await this.#company.call('aging.byCustomer', { asOf, currency, in: 'base' })
      const held = await this.#company.call('ledger.tieOut', { asOf, currency, in: 'base' })
      expect(converted.totals.total).toBe(held.controlAccount)
      expect(held.difference).toBe(0)
    }
    const trial = await this.#company.call('ledger.trialBalance', { asOf })
    expect(sum(trial.map(({ balance }) => balance))).toBe(0)
  }
}

const perform = (steps: readonly Step[], probes: readonly number[]): Promise<void> =>
  undoing(sql, async () => {
    const history = new History(asTestCompany(companyFile(sql, { clock: () => TEST_NOW }, undefined)))
    for (const action of steps) await history.take(action)
    for (const index of new Set([...probes, 30, 31, 58, 89, 90])) await history.expectTied(index)
    expectInvariantsOf(sql)
  })

test(
  'whatever is posted, settled, undone and revalued in whichever order, every day ties out in the company’s currency',
  { timeout: 600_000 },
  async () => {
    const history = fc.array(step, { minLength: 8, maxLength: 24 })
    await holdsAsync(fc.asyncProperty(history, fc.array(anyDay, { maxLength: 4 }), perform), 50)
  },
)
