import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { addTerms } from './settings.ts'

describe('a foreign item', () => {
  test('USD 100 at 50, paid at 55: gain 500', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'C1', { currency: 'USD' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-06-20', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '55',
    })
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 550_000, '4000': -500_000, '7900': -50_000 })
  })

  test('USD 100 at 50, paid at 45: loss 500', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'C1', { currency: 'USD' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-06-20', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '45',
    })
    expect(await accountBalances(company)).toEqual({ '1010': 450_000, '4000': -500_000, '7900': 50_000 })
  })

  test('keeps its rate, and its discount is taken at that rate: only the money makes a difference', async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'C1', { currency: 'USD' })
    const termsId = await addTerms(company, {
      kind: 'net',
      days: 30,
      discount: { percent: 10_000_000, days: 30 },
      graceDays: 0,
    })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '50', termsId })
    await postReceipt(
      company,
      customer,
      '2025-06-20',
      9000,
      [{ documentId: invoice.id, amount: 9000, discount: 1000 }],
      { rate: '55' },
    )
    expect(await accountBalances(company)).toEqual({
      '1010': 495_000,
      '4000': -500_000,
      '4900': 50_000,
      '7900': -45_000,
    })
  })
})
