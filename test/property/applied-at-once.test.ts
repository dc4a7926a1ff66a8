import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { OWNER } from '../fixtures/clerk.ts'
import { expectInvariantsOf, type TestCompany } from '../fixtures/company.ts'
import { applicationLine, day, line, postInvoice } from '../fixtures/entries.ts'
import { FOREIGN } from './books/customers.ts'
import { total as sum } from './books/rounding.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const customerId = FOREIGN + 1
const DATE = day('2025-03-01')
const rate = fc.constantFrom('0.8', '1', '1.5', '0.333333', '1.0845')

const credit = fc.record({
  kind: fc.constantFrom('credit_note', 'adjustment', 'receipt'),
  rate,
  /** What is left of it unapplied. */
  more: fc.constantFrom(0, 0, 1, 50),
  debits: fc.array(
    fc.record({ total: fc.constantFrom(3, 7, 101, 250), rate, applied: fc.integer({ min: 1, max: 101 }) }),
    {
      minLength: 2,
      maxLength: 3,
    },
  ),
})
type Credit = typeof credit extends fc.Arbitrary<infer T> ? T : never

const ask = (file: CompanyFile) =>
  ((name: never, input: never) => call(file, name, input, { userId: OWNER.userId })) as unknown as TestCompany['call']

interface Paid {
  readonly documentId: number
  readonly amount: number
}

/** The credit, with or without what it settles. */
const post = async (
  file: CompanyFile,
  { kind, rate: at }: Credit,
  total: number,
  paid: readonly Paid[],
): Promise<number> => {
  const said = { customerId, currency: 'EUR', rate: at, reference: '', memo: '' }
  const applications = paid.map(({ documentId, amount }) => ({ documentId, amount }))
  if (kind === 'credit_note') {
    const lines = [line(total)]
    const note = { ...said, documentDate: DATE, pricesIncludeTax: false, lines, applications, draftUid: null }
    return (await ask(file)('creditNotes.post', note)).id
  }
  if (kind === 'adjustment') {
    const given = { ...said, date: DATE, direction: 'decrease' as const, amount: total, reasonCodeId: 1, applications }
    return (await ask(file)('adjustments.post', given)).id
  }
  const money = { ...said, date: DATE, amount: total, method: 'check' as const, depositAccountId: null, draftUid: null }
  return (await ask(file)('receipts.post', { ...money, applications: paid.map((each) => applicationLine(each)) })).id
}

/** What every account holds, and every item in both currencies. */
const stateOf = async (file: CompanyFile, sql: Connection) => ({
  accounts: (await ask(file)('ledger.trialBalance', { asOf: DATE })).map(({ code, balance }) => [code, balance]),
  items: sql.rows<[number, number]>('SELECT balance, base_balance FROM open_item ORDER BY document_id'),
})

test('what a credit settles as it is posted moves on each account what it moves when it is applied afterwards, item by item', async () => {
  const law = fc.asyncProperty(credit, (entered) =>
    companies.undoneTogether(2, async (files) => {
      const states: unknown[] = []
      for (const [index, { file, sql }] of files.entries()) {
        const paid: Paid[] = []
        for (const { total, rate: at, applied } of entered.debits) {
          const company = { file, path: file.path, call: ask(file) } as unknown as TestCompany
          const { id } = await postInvoice(company, customerId, '2025-02-01', total, { rate: at, currency: 'EUR' })
          paid.push({ documentId: id, amount: Math.min(total, applied) })
        }
        const total = sum([entered.more, ...paid.map(({ amount }) => amount)])
        const id = await post(file, entered, total, index === 0 ? paid : [])
        for (const each of index === 0 ? [] : paid)
          await ask(file)('applications.apply', { creditDocumentId: id, date: null, lines: [applicationLine(each)] })
        states.push(await stateOf(file, sql))
        expectInvariantsOf(sql)
      }
      expect(states[1]).toEqual(states[0])
    }),
  )
  await holdsAsync(law, 150)
})
