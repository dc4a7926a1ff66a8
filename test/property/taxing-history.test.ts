import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { line } from '../fixtures/entries.ts'
import type { TaxCode } from './books/item.ts'
import { dateOf, TAX_CODES } from './books/known.ts'
import { total as sum } from './books/rounding.ts'
import { chargesOf, taxLines } from './books/taxing.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** Documents of several taxes whose lines take much off again: a tax is shared among its lines by what each bears. */

const RUNS = 250
const OWNER = { userId: 1 }

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const amount = fc.oneof(
  fc.constantFrom(1000, -990, 999, -999, 670, 13, -13, 7, -1, 1),
  fc.integer({ min: -1200, max: 1500 }),
)
const billed = fc.record({
  rounding: fc.constantFrom<'line' | 'document'>('document', 'document', 'line'),
  isInclusive: fc.constantFrom(true, true, false),
  lines: fc.array(fc.record({ amount, code: fc.constantFrom<TaxCode | null>('STD', 'RED', 'BOTH', null) }), {
    minLength: 2,
    maxLength: 5,
  }),
})
type Billed = typeof billed extends fc.Arbitrary<infer T> ? T : never

const dispatched = (file: CompanyFile, name: Parameters<CompanyFile['dispatch']>[0], input: object) =>
  file.dispatch(name, { commandUid: uuidV7(), ...input }, OWNER)

const setRounding = async (file: CompanyFile, taxRounding: 'line' | 'document'): Promise<void> => {
  const profile = await call(file, 'company.profile', {}, OWNER)
  const { uid: _, baseCurrency: __, closingDate: ___, customers: ____, documents: _____, settings, ...rest } = profile
  const changed = { ...rest, settings: { ...settings, taxRounding } }
  expect((await dispatched(file, 'company.update', changed)).ok).toBe(true)
}

const take = async (file: CompanyFile, { rounding, isInclusive, lines }: Billed): Promise<void> => {
  await setRounding(file, rounding)
  const modelled = taxLines(lines, isInclusive, rounding)
  const total = sum(modelled.map(({ net, taxes }) => net + sum(taxes)))
  const answer = await dispatched(file, 'invoices.post', {
    customerId: 1,
    documentDate: dateOf(0),
    termsId: null,
    rate: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: isInclusive,
    lines: lines.map((one) => line(one.amount, { taxCodeId: one.code === null ? null : TAX_CODES[one.code] })),
    draftUid: null,
  })
  expect(answer.ok ? 'ok' : answer.error.code).toBe(total < 0 ? 'total_negative' : 'ok')
  if (!answer.ok) return
  const { id } = answer.value as { readonly id: number }
  const view = await call(file, 'documents.get', { id }, OWNER)
  expect(view.total).toBe(total)
  expect(view.lines.map(({ net }) => net)).toEqual(modelled.map(({ net }) => net))
  const byTax = new Map<string, number>()
  for (const { code, taxes } of modelled)
    chargesOf(code).forEach(({ tax }, at) => byTax.set(tax, (byTax.get(tax) ?? 0) + (taxes[at] ?? 0)))
  expect(Object.fromEntries(view.taxes.map(({ taxCode, tax }) => [taxCode, tax]))).toEqual(Object.fromEntries(byTax))
  if (total === 0) return
  const all = { invoiceId: id, documentDate: dateOf(1), reference: '', memo: '', lines: null, apply: true }
  expect(await dispatched(file, 'creditNotes.postFromInvoice', all)).toMatchObject({
    ok: true,
    value: { total: -total },
  })
}

test('a tax of several lines is rounded once, and each line bears its share of it to the cent', async () => {
  await holdsAsync(
    fc.asyncProperty(billed, (each) =>
      companies.undone(async ({ file, sql }) => {
        await take(file, each)
        expectInvariantsOf(sql)
      }),
    ),
    RUNS,
  )
})
