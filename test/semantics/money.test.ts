import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, postInvoice } from '../fixtures/entries.ts'
import { addTaxCode, setSettings } from './settings.ts'

type Invoice = InputOf<'invoices.post'>

const post = (company: TestCompany, customerId: number, lines: Invoice['lines'], changes: Partial<Invoice> = {}) =>
  company.call('invoices.post', {
    customerId,
    documentDate: day('2025-06-01'),
    termsId: null,
    dueDate: null,
    rate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines,
    draftUid: null,
    ...changes,
  })

const priced = (quantity: number, unitPrice: number, discountPercent = 0) => ({
  ...line(0),
  quantity: Math.round(quantity * 1e6),
  unitPrice: Math.round(unitPrice * 1e6),
  discountPercent: discountPercent * 1_000_000,
})

/** The net of a line posted alone, or beside one that keeps the invoice positive. */
const netOf = async (currency: string, entered: ReturnType<typeof priced>): Promise<number> => {
  const company = newCompany({ baseCurrency: currency })
  const customer = await addCustomer(company, 'C1', { currency })
  const { id } = await post(company, customer, [entered, priced(1, 1000)])
  return (await company.call('documents.get', { id })).lines[0]?.net ?? Number.NaN
}

describe('amounts are integers of the currency’s minor unit', () => {
  test.each([
    ['JPY', 0, priced(1, 1.5), 2],
    ['USD', 2, priced(1, 1.005), 101],
    ['KWD', 3, priced(1, 1.2345), 1235],
  ])('%s has %i digits', async (currency, _, entered, net) => {
    expect(await netOf(currency, entered)).toBe(net)
  })
})

describe('a line’s net is quantity x unit price less discount, rounded half up (away from zero) once, at the line', () => {
  test.each([
    ['quantities and prices have up to 6 digits: 1.5 x 0.333333', priced(1.5, 0.333333), 50],
    ['a half goes up: 1 x 0.125', priced(1, 0.125), 13],
    ['a half goes away from zero: -1 x 0.125', priced(-1, 0.125), -13],
    ['rounded once, after the discount: 3 x 0.335 less 50%', priced(3, 0.335, 50), 50],
  ])('%s', async (_, entered, net) => {
    expect(await netOf('USD', entered)).toBe(net)
  })
})

describe('tax', () => {
  test('2 lines of 6.70 at 15%: per line 15.42, which is the default', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const taxCodeId = await addTaxCode(company, 15)
    expect((await post(company, customer, [line(670, { taxCodeId }), line(670, { taxCodeId })])).total).toBe(1542)
  })

  test('2 lines of 6.70 at 15%: per document 15.41', async () => {
    const company = newCompany()
    await setSettings(company, { taxRounding: 'document' })
    const customer = await addCustomer(company, 'C1')
    const taxCodeId = await addTaxCode(company, 15)
    const { id, total } = await post(company, customer, [line(670, { taxCodeId }), line(670, { taxCodeId })])
    expect(total).toBe(1541)
    expect((await company.call('documents.get', { id })).taxes).toMatchObject([{ base: 1340, tax: 201 }])
  })

  test('100 less 10 document discount at 10%, prices exclusive: tax 9.00, total 99.00', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const taxCodeId = await addTaxCode(company, 10)
    const documentDiscount = { kind: 'amount', amount: 1000 } as const
    const { total } = await post(company, customer, [line(10_000, { taxCodeId })], { documentDiscount })
    expect(total).toBe(9900)
    expect(await accountBalances(company)).toEqual({ '1200': 9900, '2200': -900, '4000': -9000 })
  })

  test('100 less 10 document discount at 10%, prices inclusive: total 90.00 of which tax 8.18', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const taxCodeId = await addTaxCode(company, 10)
    const discounted = { documentDiscount: { kind: 'amount', amount: 1000 }, pricesIncludeTax: true } as const
    const { total } = await post(company, customer, [line(10_000, { taxCodeId })], discounted)
    expect(total).toBe(9000)
    expect(await accountBalances(company)).toEqual({ '1200': 9000, '2200': -818, '4000': -8182 })
  })
})

test('shares of a rounded total always add up to the whole', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const thirds = [line(100), line(100), line(100)]
  const { id, total } = await post(company, customer, thirds, { documentDiscount: { kind: 'amount', amount: 100 } })
  const { lines } = await company.call('documents.get', { id })
  const shares = lines.map(({ documentDiscount }) => documentDiscount)
  expect(shares.toSorted((a, b) => a - b)).toEqual([33, 33, 34])
  expect(total).toBe(200)
})

test('a credit note has its own numbers; it never reuses the invoice’s', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const invoices = [
    await postInvoice(company, customer, '2025-06-01', 100),
    await postInvoice(company, customer, '2025-06-01', 100),
  ]
  const notes = []
  for (const { id: invoiceId } of invoices) {
    const whole = { invoiceId, documentDate: day('2025-06-02'), reference: '', memo: '', lines: null, apply: true }
    notes.push(await company.call('creditNotes.postFromInvoice', whole))
  }
  expect(invoices.map(({ number }) => number)).toEqual(['INV-00001', 'INV-00002'])
  expect(notes.map(({ number }) => number)).toEqual(['CRN-00001', 'CRN-00002'])
})
