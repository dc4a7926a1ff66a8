import fc from 'fast-check'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src-shared/domain/calendar.ts'
import { Refusal } from '../../src-shared/contract/refusal.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { call, openForWriting, type CompanyFile } from '../../src-main/kernel/company-file.ts'
import { createCompanyFile } from '../../src-main/kernel/create-company.ts'
import { expectInvariants, profile, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { balanceOn, BookModel, type ModelApplication, type ModelItem } from './book-model.ts'

/** More on demand: PROPERTY_RUNS=1000 npx vitest run test/property */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 60)
const DAYS = 120
const DUE_AFTER = 30
const FIRST = day('2025-01-01')
const dateOf = (index: number) => addDays(FIRST, index)

const anyDay = fc.integer({ min: 0, max: DAYS - 1 })
// Few distinct amounts, so that items are often settled to the cent and often nearly over-applied.
const anyAmount = fc.constantFrom(100, 200, 50, 37, 1, 250)
const anyCustomer = fc.constantFrom(0, 0, 0, 1)
const pick = fc.nat(40)

/** Picks are indexes into what exists by then, wrapped around; `wild` ones also try what makes no sense. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('invoice' as const),
      customer: anyCustomer,
      day: anyDay,
      amount: anyAmount,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('receipt' as const),
      customer: anyCustomer,
      day: anyDay,
      amount: anyAmount,
      lines: fc.array(fc.record({ item: pick, amount: anyAmount }), { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('apply' as const),
      wild: fc.constantFrom(false, false, false, true),
      credit: pick,
      debit: pick,
      amount: anyAmount,
      day: fc.option(anyDay),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('unapply' as const), application: pick, day: fc.option(anyDay) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), item: pick, day: anyDay }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const folder = mkdtempSync(join(tmpdir(), 'duebook-property-'))
const template = join(folder, 'Template.duebook')
beforeAll(async () => {
  createCompanyFile(template, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  for (const code of ['A', 'B']) await addCustomer(asTestCompany(file), code)
  file.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

/** A run of the same steps through the ledger and through the model, which must agree on every answer. */
class Run {
  readonly model = new BookModel()
  readonly #company: TestCompany
  readonly #documentIds = new Map<ModelItem, number>()
  readonly #applicationIds = new Map<ModelApplication, number>()

  constructor(company: TestCompany) {
    this.#company = company
  }

  async take(action: Step): Promise<void> {
    switch (action.do) {
      case 'invoice': {
        const posted = await postInvoice(this.#company, action.customer + 1, dateOf(action.day), action.amount)
        this.#documentIds.set(
          this.model.post(action.customer, action.day, action.day + DUE_AFTER, action.amount),
          posted.id,
        )
        return
      }
      case 'receipt':
        return this.#receipt(action)
      case 'apply': {
        const credit = this.#item(action.credit, action.wild ? 'any' : 'credit')
        const debit = this.#item(action.debit, action.wild ? 'any' : 'debit')
        if (!credit || !debit) return
        const ledger = await this.#accepted(() =>
          applyCredit(
            this.#company,
            this.#id(credit),
            [{ documentId: this.#id(debit), amount: action.amount }],
            action.day === null ? null : dateOf(action.day),
          ),
        )
        expect(this.model.apply(credit, debit, action.amount, action.day), JSON.stringify(action)).toBe(ledger !== null)
        if (ledger) this.#rememberNewest(ledger.applicationIds)
        return
      }
      case 'unapply': {
        const application = this.model.applications[action.application % Math.max(1, this.model.applications.length)]
        if (!application) return
        const applicationId = this.#applicationIds.get(application) ?? 0
        const ledger = await this.#accepted(() =>
          this.#company.call('applications.unapply', {
            applicationId,
            date: action.day === null ? null : dateOf(action.day),
          }),
        )
        expect(this.model.unapply(application, action.day), JSON.stringify(action)).toBe(ledger !== null)
        return
      }
      case 'void': {
        const item = this.#item(action.item)
        if (!item) return
        const ledger = await this.#accepted(() =>
          this.#company.call('documents.void', { id: this.#id(item), date: dateOf(action.day), reason: '' }),
        )
        expect(this.model.void(item, action.day), JSON.stringify(action)).toBe(ledger !== null)
        if (!ledger) return
        const reversal = this.model.items.at(-1)
        if (reversal) this.#documentIds.set(reversal, ledger.id)
        const settling = this.model.applications.at(-1)
        if (settling) this.#applicationIds.set(settling, this.#applicationsOf(ledger.id)[0]?.id ?? 0)
        return
      }
    }
  }

  async #receipt(action: Extract<Step, { do: 'receipt' }>): Promise<void> {
    const lines = action.lines.flatMap(({ item, amount }) => {
      const target = this.#item(item, 'debit')
      return target ? [{ target, amount }] : []
    })
    const applications = lines.map(({ target, amount }) => ({ documentId: this.#id(target), amount }))
    const ledger = await this.#accepted(() =>
      postReceipt(this.#company, action.customer + 1, dateOf(action.day), action.amount, applications),
    )
    const trial = this.#tryReceipt(action, lines)
    expect(trial, JSON.stringify(action)).toBe(ledger !== null)
    if (!ledger) return
    const receipt = this.model.items.at(-1)
    if (receipt) this.#documentIds.set(receipt, ledger.id)
    const posted = this.#applicationsOf(ledger.id)
    for (const application of this.model.applications.slice(this.model.applications.length - lines.length)) {
      const row = posted.find(({ debitId }) => debitId === this.#documentIds.get(application.debit))
      if (row) this.#applicationIds.set(application, row.id)
    }
  }

  /** All lines or none, as one command. */
  #tryReceipt(
    action: Extract<Step, { do: 'receipt' }>,
    lines: readonly { target: ModelItem; amount: number }[],
  ): boolean {
    const distinct = new Set(lines.map(({ target }) => target)).size === lines.length
    const receipt = this.model.post(action.customer, action.day, action.day, -action.amount)
    const before = this.model.applications.length
    if (distinct && lines.every(({ target, amount }) => this.model.apply(receipt, target, amount, null))) return true
    for (const { debit } of this.model.applications.splice(before)) debit.movements.pop()
    this.model.items.pop()
    return false
  }

  /** Balances of every customer on every day, bucket by bucket, as the aging tells them and as the model adds them up. */
  async compareEveryDay(): Promise<void> {
    for (let index = 0; index < DAYS + DUE_AFTER * 4; index += 1) {
      const report = await this.#company.call('aging.byCustomer', { asOf: dateOf(index) })
      const told = Object.fromEntries(report.rows.map((row) => [row.code, [...row.buckets, row.unapplied]]))
      expect(told, `as of day ${index}`).toEqual(this.#agedByModel(index))
    }
  }

  #agedByModel(asOf: number): Record<string, number[]> {
    const aged: Record<string, number[]> = {}
    for (const item of this.model.items) {
      const balance = balanceOn(item, asOf)
      if (balance === 0) continue
      const row = (aged[item.customer === 0 ? 'A' : 'B'] ??= [0, 0, 0, 0, 0, 0])
      const late = asOf - item.dueDay
      const column = balance < 0 ? 5 : late <= 0 ? 0 : late <= 30 ? 1 : late <= 60 ? 2 : late <= 90 ? 3 : 4
      row[column] = (row[column] ?? 0) + balance
    }
    return aged
  }

  /** The answer, or null when the ledger refused. Anything but a refusal is a defect and stays one. */
  async #accepted<T>(attempt: () => Promise<T>): Promise<T | null> {
    try {
      return await attempt()
    } catch (error) {
      if (error instanceof Refusal && error.code !== 'internal') return null
      throw error
    }
  }

  #rememberNewest(ids: readonly number[]): void {
    const application = this.model.applications.at(-1)
    if (application && ids[0] !== undefined) this.#applicationIds.set(application, ids[0])
  }

  #applicationsOf(documentId: number): readonly { readonly id: number; readonly debitId: number }[] {
    const connection = new Connection(this.#company.path, { readonly: true })
    const sql = 'SELECT id, debit_id AS debitId FROM application WHERE ? IN (credit_id, debit_id) ORDER BY id'
    const rows = connection.all<{ id: number; debitId: number }>(sql, [documentId])
    connection.close()
    return rows
  }

  #item(index: number, side: 'any' | 'credit' | 'debit' = 'any'): ModelItem | undefined {
    const items = this.model.items.filter(({ total }) => side === 'any' || (side === 'credit') === total < 0)
    return items[index % Math.max(1, items.length)]
  }

  #id(item: ModelItem): number {
    return this.#documentIds.get(item) ?? 0
  }
}

test(
  'any sequence of post, apply, unapply and void keeps the balances of a simple model, today and on every past day',
  { timeout: RUNS * 4000 },
  async () => {
    let serial = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
        const path = join(folder, `Run-${(serial += 1)}.duebook`)
        copyFileSync(template, path)
        const file = openForWriting(path, { clock: () => TEST_NOW })
        try {
          const run = new Run(asTestCompany(file))
          for (const action of steps) await run.take(action)
          await run.compareEveryDay()
        } finally {
          file.close()
        }
        expectInvariants(path)
        rmSync(path)
      }),
      { numRuns: RUNS },
    )
  },
)
