import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

describe('a document foretells what its void does', () => {
  test('all that falls with it, and all that is open again, deductions included', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const reason = (await company.call('reasonCodes.list', {})).find(({ code }) => code === 'DAMAGED')
    const deductions = [{ reasonCodeId: reason?.id ?? 0, amount: 500, memo: '' }]
    const receipt = await postReceipt(company, customer, '2025-06-10', 9500, [
      { documentId: invoice.id, amount: 9500, deductions },
    ])
    const [deduction] = (await company.call('deductions.list', { asOf: day('2025-06-30') })).rows
    const resolved = { id: deduction?.id ?? 0, date: day('2025-06-20'), memo: '' }
    await company.call('deductions.allow', { ...resolved, amount: 200 })
    const note = await company.call('deductions.chargeBack', { ...resolved, amount: 300, dueDate: day('2025-07-20') })
    const paid = await postReceipt(company, customer, '2025-06-22', 300, [{ documentId: note.id, amount: 300 }])

    const { voidWith, reopens } = await company.call('documents.get', { id: receipt.id })
    const returned = { id: receipt.id, date: day('2025-06-25'), reason: 'no funds', fee: null }
    const { warnings } = warned(await company.call('receipts.returnPayment', returned))
    expect(voidWith.map(({ number }) => `${number} is void with it.`)).toEqual(warnings)
    expect(reopens).toEqual([
      {
        documentId: invoice.id,
        kind: 'invoice',
        number: 'INV-00001',
        currency: 'USD',
        amount: openAsOf(company, invoice.id),
      },
      {
        documentId: paid.id,
        kind: 'receipt',
        number: 'RCT-00002',
        currency: 'USD',
        amount: -openAsOf(company, paid.id),
      },
    ])
    const after = await company.call('documents.get', { id: receipt.id })
    expect([after.voidWith, after.reopens.map(({ number }) => number)]).toEqual([[], ['RCT-00001/V']])
  })

  test('what was written off with the payment is open again too', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-10', 9900, [
      { documentId: invoice.id, amount: 9900, writeOff: 100, writeOffReason: 'tolerance' },
    ])
    const { reopens } = await company.call('documents.get', { id: receipt.id })
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-25'), reason: 'wrong' })
    expect(reopens).toEqual([
      { documentId: invoice.id, kind: 'invoice', number: 'INV-00001', currency: 'USD', amount: 10_000 },
    ])
    expect(openAsOf(company, invoice.id)).toBe(10_000)
  })
})
