import fc from 'fast-check'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { InputOf, OperationName, OutputOf } from '../../src-shared/contract/index.ts'
import { Refusal } from '../../src-shared/contract/refusal.ts'
import { addDays } from '../../src-shared/domain/calendar.ts'
import { call, openForWriting, type CompanyFile } from '../../src-main/kernel/company-file.ts'
import { createCompanyFile } from '../../src-main/kernel/create-company.ts'
import { expectInvariants, profile, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { balanceOn, type ModelApplication, type ModelItem } from './book-model.ts'
import { DocumentsModel } from './documents-model.ts'

/** More on demand: PROPERTY_RUNS=1000 npx vitest run test/property */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 40)
const DAYS = 60
const DUE_AFTER = 30
const FIRST = day('2025-01-01')
const dateOf = (index: number) => addDays(FIRST, index)

const anyDay = fc.integer({ min: 0, max: DAYS - 1 })
const amount = fc.constantFrom(100, 200, 50, 37, 1, 250)
const customer = fc.constantFrom(0, 0, 1)
const pick = fc.nat(30)
const of = <T extends string>(name: T) => fc.constant(name)

/** Picks are indexes into what exists by then, wrapped around; many make no sense, and then both sides must refuse. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: of('invoice'), customer, day: anyDay, amount }) },
  { weight: 2, arbitrary: fc.record({ do: of('receipt'), customer, day: anyDay, amount }) },
  { weight: 3, arbitrary: fc.record({ do: of('apply'), credit: pick, debit: pick, amount }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: of('credit'),
      item: pick,
      day: anyDay,
      quantity: fc.constantFrom(250_000, 333_333, 1_000_000),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('refund'), item: pick, day: anyDay, amount }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: of('adjust'), customer, day: anyDay, amount, up: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: of('return'), item: pick, day: anyDay, fee: fc.constantFrom(0, 25) }) },
  { weight: 1, arbitrary: fc.record({ do: of('unapply'), application: pick }) },
  { weight: 2, arbitrary: fc.record({ do: of('void'), item: pick, day: anyDay }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>

const folder = mkdtempSync(join(tmpdir(), 'duebook-property-'))
const template = join(folder, 'Template.duebook')
const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

beforeAll(async () => {
  createCompanyFile(template, { profile, baseCurrency: 'USD', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  for (const code of ['A', 'B']) await addCustomer(asTestCompany(file), code)
  file.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same steps through the ledger and through the model, which must agree on every answer. */
class Run {
  readonly #model = new DocumentsModel()
  readonly #company: TestCompany
  readonly #documents = new Map<ModelItem, number>()
  readonly #applications = new Map<ModelApplication, number>()

  constructor(company: TestCompany) {
    this.#company = company
  }

  async take(action: Step): Promise<void> {
    switch (action.do) {
      case 'invoice': {
        const { id } = await postInvoice(this.#company, action.customer + 1, dateOf(action.day), action.amount)
        this.#documents.set(this.#model.invoice(action.customer, action.day, action.day + DUE_AFTER, action.amount), id)
        return
      }
      case 'receipt': {
        const { id } = await postReceipt(this.#company, action.customer + 1, dateOf(action.day), action.amount)
        this.#documents.set(this.#model.receipt(action.customer, action.day, action.amount), id)
        return
      }
      case 'adjust':
        return this.#adjust(action)
      case 'apply':
        return this.#apply(action)
      case 'credit':
        return this.#credit(action)
      case 'refund':
        return this.#refund(action)
      case 'return':
        return this.#return(action)
      case 'unapply':
        return this.#unapply(action)
      case 'void':
        return this.#void(action)
    }
  }

  async #adjust({ customer: whose, day: on, amount: cents, up }: StepOf<'adjust'>): Promise<void> {
    const { id } = await this.#company.call('adjustments.post', {
      customerId: whose + 1,
      date: dateOf(on),
      direction: up ? 'increase' : 'decrease',
      amount: cents,
      reasonCodeId: 1,
      rate: null,
      reference: '',
      memo: '',
      applications: [],
    })
    this.#documents.set(this.#model.book.post(whose, on, on, up ? cents : -cents), id)
  }

  async #apply(action: StepOf<'apply'>): Promise<void> {
    const { items } = this.#model.book
    const credit = wrapped(
      items.filter(({ total }) => total < 0),
      action.credit,
    )
    const debit = wrapped(
      items.filter(({ total }) => total > 0),
      action.debit,
    )
    if (!credit || !debit) return
    const lines = [{ documentId: this.#id(debit), amount: action.amount }]
    const posted = await accepted(() => applyCredit(this.#company, this.#id(credit), lines))
    expect(this.#model.book.apply(credit, debit, action.amount, null), JSON.stringify(action)).toBe(posted !== null)
    const application = this.#model.book.applications.at(-1)
    if (posted && application) this.#applications.set(application, posted.applicationIds[0] ?? 0)
  }

  async #credit({ item, day: on, quantity }: StepOf<'credit'>): Promise<void> {
    const invoice = wrapped(this.#model.book.items, item)
    if (!invoice) return
    const posted = await this.#try('creditNotes.postFromInvoice', {
      invoiceId: this.#id(invoice),
      documentDate: dateOf(on),
      reference: '',
      memo: '',
      lines: [{ lineNo: 1, quantity }],
      apply: true,
    })
    const modelled = this.#model.credit(invoice, on, quantity)
    expect(modelled !== null, `credit of item ${item} on ${on}`).toBe(posted !== null)
    if (!modelled || !posted) return
    expect([posted.total, posted.applied]).toEqual([modelled.note.total + 0, modelled.applied?.amount ?? 0])
    this.#documents.set(modelled.note, posted.id)
    if (modelled.applied) this.#applications.set(modelled.applied, await this.#onlyApplicationOf(posted.id))
  }

  async #refund({ item, day: on, amount: cents }: StepOf<'refund'>): Promise<void> {
    const credit = wrapped(this.#model.book.items, item)
    if (!credit) return
    const posted = await this.#try('refunds.post', {
      creditDocumentId: this.#id(credit),
      date: dateOf(on),
      amount: cents,
      method: 'transfer',
      rate: null,
      reference: '',
      memo: '',
      bankAccountId: null,
    })
    const modelled = this.#model.refund(credit, on, cents)
    expect(modelled !== null, `refund of item ${item} on ${on}`).toBe(posted !== null)
    if (!modelled || !posted) return
    this.#documents.set(modelled.refund, posted.id)
    this.#applications.set(modelled.applied, await this.#onlyApplicationOf(posted.id))
  }

  async #return({ item, day: on, fee }: StepOf<'return'>): Promise<void> {
    const receipt = wrapped(this.#model.book.items, item)
    if (!receipt) return
    const charged = fee === 0 ? null : { amount: fee, bearer: 'customer' as const }
    const input = { id: this.#id(receipt), date: dateOf(on), reason: '', fee: charged }
    const posted = await this.#try('receipts.returnPayment', input)
    const isReturned = this.#model.receipts.has(receipt) && this.#model.void(receipt, on)
    expect(isReturned, `return of item ${item} on ${on}`).toBe(posted !== null)
    if (!posted) return
    this.#rememberReversal(posted.id)
    if (posted.fee) this.#documents.set(this.#model.book.post(receipt.customer, on, on, fee), posted.fee.id)
  }

  async #unapply(action: StepOf<'unapply'>): Promise<void> {
    const application = wrapped(this.#model.book.applications, action.application)
    if (!application) return
    const applicationId = this.#applications.get(application) ?? 999_999
    const posted = await this.#try('applications.unapply', { applicationId, date: null })
    expect(this.#model.book.unapply(application, null), JSON.stringify(action)).toBe(posted !== null)
  }

  async #void({ item: which, day: on }: StepOf<'void'>): Promise<void> {
    const item = wrapped(this.#model.book.items, which)
    if (!item) return
    const posted = await this.#try('documents.void', { id: this.#id(item), date: dateOf(on), reason: '' })
    expect(this.#model.void(item, on), `void of item ${which} on ${on}`).toBe(posted !== null)
    if (posted) this.#rememberReversal(posted.id)
  }

  /** Each customer's balance as of every tenth day, and what each item has open in the end. */
  async compare(): Promise<void> {
    for (let index = 0; index <= DAYS; index += 10) {
      const report = await this.#company.call('aging.byCustomer', { asOf: dateOf(index) })
      for (const [position, code] of ['A', 'B'].entries()) {
        const balances = this.#model.book.items.filter((item) => item.customer === position)
        const expected = balances.reduce((sum, item) => sum + balanceOn(item, index), 0)
        expect(report.rows.find((row) => row.code === code)?.total ?? 0, `${code} on day ${index}`).toBe(expected)
      }
    }
    for (const [item, id] of this.#documents) {
      const { open } = await this.#company.call('documents.get', { id })
      expect(open, `document ${id}`).toBe(balanceOn(item, 1_000_000) + 0)
    }
  }

  #try<N extends OperationName>(name: N, input: Omit<InputOf<N>, 'commandUid'>): Promise<OutputOf<N> | null> {
    return accepted(() => this.#company.call(name, input))
  }

  #rememberReversal(id: number): void {
    const reversal = this.#model.book.items.at(-1)
    if (reversal) this.#documents.set(reversal, id)
  }

  async #onlyApplicationOf(id: number): Promise<number> {
    return (await this.#company.call('documents.get', { id })).applications[0]?.id ?? 0
  }

  #id(item: ModelItem): number {
    return this.#documents.get(item) ?? 0
  }
}

const wrapped = <T>(all: readonly T[], index: number): T | undefined => all[index % Math.max(1, all.length)]

/** The answer, or null when the ledger refused. Anything but a refusal is a defect and stays one. */
const accepted = async <T>(attempt: () => Promise<T>): Promise<T | null> => {
  try {
    return await attempt()
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'internal') return null
    throw error
  }
}

test(
  'any sequence with credit notes, refunds, adjustments and returned payments keeps the balances of a simple model',
  { timeout: RUNS * 4000 },
  async () => {
    let serial = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const path = join(folder, `Run-${(serial += 1)}.duebook`)
        copyFileSync(template, path)
        const file = openForWriting(path, { clock: () => TEST_NOW })
        try {
          const run = new Run(asTestCompany(file))
          for (const action of steps) await run.take(action)
          await run.compare()
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
