import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

const setRate = (company: TestCompany, currency: string, rate: string) =>
  company.call('rates.set', { currency, date: day('2025-06-01'), rate, version: null })

const rateOn = async (company: TestCompany, currency: string) =>
  (await company.call('rates.on', { currency, date: day('2025-06-30') }))?.rate

describe('a rate is kept in the direction people quote it', () => {
  test('26,315,000,000 dong at 26,315 a dollar come to 1,000,000.00', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'SAIGON', { currency: 'VND' })
    await setRate(company, 'VND', '1/26315')
    const { id } = await company.call('invoices.post', {
      customerId: customer,
      documentDate: day('2025-06-10'),
      termsId: null,
      rate: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [{ ...line(100), quantity: 1_000_000_000, unitPrice: 26_315_000_000_000 }],
      draftUid: null,
    })
    const invoice = await company.call('documents.get', { id })
    expect(invoice.total).toBe(26_315_000_000)
    expect(invoice.exchange).toEqual({ baseCurrency: 'USD', rate: '1/26315' })
    expect(await accountBalances(company)).toEqual({ '1200': 100_000_000, '4000': -100_000_000 })
  })

  test('100 dollars in books kept in rials at 1,540,500 come to 154,050,000.00', async () => {
    const company = newCompany({ baseCurrency: 'IRR' })
    const customer = await addCustomer(company, 'TEHRAN', { currency: 'USD' })
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '1540500' })
    expect(await accountBalances(company)).toEqual({ '1200': 15_405_000_000, '4000': -15_405_000_000 })
  })

  test('zeros that say nothing are left out, and what is no rate is refused beside its field', async () => {
    const company = newCompany()
    await setRate(company, 'JPY', '1/0150.50')
    expect(await rateOn(company, 'JPY')).toBe('1/150.5')
    const bad = { currency: 'JPY', date: day('2025-06-02'), version: null }
    for (const rate of ['1/0', '1/', '2/3', '1/1/2', '1234567890123456', '1.0000000000000000000000001']) {
      await expect(company.call('rates.set', { ...bad, rate })).rejects.toMatchObject({ path: 'rate' })
    }
  })

  test('revaluation, late fees and what a limit measures take either direction', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'TOKYO', { currency: 'JPY' })
    await postInvoice(company, customer, '2025-06-01', 1_505_000, { rate: '1/150.5', dueDate: '2025-06-05' })
    await setRate(company, 'JPY', '1/140')
    const { currencies } = await company.call('revaluation.propose', { date: day('2025-06-30') })
    expect(currencies).toMatchObject([{ currency: 'JPY', carried: 10_000, atRate: 10_750, difference: 750 }])
    const seen = { currency: 'JPY', rate: '1/140', difference: 750 }
    await company.call('revaluation.post', { date: day('2025-06-30'), currencies: [seen] })
    const [charge] = await company.call('financeCharges.propose', {
      asOf: day('2025-06-30'),
      annualRate: 0,
      fee: 1_000,
      settledSince: null,
      customerId: null,
      rates: [],
    })
    expect(charge?.fee).toBe(1_400)
    const input = { customerId: customer, date: day('2025-06-30'), reference: '', memo: '', applications: [] }
    const lowered = { ...input, direction: 'decrease', amount: 15_050, reasonCodeId: 1, rate: '1/150500' } as const
    // At the rate entered it is worth ten cents, at the table's 107.50: more than a clerk's 100.00.
    await expect(asClerk(company).call('adjustments.post', lowered)).rejects.toMatchObject({
      code: 'over_limit',
      params: { amount: '107.50 USD' },
    })
  })

  test('the same worth quoted the other way round settles without a difference', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { currency: 'EUR' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '1/0.8' })
    await postReceipt(company, customer, '2025-06-10', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '1.25',
    })
    expect(await accountBalances(company)).toEqual({ '1010': 12_500, '4000': -12_500 })
  })
})

describe('the direction in which a currency’s rates are entered', () => {
  test('is the company’s choice; what is kept stays as it was quoted', async () => {
    const company = newCompany()
    await setRate(company, 'VND', '0.000038')
    expect(await company.call('rates.quotes', {})).toEqual([])
    await company.call('rates.setQuote', { currency: 'VND', quote: 'indirect', version: null })
    expect(await company.call('rates.quotes', {})).toEqual([{ currency: 'VND', quote: 'indirect', version: 1 }])
    expect(await rateOn(company, 'VND')).toBe('0.000038')
    await company.call('rates.setQuote', { currency: 'VND', quote: 'direct', version: 1 })
    expect(await company.call('rates.quotes', {})).toEqual([{ currency: 'VND', quote: 'direct', version: 2 }])
  })

  test('is refused for the company’s own currency', async () => {
    const change = { currency: 'USD', quote: 'indirect', version: null } as const
    await expect(newCompany().call('rates.setQuote', change)).rejects.toMatchObject({ code: 'rate_of_base' })
  })
})
