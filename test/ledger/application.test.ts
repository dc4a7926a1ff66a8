import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

describe('cash application (semantics: Application)', () => {
  test('receive 110 on an invoice of 100: 10 stays unapplied', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-20', 11_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    expect(receipt.unapplied).toBe(1000)
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(openAsOf(company, receipt.id)).toBe(-1000)
  })

  test('receive 95 on 100 and write off 5: bank 95, write-off 5, receivable -100', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await postReceipt(company, customer, '2025-06-20', 9500, [
      { documentId: invoice.id, amount: 9500, writeOff: 500, writeOffReason: 'tolerance' },
    ])
    const balances = await company.call('ledger.trialBalance', { asOf: day('2025-06-30') })
    const of = (code: string) => balances.find((row) => row.code === code)?.balance
    expect(of('1010')).toBe(9500)
    expect(of('6100')).toBe(500)
    expect(of('1200')).toBe(0)
    expect(balances.reduce((sum, row) => sum + row.balance, 0)).toBe(0)
  })

  test('receipts of 55 and 35 on 200 leave 110; unapplying the 55 leaves 165', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 20_000)
    const first = await postReceipt(company, customer, '2025-06-10', 5500, [{ documentId: invoice.id, amount: 5500 }])
    await postReceipt(company, customer, '2025-06-12', 3500, [{ documentId: invoice.id, amount: 3500 }])
    expect(openAsOf(company, invoice.id)).toBe(11_000)
    await company.call('documents.void', { id: first.id, date: day('2025-06-15'), reason: 'NSF' })
    expect(openAsOf(company, invoice.id)).toBe(16_500)
    expect(openAsOf(company, invoice.id, '2025-06-12')).toBe(11_000)
  })

  test('applying 101 to 100 is refused and changes nothing', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await expect(
      postReceipt(company, customer, '2025-06-20', 10_100, [{ documentId: invoice.id, amount: 10_100 }]),
    ).rejects.toMatchObject({
      code: 'exceeds_open',
      path: 'applications.0.amount',
      message: 'INV-00001 has only 100.00 open. Enter 100.00 or less.',
    })
    expect(openAsOf(company, invoice.id)).toBe(10_000)
  })

  test('unapplied credit is applied later, on the later of both dates', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await postReceipt(company, customer, '2025-06-01', 8000)
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000)
    const applied = await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 8000 }])
    expect(applied.creditLeft).toBe(0)
    expect(openAsOf(company, receipt.id, '2025-06-09')).toBe(-8000)
    expect(openAsOf(company, invoice.id, '2025-06-10')).toBe(2000)
    const [applicationId = 0] = applied.applicationIds
    await company.call('applications.unapply', { applicationId, date: day('2025-06-20') })
    expect(openAsOf(company, invoice.id, '2025-06-19')).toBe(2000)
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(openAsOf(company, receipt.id)).toBe(-8000)
  })
})
