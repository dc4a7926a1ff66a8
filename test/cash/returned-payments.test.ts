import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const returned = (id: number, fee: { amount: number; bearer: 'customer' | 'company' } | null, date = '2025-06-20') => ({
  id,
  date: day(date),
  reason: 'not sufficient funds',
  fee,
})

const paidInvoice = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const receipt = await postReceipt(company, customer, '2025-06-10', 10_000, [
    { documentId: invoice.id, amount: 10_000 },
  ])
  return { customer, invoice, receipt }
}

describe('a payment the bank took back', () => {
  test('with its fee charged to the customer: all in one action', async () => {
    const company = newCompany()
    const { customer, invoice, receipt } = await paidInvoice(company)
    const answer = await company.call(
      'receipts.returnPayment',
      returned(receipt.id, { amount: 2500, bearer: 'customer' }),
    )
    expect(answer).toMatchObject({
      number: 'RCT-00001/V',
      unapplied: 10_000,
      fee: { number: 'DBN-00001' },
      returnedPayments: 1,
    })
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(openAsOf(company, invoice.id, '2025-06-19')).toBe(0)
    expect(openAsOf(company, receipt.id)).toBe(0)
    expect(openAsOf(company, answer.fee?.id ?? 0)).toBe(2500)
    expect(await accountBalances(company)).toEqual({ '1000': -2500, '1200': 12_500, '4000': -10_000 })
    const card = await company.call('customers.get', { id: customer, asOf: day('2025-06-30') })
    expect(card).toMatchObject({ balance: 12_500, returnedPayments: 1 })
    expect((await company.call('customers.get', { id: customer, asOf: day('2025-06-19') })).returnedPayments).toBe(0)
  })

  test('with its fee absorbed: an expense, nothing more for the customer to pay', async () => {
    const company = newCompany()
    const { invoice, receipt } = await paidInvoice(company)
    const answer = await company.call(
      'receipts.returnPayment',
      returned(receipt.id, { amount: 2500, bearer: 'company' }),
    )
    expect(answer.fee).toBeNull()
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(await accountBalances(company)).toEqual({ '1000': -2500, '1200': 10_000, '4000': -10_000, '6200': 2500 })
  })

  test('without a fee only reopens and counts; a plain void counts nothing', async () => {
    const company = newCompany()
    const { customer, invoice, receipt } = await paidInvoice(company)
    await company.call('receipts.returnPayment', returned(receipt.id, null))
    const again = await postReceipt(company, customer, '2025-06-21', 10_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    await company.call('documents.void', { id: again.id, date: day('2025-06-22'), reason: 'entered twice' })
    const third = await postReceipt(company, customer, '2025-06-23', 10_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    const answer = await company.call('receipts.returnPayment', returned(third.id, null, '2025-06-25'))
    expect(answer.returnedPayments).toBe(2)
    expect(await accountBalances(company)).toEqual({ '1200': 10_000, '4000': -10_000 })
  })

  test('is refused twice, too early and for what is no receipt, each in words', async () => {
    const company = newCompany()
    const { invoice, receipt } = await paidInvoice(company)
    await expect(company.call('receipts.returnPayment', returned(invoice.id, null))).rejects.toMatchObject({
      path: 'id',
      message: 'INV-00001 is not a receipt, so no bank can return it. Choose a receipt.',
    })
    await expect(
      company.call('receipts.returnPayment', returned(receipt.id, null, '2025-06-09')),
    ).rejects.toMatchObject({
      path: 'date',
      code: 'void_too_early',
    })
    await company.call('receipts.returnPayment', returned(receipt.id, null))
    await expect(company.call('receipts.returnPayment', returned(receipt.id, null))).rejects.toMatchObject({
      message: 'RCT-00001 is already void.',
    })
  })

  test('a return once recorded is never changed', async () => {
    const company = newCompany()
    const { receipt } = await paidInvoice(company)
    await company.call('receipts.returnPayment', returned(receipt.id, null))
    const attacker = company.sql()
    expect(() => attacker.run('UPDATE returned_payment SET fee = 1')).toThrow('facts are never changed')
    expect(() => attacker.run('DELETE FROM returned_payment')).toThrow('facts are never deleted')
  })
})
