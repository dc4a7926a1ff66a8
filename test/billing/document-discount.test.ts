import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line } from '../fixtures/entries.ts'

const invoice = (customerId: number, lines: readonly ReturnType<typeof line>[]) => ({
  customerId,
  documentDate: day('2025-06-01'),
  termsId: null,
  rate: null,
  dueDate: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [...lines],
  draftUid: null,
})

const tenPercent = 2

describe('a discount on the whole document', () => {
  test('of 10 on 100 at 10%, prices without tax: tax 9.00, total 99.00', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id, total } = await company.call('invoices.post', {
      ...invoice(customer, [line(10_000, { taxCodeId: tenPercent })]),
      documentDiscount: { kind: 'amount', amount: 1000 },
    })
    expect(total).toBe(9900)
    expect(await company.call('documents.get', { id })).toMatchObject({
      net: 9000,
      taxes: [{ base: 9000, tax: 900 }],
      lines: [{ net: 9000, documentDiscount: 1000 }],
    })
    expect(await accountBalances(company)).toEqual({ '1200': 9900, '2200': -900, '4000': -9000 })
  })

  test('of 10% on 100 at 10%, prices with tax: total 90.00, of which tax 8.18', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id, total } = await company.call('invoices.post', {
      ...invoice(customer, [line(10_000, { taxCodeId: tenPercent })]),
      pricesIncludeTax: true,
      documentDiscount: { kind: 'percent', percent: 10_000_000 },
    })
    expect(total).toBe(9000)
    expect(await company.call('documents.get', { id })).toMatchObject({
      net: 8182,
      taxes: [{ base: 8182, tax: 818 }],
      documentDiscountPercent: 10_000_000,
    })
  })

  test('entered as a percentage stays one: on the void, on a copy, and on what recurs', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const percent = { kind: 'percent', percent: 7_500_000 } as const
    const posted = async (
      documentDiscount: { kind: 'percent'; percent: number } | { kind: 'amount'; amount: number },
    ) => (await company.call('invoices.post', { ...invoice(customer, [line(10_000)]), documentDiscount })).id
    const id = await posted(percent)
    expect(await company.call('recurring.fromInvoice', { documentId: id })).toMatchObject({ documentDiscount: percent })
    const copied = await company.call('documents.voidAndCopy', { id, date: day('2025-06-10'), reason: 'one more line' })
    const { body } = await company.call('drafts.get', { uid: copied.draft.uid })
    expect(body).toMatchObject({ documentDiscount: percent })
    expect((await company.call('documents.get', { id: copied.id })).documentDiscountPercent).toBe(7_500_000)
    for (const none of [{ kind: 'percent', percent: 0 } as const, { kind: 'amount', amount: 750 } as const]) {
      const other = await company.call('documents.get', { id: await posted(none) })
      expect(other.documentDiscountPercent).toBeNull()
    }
  })

  test('is shared among the lines to the cent, and goes back with a void', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id, total } = await company.call('invoices.post', {
      ...invoice(customer, [line(3333), line(3333), line(3334)]),
      documentDiscount: { kind: 'amount', amount: 100 },
    })
    expect(total).toBe(9900)
    const shares = async (documentId: number) =>
      (await company.call('documents.get', { id: documentId })).lines.map((each) => each.documentDiscount)
    expect(await shares(id)).toEqual([33, 33, 34])
    const reversal = await company.call('documents.void', { id, date: day('2025-06-02'), reason: 'entered wrong' })
    expect(await shares(reversal.id)).toEqual([-33, -33, -34])
    expect(await accountBalances(company)).toEqual({})
  })

  test('is given back in pieces as at once, line by line, to the last cent of net and tax', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const lines = [
      { ...line(1111, { taxCodeId: tenPercent }), quantity: 3_000_000 },
      { ...line(2222), quantity: 1_000_000 },
    ]
    const { id, total } = await company.call('invoices.post', {
      ...invoice(customer, lines),
      documentDiscount: { kind: 'amount', amount: 1000 },
    })
    const credit = async (lineNo: number) => {
      const note = { invoiceId: id, documentDate: day('2025-06-10'), reference: '', memo: '', apply: true }
      const posted = await company.call('creditNotes.postFromInvoice', {
        ...note,
        lines: [{ lineNo, quantity: 1_000_000 }],
      })
      const { lines: kept, taxes } = await company.call('documents.get', { id: posted.id })
      return [
        kept.map(({ net, documentDiscount }) => [net, documentDiscount]),
        taxes.map(({ tax }) => tax),
        posted.total,
      ]
    }
    // 33.33 and 22.22 less 6.00 and 4.00; a third each of 27.33 net and of 2.73 tax.
    expect([await credit(1), await credit(1), await credit(2), await credit(1)]).toEqual([
      [[[-911, -200]], [-91], -1002],
      [[[-911, -200]], [-91], -1002],
      [[[-1822, -400]], [], -1822],
      [[[-911, -200]], [-91], -1002],
    ])
    expect(total).toBe(4828)
    expect(await accountBalances(company)).toEqual({})
  })

  test('that takes a total of nothing below it, by a cent of tax, is refused beside the discount', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const lines = [line(26, { taxCodeId: 2 }), line(-10, { taxCodeId: 2 }), line(-18)]
    const attempt = company.call('invoices.post', {
      ...invoice(customer, lines),
      documentDiscount: { kind: 'percent', percent: 37_000_000 },
    })
    await expect(attempt).rejects.toMatchObject({ code: 'document_discount_negative', path: 'documentDiscount' })
    expect((await company.call('invoices.post', invoice(customer, lines))).total).toBe(0)
  })

  test('beyond what the lines add up to is refused', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const attempt = company.call('invoices.post', {
      ...invoice(customer, [line(1000)]),
      documentDiscount: { kind: 'amount', amount: 1001 },
    })
    await expect(attempt).rejects.toMatchObject({
      path: 'documentDiscount.amount',
      message: 'The discount is more than the lines add up to. Enter a smaller one.',
    })
  })
})
