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

describe('voiding a document', () => {
  test('whose write-off was undone before: nothing of it is taken back twice', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 9500, [
      { documentId: invoice.id, amount: 9500, writeOff: 500, writeOffReason: 'small balance' },
    ])
    const { applications } = await company.call('documents.get', { id: receipt.id })
    await company.call('applications.unapply', { applicationId: applications[0]?.id ?? 0, date: day('2025-06-10') })
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
    const again = { documentId: invoice.id, amount: 9500, writeOff: 400, writeOffReason: 'small balance' }
    await applyCredit(company, receipt.id, [again], '2025-06-11')
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 100, '4000': -10_000, '6100': 400 })
    // The day of the last activity is early enough; the day before is not.
    const undo = (date: string) => company.call('documents.void', { id: invoice.id, date: day(date), reason: 'wrong' })
    await expect(undo('2025-06-10')).rejects.toMatchObject({ code: 'void_too_early', path: 'date' })
    await undo('2025-06-11')
    expect([openAsOf(company, invoice.id), openAsOf(company, receipt.id)]).toEqual([0, -9500])
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': -9500 })
  })

  test('an invoice with a payment: the invoice is settled by its void, the payment is unapplied', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-10', 4000, [{ documentId: invoice.id, amount: 4000 }])
    const voided = await company.call('documents.void', {
      id: invoice.id,
      date: day('2025-06-20'),
      reason: 'wrong customer',
    })
    expect(voided).toMatchObject({ number: 'INV-00001/V', total: -10_000, unapplied: 4000 })
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(openAsOf(company, receipt.id)).toBe(-4000)
    // Before its date the void has not happened.
    expect(openAsOf(company, invoice.id, '2025-06-19')).toBe(6000)
    expect((await company.call('aging.byCustomer', { asOf: day('2025-06-19') })).totals.total).toBe(6000)
    expect((await company.call('aging.byCustomer', { asOf: day('2025-06-20') })).totals).toMatchObject({
      unapplied: -4000,
      total: -4000,
    })
  })

  test('a receipt with discount and write-off: everything it settled is open again, discount and write-off are taken back', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 9500, [
      { documentId: invoice.id, amount: 9500, discount: 200, writeOff: 300, writeOffReason: 'small balance' },
    ])
    expect(openAsOf(company, invoice.id)).toBe(0)
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-12'), reason: 'returned by the bank' })
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(openAsOf(company, receipt.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({
      '1200': 10_000,
      '4000': -10_000,
    })
  })

  test('an invoice of nothing can be voided too', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 0)
    await expect(
      company.call('documents.void', { id: invoice.id, date: day('2025-06-02'), reason: 'entered wrong' }),
    ).resolves.toMatchObject({ number: 'INV-00001/V' })
  })

  test('is refused twice, for a void itself, and before the last activity, each in words', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-10', 4000, [{ documentId: invoice.id, amount: 4000 }])
    const voidOf = (id: number, date: string) =>
      company.call('documents.void', { id, date: day(date), reason: 'entered wrong' })
    await expect(voidOf(invoice.id, '2025-06-09')).rejects.toMatchObject({
      path: 'date',
      message:
        "The void's date cannot be before 10 Jun 2025, the last activity on INV-00001. Use 10 Jun 2025 or later.",
    })
    const { id: voidId } = await voidOf(receipt.id, '2025-06-15')
    await expect(voidOf(receipt.id, '2025-06-16')).rejects.toMatchObject({ message: 'RCT-00001 is already void.' })
    await expect(voidOf(voidId, '2025-06-16')).rejects.toMatchObject({
      message: 'RCT-00001/V is itself a void and cannot be voided. Enter the document again instead.',
    })
    await expect(voidOf(999, '2025-06-16')).rejects.toMatchObject({ code: 'document_not_found' })
  })

  test('a receipt that carried a write-off and no money, on a later day, is not void before that day', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-01', 4000)
    const invoice = await postInvoice(company, customer, '2025-06-20', 10)
    const written = { documentId: invoice.id, amount: 0, writeOff: 10, writeOffReason: 'small' }
    await applyCredit(company, receipt.id, [written])
    const voided = (date: string) =>
      company.call('documents.void', { id: receipt.id, date: day(date), reason: 'bounced' })
    await expect(voided('2025-06-10')).rejects.toMatchObject({
      code: 'void_too_early',
      params: { earliest: '20 Jun 2025' },
      path: 'date',
    })
    await voided('2025-06-20')
    expect(openAsOf(company, invoice.id)).toBe(10)
  })

  test('what settles a void cannot be unapplied', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-02'), reason: 'entered wrong' })
    const view = await company.call('documents.get', { id: invoice.id })
    const [settling] = view.applications
    await expect(
      company.call('applications.unapply', { applicationId: settling?.id ?? 0, date: null }),
    ).rejects.toMatchObject({ code: 'reversal_application' })
  })
})
