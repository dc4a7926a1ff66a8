import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

describe('a customer card', () => {
  test('shows balance, overdue and unapplied as of the day asked for', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const old = await postInvoice(company, id, '2025-04-01', 20_000)
    await postInvoice(company, id, '2025-06-10', 5_000)
    await postReceipt(company, id, '2025-06-20', 8_000, [{ documentId: old.id, amount: 7_000 }])

    const today = await company.call('customers.get', { id, asOf: day('2025-06-30') })
    expect(today).toMatchObject({ balance: 17_000, overdue: 13_000, unapplied: 1_000 })
    expect(today.openItems.map(({ number, open, daysLate }) => [number, open, daysLate])).toEqual([
      ['INV-00001', 13_000, 60],
      ['RCT-00001', -1_000, 0],
      ['INV-00002', 5_000, 0],
    ])
    expect(today.lastReceipt).toEqual({ date: '2025-06-20', amount: 8_000, currency: 'USD' })
  })

  test('a receipt dated after the as-of day does not count', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-05-01', 10_000)
    await postReceipt(company, id, '2025-06-20', 10_000, [{ documentId: invoice.id, amount: 10_000 }])

    const before = await company.call('customers.get', { id, asOf: day('2025-06-19') })
    expect(before).toMatchObject({ balance: 10_000, overdue: 10_000, unapplied: 0, lastReceipt: null })
    const after = await company.call('customers.get', { id, asOf: day('2025-06-20') })
    expect(after).toMatchObject({ balance: 0, overdue: 0, openItems: [] })
  })

  test('100 paid 99.99: 0.01 is still listed', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-05-01', 10_000)
    await postReceipt(company, id, '2025-05-02', 9_999, [{ documentId: invoice.id, amount: 9_999 }])
    const { openItems } = await company.call('customers.get', { id, asOf: day('2025-05-02') })
    expect(openItems.map(({ open }) => open)).toEqual([1])
  })

  test('an item closed, reopened and closed again is open on exactly the days it was', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-05-01', 10_000)
    const receipt = await postReceipt(company, id, '2025-05-10', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    const [application] = (await company.call('documents.get', { id: receipt.id })).applications
    await company.call('applications.unapply', { applicationId: application?.id ?? 0, date: day('2025-05-20') })
    await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 10_000 }], '2025-05-25')

    const openOn = async (date: string) =>
      (await company.call('openItems.forCustomer', { customerId: id, asOf: day(date) })).map(({ number, open }) => [
        number,
        open,
      ])
    expect(await openOn('2025-04-30')).toEqual([])
    expect(await openOn('2025-05-09')).toEqual([['INV-00001', 10_000]])
    expect(await openOn('2025-05-15')).toEqual([])
    expect(await openOn('2025-05-20')).toEqual([
      ['RCT-00001', -10_000],
      ['INV-00001', 10_000],
    ])
    expect(await openOn('2025-05-25')).toEqual([])
    for (const date of ['2025-05-09', '2025-05-15', '2025-05-20', '2025-05-25']) {
      const listed = (await openOn(date)).reduce((sum, [, open]) => sum + Number(open), 0)
      expect(listed, date).toBe(openAsOf(company, invoice.id, date) + openAsOf(company, receipt.id, date))
    }
  })

  test('an invoice due in parts is late by its oldest open part only', async () => {
    const company = newCompany()
    const percent = 50_000_000
    const rule = {
      kind: 'instalments' as const,
      parts: [
        { percent, dueAfterDays: 10 },
        { percent, dueAfterDays: 40 },
      ],
      discount: null,
      graceDays: 0,
    }
    const terms = await company.call('terms.create', { code: 'HALVES', name: 'Two halves', rule })
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-05-01', 10_000, { termsId: terms.id })
    await postReceipt(company, id, '2025-05-05', 2_000, [{ documentId: invoice.id, amount: 2_000 }])

    const first = await company.call('customers.get', { id, asOf: day('2025-05-21') })
    expect(first).toMatchObject({ balance: 8_000, overdue: 3_000 })
    expect(first.openItems).toMatchObject([{ open: 8_000, dueDate: '2025-05-11', daysLate: 10 }])

    await postReceipt(company, id, '2025-05-22', 3_000, [{ documentId: invoice.id, amount: 3_000 }])
    const second = await company.call('customers.get', { id, asOf: day('2025-05-22') })
    expect(second).toMatchObject({ balance: 5_000, overdue: 0 })
    expect(second.openItems).toMatchObject([{ dueDate: '2025-06-10', daysLate: 0 }])
  })

  test('the mean of days late counts early payment as 0 and leaves out what was voided', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1', { termsCode: 'DUE' })
    const asOf = day('2025-06-30')
    expect((await company.call('customers.get', { id, asOf })).averageDaysLate).toBeNull()
    for (const paid of ['2025-05-01', '2025-05-06', '2025-05-11']) {
      const invoice = await postInvoice(company, id, '2025-05-01', 1_000)
      await postReceipt(company, id, paid, 1_000, [{ documentId: invoice.id, amount: 1_000 }])
    }
    const voided = await postInvoice(company, id, '2025-01-01', 1_000)
    await company.call('documents.void', { id: voided.id, date: day('2025-06-01'), reason: 'wrong customer' })
    expect((await company.call('customers.get', { id, asOf })).averageDaysLate).toBe(5)
  })

  test('a voided receipt is not the last receipt', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    await postReceipt(company, id, '2025-05-01', 1_000)
    const bounced = await postReceipt(company, id, '2025-05-09', 2_000)
    await company.call('documents.void', { id: bounced.id, date: day('2025-05-10'), reason: 'returned' })
    const { lastReceipt } = await company.call('customers.get', { id, asOf: day('2025-05-31') })
    expect(lastReceipt).toEqual({ date: '2025-05-01', amount: 1_000, currency: 'USD' })
  })
  test('a receipt that the bank took back later was the last one until then', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    await postReceipt(company, id, '2025-05-01', 1_000)
    const bounced = await postReceipt(company, id, '2025-05-09', 2_000)
    await company.call('receipts.returnPayment', { id: bounced.id, date: day('2025-05-20'), reason: '', fee: null })
    const lastOn = async (asOf: string) => {
      const { lastReceipt } = await company.call('customers.get', { id, asOf: day(asOf) })
      const { lastPayment } = await company.call('customers.creditHistory', { id, asOf: day(asOf) })
      return [lastReceipt?.amount, lastPayment?.amount]
    }
    expect(await lastOn('2025-05-19')).toEqual([2_000, 2_000])
    expect(await lastOn('2025-05-20')).toEqual([1_000, 1_000])
  })
})
