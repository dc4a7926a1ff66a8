import { describe, expect, test } from 'vitest'
import { billingDraft } from '../../src-renderer/billing/entry/entry.ts'
import { linesToPost } from '../../src-renderer/billing/entry/input.ts'
import type { BillingTerms } from '../../src-renderer/billing/entry/totals.ts'
import { AMOUNT_MAX } from '../../src-shared/domain/amounts/money.ts'
import type { UnitPrice } from '../../src-shared/domain/amounts/unit-price.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, openAsOf } from '../fixtures/entries.ts'
import { recurringInputs } from '../fixtures/valid-recurring.ts'
import { run, writeCsv } from '../import-export/import-fixture.ts'

const one = 1_000_000

const priced = (unitPrice: UnitPrice, quantity = one) => ({ ...line(0), unitPrice, quantity })

const invoice = (customerId: number, ...lines: ReturnType<typeof priced>[]) => ({
  customerId,
  documentDate: day('2025-06-01'),
  termsId: null,
  dueDate: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines,
  draftUid: null,
})

const inBase = async (baseCurrency: string): Promise<readonly [TestCompany, number]> => {
  const company = newCompany({ baseCurrency })
  return [company, await addCustomer(company, 'C1', { currency: baseCurrency })]
}

const termsOf = async (company: TestCompany, currency: string): Promise<BillingTerms> => ({
  currency,
  taxRounding: 'line',
  cashRounding: { cashRounding: 'off', cashRoundingStep: 5 },
  baseCurrency: currency,
  customerTaxCodeId: null,
  companyTaxCodeId: null,
  products: await company.call('products.list', {}),
  taxCodes: await company.call('taxCodes.list', {}),
})

/** Of one unit each, in the currency's minor unit. */
const cases: readonly (readonly [currency: string, price: string, total: number])[] = [
  ['VND', '10000000000', 10_000_000_000],
  ['IDR', '1000000000000', 100_000_000_000_000],
  ['IDR', '89999999999999.99', 8_999_999_999_999_999],
  ['USD', '9000000000.01', 900_000_000_001],
  ['JPY', '9000000000000000', AMOUNT_MAX],
  ['JPY', '-9000000000000000', -AMOUNT_MAX],
  ['KWD', '123456789012.345', 123_456_789_012_345],
]

describe('a line of a price that no whole number of millionths holds', () => {
  test.each(cases)('%s %s posts to the exact minor unit', async (currency, price, total) => {
    const [company, customer] = await inBase(currency)
    if (total < 0) {
      await expect(company.call('invoices.post', invoice(customer, priced(price)))).rejects.toMatchObject({
        code: 'total_negative',
      })
      return
    }
    const posted = await company.call('invoices.post', invoice(customer, priced(price)))
    expect(posted.total).toBe(total)
    const { lines } = await company.call('documents.get', { id: posted.id })
    expect(lines).toMatchObject([{ unitPrice: price, net: total }])
  })

  test('is the same price however it is written, and small ones stay whole numbers', async () => {
    const [company, customer] = await inBase('IDR')
    const lines = [priced('10000000000.500000'), priced('2.50'), priced('9000000000'), priced('-0')]
    const { id } = await company.call('invoices.post', invoice(customer, ...lines))
    const view = await company.call('documents.get', { id })
    expect(view.lines.map(({ unitPrice }) => unitPrice)).toEqual(['10000000000.5', 2_500_000, AMOUNT_MAX, 0])
  })

  test('is void, copied, credited in part and memorised at that price', async () => {
    const [company, customer] = await inBase('IDR')
    const price = '1000000000000.25'
    const wrong = await company.call('invoices.post', invoice(customer, priced(price, 3 * one)))
    const { draft } = await company.call('documents.voidAndCopy', {
      id: wrong.id,
      date: day('2025-06-02'),
      reason: 'x',
    })
    const voids = await company.call('documents.get', { id: wrong.id + 1 })
    expect(voids.lines).toMatchObject([{ unitPrice: price, quantity: -3 * one, net: -300_000_000_000_075 }])
    const entry = billingDraft.read(await company.call('drafts.get', { uid: draft.uid }), '')
    const { lines } = linesToPost(entry.lines, await termsOf(company, 'IDR'))
    const { id } = await company.call('invoices.post', { ...invoice(customer), lines, draftUid: draft.uid })
    expect(await company.call('recurring.fromInvoice', { documentId: id })).toMatchObject({
      lines: [{ unitPrice: price }],
    })
    const creditable = await company.call('creditNotes.creditable', { invoiceId: id })
    expect(creditable.lines).toMatchObject([{ unitPrice: price }])
    const note = await company.call('creditNotes.postFromInvoice', {
      invoiceId: id,
      documentDate: day('2025-06-03'),
      reference: '',
      memo: '',
      lines: [{ lineNo: 1, quantity: one }],
      apply: true,
    })
    expect(note.total).toBe(-100_000_000_000_025)
    expect((await company.call('documents.get', { id: note.id })).lines).toMatchObject([{ unitPrice: price }])
    expect(openAsOf(company, id)).toBe(200_000_000_000_050)
  })

  test('comes every month', async () => {
    const [company, customer] = await inBase('VND')
    const { commandUid: _, ...saved } = recurringInputs('', priced('10000000000'))['recurring.save']
    const { id } = await company.call('recurring.save', { ...saved, customerId: customer })
    expect(await company.call('recurring.get', { id })).toMatchObject({ lines: [{ unitPrice: '10000000000' }] })
    const due = { recurringId: id, dueOn: day('2025-04-30'), documentDate: day('2025-04-30') }
    const { documents } = await company.call('recurring.post', { occurrences: [due] })
    expect(documents).toMatchObject([{ total: 10_000_000_000 }])
  })

  test('is a product’s, and a later change of another version says both prices', async () => {
    const company = newCompany({ baseCurrency: 'VND' })
    const account = (await company.call('accounts.list', {})).find(({ roles }) => roles.includes('sales'))
    const product = { code: 'LAND', name: 'Land', taxCodeId: null, accountId: account?.id ?? 0 }
    const { id, version } = await company.call('products.create', { ...product, unitPrice: '25000000000' })
    expect(await company.call('products.list', {})).toMatchObject([{ unitPrice: '25000000000' }])
    await company.call('products.update', { ...product, id, version, unitPrice: '26000000000' })
    await expect(company.call('products.update', { ...product, id, version, unitPrice: 5 * one })).rejects.toThrow(
      '26000000000',
    )
    await company.call('products.update', { ...product, id, version: version + 1, unitPrice: 5 * one })
    expect(await company.call('products.list', {})).toMatchObject([{ unitPrice: 5 * one }])
  })

  test('comes in by import', async () => {
    const company = newCompany({ baseCurrency: 'IDR' })
    const row = 'C1,Acme Ltd,ID,0001,2025-01-10,2025-02-09,1000000000000.05,,'
    await run(company, writeCsv(company, [row]))
    const [item] = company.sql().all<{ id: number }>('SELECT id FROM document')
    const view = await company.call('documents.get', { id: item?.id ?? 0 })
    expect(view).toMatchObject({ total: 100_000_000_000_005, lines: [{ unitPrice: '1000000000000.05' }] })
  })

  test('is charged as interest', async () => {
    const [company, customer] = await inBase('VND')
    await company.call('invoices.post', invoice(customer, priced('8000000000000000')))
    const rules = { asOf: day('2026-07-01'), annualRate: 10_000_000, fee: 0 }
    const charges = [{ customerId: customer, total: 800_000_000_000_000 }]
    const { documents } = await company.call('financeCharges.post', { ...rules, memo: '', charges })
    expect(documents).toMatchObject([{ total: 800_000_000_000_000 }])
    const { lines } = await company.call('documents.get', { id: documents[0]?.id ?? 0 })
    expect(lines).toMatchObject([{ unitPrice: '800000000000000' }])
  })
})

describe('a price that is none', () => {
  test.each([
    ['one finer than six digits', '1.0000001', 'is not a price'],
    ['words', 'ten', 'is not a price'],
    ['a number with a point', 1.5, 'is not a price'],
    ['one beyond every amount', '9000000000000000.000001', 'is too large'],
    ['one of forty digits', '9'.repeat(40), 'is too large'],
    ['a number beyond its millionths', 9e15 + 2, 'is too large'],
  ])('%s is refused by name', async (_, unitPrice, says) => {
    const [company, customer] = await inBase('VND')
    await expect(company.call('invoices.post', invoice(customer, priced(one), priced(unitPrice)))).rejects.toThrow(
      `Line 2, unit price ${says}`,
    )
  })

  test.each([
    ['its quantity takes it beyond an amount', priced('9000000000000000', one + 1)],
    ['the currency has minor units', priced('90000000000000.01')],
  ])('is refused beside its line where %s', async (_, tooLarge) => {
    const [company, customer] = await inBase('USD')
    await expect(company.call('invoices.post', invoice(customer, priced(one), tooLarge))).rejects.toMatchObject({
      code: 'amount_too_large',
      path: 'lines.1.unitPrice',
    })
    expect(company.sql().value('SELECT count(*) FROM document')).toBe(0)
  })

  test('lines that are amounts one by one and none together are refused all at once', async () => {
    const [company, customer] = await inBase('VND')
    await expect(
      company.call('invoices.post', invoice(customer, priced('9000000000000000'), priced('1'))),
    ).rejects.toMatchObject({ code: 'amount_too_large', path: 'lines' })
  })
})
