import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const refund = (creditDocumentId: number, amount: number, date = '2025-06-20', rate: string | null = null) => ({
  creditDocumentId,
  date: day(date),
  amount,
  method: 'transfer' as const,
  rate,
  reference: '',
  memo: '',
  bankAccountId: null,
})

describe('a refund', () => {
  test('of an over-payment: money leaves the bank, the credit is settled by it', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 11_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    const posted = await company.call('refunds.post', refund(receipt.id, 600))
    expect(posted).toMatchObject({ number: 'RFD-00001', total: 600, creditLeft: 400 })
    expect(openAsOf(company, receipt.id)).toBe(-400)
    expect(openAsOf(company, receipt.id, '2025-06-19')).toBe(-1000)
    expect(openAsOf(company, posted.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1000': -600, '1010': 11_000, '1200': -400, '4000': -10_000 })
  })

  test('that is voided gives the credit back', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-05', 1000)
    const { id } = await company.call('refunds.post', refund(receipt.id, 1000))
    await company.call('documents.void', { id, date: day('2025-06-21'), reason: 'check not cashed' })
    expect(openAsOf(company, receipt.id)).toBe(-1000)
    expect(await accountBalances(company)).toEqual({ '1010': 1000, '1200': -1000 })
  })

  test('in foreign currency at another rate posts the difference as exchange gain or loss', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO', { currency: 'EUR' })
    const receipt = await postReceipt(company, customer, '2025-06-05', 10_000, [], { rate: '1.1' })
    await company.call('refunds.post', refund(receipt.id, 10_000, '2025-06-20', '1.2'))
    expect(await accountBalances(company)).toEqual({ '1000': -12_000, '1010': 11_000, '7900': 1000 })
  })

  test('is refused beyond the credit, before it, of what is owed, each in words', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 1000)
    const attempt = (...input: Parameters<typeof refund>) => company.call('refunds.post', refund(...input))
    await expect(attempt(receipt.id, 1001)).rejects.toMatchObject({
      path: 'amount',
      message: 'Only 10.00 is available to apply, 10.01 was entered. Apply 10.00 or less.',
    })
    await expect(attempt(receipt.id, 1000, '2025-06-04')).rejects.toMatchObject({
      path: 'date',
      code: 'application_too_early',
    })
    await expect(attempt(invoice.id, 1000)).rejects.toMatchObject({ message: 'INV-00001 has no credit to apply.' })
    await expect(attempt(999, 1000)).rejects.toMatchObject({ code: 'document_not_found', path: 'creditDocumentId' })
  })

  test('by a clerk needs a limit that allows it', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-05', 10_000)
    await company.call('limits.set', { role: 'clerk', act: 'refund', most: 5000, version: 1 })
    const clerk = asClerk(company)
    await expect(clerk.call('refunds.post', refund(receipt.id, 5001))).rejects.toMatchObject({
      path: 'amount',
      message: 'Your limit for refunds is 50.00 USD, this is 50.01 USD. Enter less, or ask a supervisor to approve it.',
    })
    await expect(clerk.call('refunds.post', refund(receipt.id, 5000))).resolves.toMatchObject({ creditLeft: 5000 })
  })
})
