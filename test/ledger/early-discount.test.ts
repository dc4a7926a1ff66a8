import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

describe('an early payment discount (semantics: Early payment discount and tolerance)', () => {
  test('200 + 18% at 10%: 212.40 pays it, and the discount of 23.60 is 20.00 revenue and 3.60 tax', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const tax = (await company.call('accounts.list', {})).find((account) => account.roles.includes('tax'))?.id ?? 0
    const { id: taxCodeId } = await company.call('taxCodes.create', {
      code: 'V18',
      name: 'VAT 18%',
      rate: 18_000_000,
      accountId: tax,
    })
    const { id: termsId } = await company.call('terms.create', {
      code: '10-10',
      name: '10% 10, net 30',
      rule: { kind: 'net', days: 30, discount: { percent: 10_000_000, days: 10 }, graceDays: 0 },
    })
    const invoice = await company.call('invoices.post', {
      customerId: customer,
      documentDate: day('2025-06-01'),
      termsId,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(20_000, { taxCodeId })],
      draftUid: null,
    })
    const [proposal] = await company.call('receipts.propose', {
      customerId: customer,
      date: day('2025-06-10'),
      amount: 21_240,
      remittanceText: '',
    })
    expect(proposal?.lines).toEqual([{ documentId: invoice.id, amount: 21_240, discount: 2360, writeOff: 0 }])
    await postReceipt(company, customer, '2025-06-10', 21_240, [
      { documentId: invoice.id, amount: 21_240, discount: 2360 },
    ])
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '2200': -3240, '4000': -20_000, '4900': 2000 })
  })

  test('a discount taken in part leaves the rest to be taken', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await postReceipt(company, customer, '2025-06-05', 100, [{ documentId: invoice.id, amount: 100, discount: 150 }])
    const [item] = await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-06-06') })
    expect(item).toMatchObject({ open: 9750, discount: 50 })
  })

  test('what a credit note took back earns none: not at once, not after a returned payment; its void brings it back', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const left = async () => {
      const [item] = await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-06-10') })
      return [item?.open, item?.discount]
    }
    expect(await left()).toEqual([10_000, 200])
    const lines = [{ lineNo: 1, quantity: 250_000 }]
    const dated = { invoiceId: invoice.id, documentDate: day('2025-06-03'), reference: '', memo: '' }
    const note = await company.call('creditNotes.postFromInvoice', { ...dated, lines, apply: true })
    expect(await left()).toEqual([7500, 150])
    const pay = (discount: number) =>
      postReceipt(company, customer, '2025-06-05', 7500 - discount, [
        { documentId: invoice.id, amount: 7500 - discount, discount },
      ])
    await expect(pay(151)).rejects.toMatchObject({ code: 'discount_exceeds', params: { most: '1.50' } })
    const { id } = await pay(150)
    await company.call('receipts.returnPayment', { id, date: day('2025-06-08'), reason: 'no funds', fee: null })
    expect(await left()).toEqual([7500, 150])
    await company.call('documents.void', { id: note.id, date: day('2025-06-09'), reason: 'not taken back' })
    expect(await left()).toEqual([10_000, 200])
  })

  test('more discount than the terms offer is refused, also in two goes', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    const invoice = await company.call('invoices.post', {
      customerId: customer,
      documentDate: day('2025-06-01'),
      termsId: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(10_000)],
      draftUid: null,
    })
    await expect(
      postReceipt(company, customer, '2025-06-05', 100, [{ documentId: invoice.id, amount: 100, discount: 201 }]),
    ).rejects.toMatchObject({
      path: 'applications.0.discount',
      message: 'The discount on INV-00001 cannot be more than 2.00. Enter 2.00 or less.',
    })
    await postReceipt(company, customer, '2025-06-05', 100, [{ documentId: invoice.id, amount: 100, discount: 150 }])
    await expect(
      postReceipt(company, customer, '2025-06-05', 100, [{ documentId: invoice.id, amount: 100, discount: 51 }]),
    ).rejects.toMatchObject({
      message: 'The discount on INV-00001 cannot be more than 0.50. Enter 0.50 or less.',
    })
  })
})
