import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import {
  accountBalances,
  addCustomer,
  applyCredit,
  day,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'

describe('a customer billed in another currency (semantics: Foreign currency)', () => {
  test('USD 100 at 50, paid at 55, gains 500', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '50' })
    const paid = [{ documentId: invoice.id, amount: 10_000 }]
    const receipt = await postReceipt(company, customer, '2025-06-20', 10_000, paid, { rate: '55' })
    expect(openAsOf(company, invoice.id)).toBe(0)
    const exchangeOf = async ({ id }: { readonly id: number }) => (await company.call('documents.get', { id })).exchange
    expect(await exchangeOf(invoice)).toEqual({ baseCurrency: 'INR', rate: '50' })
    expect(await exchangeOf(receipt)).toEqual({ baseCurrency: 'INR', rate: '55' })
    expect(await accountBalances(company)).toEqual({ '1010': 550_000, '4000': -500_000, '7900': -50_000 })
  })

  test('part payments leave no rounding behind in the base currency', async () => {
    const company = newCompany({ baseCurrency: 'JPY' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_001, { rate: '151.3337' })
    for (const cents of [3333, 3333, 3335]) {
      await postReceipt(company, customer, '2025-06-20', cents, [{ documentId: invoice.id, amount: cents }], {
        rate: '151.3337',
      })
    }
    const after = await accountBalances(company)
    expect(after['1200']).toBeUndefined()
    expect(Object.values(after).reduce((sum, balance) => sum + balance, 0)).toBe(0)
  })

  test('a credit applied later takes the gain on its own day, and unapplying gives it back', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    const receipt = await postReceipt(company, customer, '2025-06-01', 10_000, [], { rate: '55' })
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    const { applicationIds } = await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 10_000 }])
    expect((await accountBalances(company))['7900']).toBe(-50_000)
    await company.call('applications.unapply', { applicationId: applicationIds[0] ?? 0, date: null })
    expect((await accountBalances(company))['7900']).toBeUndefined()
  })

  test('the rounding of an invoice goes to the sale, never to the tax', async () => {
    const company = newCompany({ baseCurrency: 'EUR' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    const taxCodeId = (await company.call('taxCodes.list', {})).find(({ code }) => code === 'STD')?.id ?? 0
    // 0.05 and 0.01 of tax at 1.5: 0.08 and 0.02 would be 0.10, the whole is 0.09.
    await postInvoice(company, customer, '2025-06-01', 5, { rate: '1.5', taxCodeId })
    expect(await accountBalances(company)).toEqual({ '1200': 9, '2200': -2, '4000': -7 })
  })

  test('without a rate nothing is posted', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    await expect(postInvoice(company, customer, '2025-06-01', 10_000)).rejects.toMatchObject({
      code: 'rate_missing',
      path: 'rate',
    })
    await expect(postInvoice(company, customer, '2025-06-01', 10_000, { rate: '0' })).rejects.toMatchObject({
      code: 'invalid_input',
      path: 'rate',
    })
  })

  test('the aging of a currency counts only its customers, and ties to the control account', async () => {
    const company = newCompany({ baseCurrency: 'USD' })
    const domestic = await addCustomer(company, 'HOME01')
    const abroad = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    await postInvoice(company, domestic, '2025-06-01', 10_000)
    await postInvoice(company, abroad, '2025-06-01', 7000, { rate: '1.1' })
    const aging = await company.call('aging.byCustomer', { asOf: day('2025-06-30') })
    expect(aging).toMatchObject({ currency: 'USD', openDebits: 1, otherCurrencies: ['EUR'], totals: { total: 10_000 } })
    const euros = await company.call('aging.byCustomer', { asOf: day('2025-06-30'), currency: 'EUR' })
    expect(euros.totals.total).toBe(7000)
    expect(await company.call('ledger.tieOut', { asOf: day('2025-06-30'), currency: 'EUR' })).toMatchObject({
      subledger: 7000,
      controlAccount: 7000,
      difference: 0,
    })
  })
})
