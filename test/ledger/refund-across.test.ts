import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postReceipt } from '../fixtures/entries.ts'
import { tiesOut } from '../fixtures/several-currencies.ts'

/** A customer whose 100.00 EUR at 1.10 is unapplied, in books kept in USD. */
const overpaid = async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const money = { currency: 'EUR', rate: '1.1' }
  const { id: creditDocumentId } = await postReceipt(company, customer, '2025-06-05', 10_000, [], money)
  const refund = {
    creditDocumentId,
    date: day('2025-06-20'),
    amount: 10_800,
    currency: 'USD',
    creditAmount: 10_000,
    method: 'transfer' as const,
    rate: null,
    reference: '',
    memo: '',
    bankAccountId: null,
  }
  return { company, creditDocumentId, refund }
}

describe('a refund in another currency than its credit', () => {
  test('pays back 108 USD for 100 EUR carried at 110: the difference is realised', async () => {
    const { company, creditDocumentId, refund } = await overpaid()
    const posted = await company.call('refunds.post', refund)
    expect(posted).toMatchObject({ number: 'RFD-00001', total: 10_800, creditLeft: 0, overpaid: 0 })
    expect(openAsOf(company, creditDocumentId)).toBe(0)
    expect(openAsOf(company, posted.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1000': -10_800, '1010': 11_000, '7900': -200 })
    await tiesOut(company, '2025-06-30')
    await tiesOut(company, '2025-06-10')
  })

  test('in part leaves the rest of the credit, and its base', async () => {
    const { company, creditDocumentId, refund } = await overpaid()
    const posted = await company.call('refunds.post', { ...refund, amount: 3600, creditAmount: 3333 })
    expect(posted).toMatchObject({ creditLeft: 6667 })
    expect(openAsOf(company, creditDocumentId)).toBe(-6667)
    await company.call('refunds.post', { ...refund, amount: 7200, creditAmount: 6667 })
    const base = company
      .sql()
      .value<number>('SELECT base_balance FROM open_item WHERE document_id = ?', [creditDocumentId])
    expect(base).toBe(0)
    await tiesOut(company, '2025-06-30')
  })

  test('that is voided gives the credit back, and takes the difference back', async () => {
    const { company, creditDocumentId, refund } = await overpaid()
    const { id } = await company.call('refunds.post', refund)
    await company.call('documents.void', { id, date: day('2025-06-21'), reason: 'check not cashed' })
    expect(openAsOf(company, creditDocumentId)).toBe(-10_000)
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '1200': -11_000 })
    await tiesOut(company, '2025-06-30')
  })

  test('asks for both amounts, and for one alone within one currency', async () => {
    const { company, refund } = await overpaid()
    await expect(company.call('refunds.post', { ...refund, creditAmount: null })).rejects.toMatchObject({
      code: 'settles_missing',
      path: 'creditAmount',
    })
    const within = { ...refund, currency: 'EUR', rate: '1.1', amount: 5000, creditAmount: 4000 }
    await expect(company.call('refunds.post', within)).rejects.toMatchObject({ code: 'settles_differs' })
    await expect(company.call('refunds.post', { ...refund, creditAmount: 10_001 })).rejects.toMatchObject({
      code: 'exceeds_credit',
    })
  })

  test('counts against the limit by the money and by the credit, so that no rate goes round it', async () => {
    const { company, refund } = await overpaid()
    await company.call('limits.set', { role: 'clerk', act: 'refund', most: 5000, version: 1 })
    // A rate that makes the yen worth next to nothing.
    const cheap = { ...refund, currency: 'JPY', rate: '0.0001', amount: 12_000 }
    const clerk = asClerk(company)
    await expect(clerk.call('refunds.post', cheap)).rejects.toMatchObject({ code: 'over_limit' })
    await expect(clerk.call('refunds.post', refund)).rejects.toMatchObject({ code: 'over_limit' })
  })
})
