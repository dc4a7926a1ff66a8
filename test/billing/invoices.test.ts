import { describe, expect, test } from 'vitest'
import type { InputOf } from '../../src-shared/contract.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, line, postInvoice } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

const idOf = async (company: TestCompany, list: 'terms.list' | 'taxCodes.list', code: string): Promise<number> => {
  const rows: readonly { readonly id: number; readonly code: string }[] = await company.call(list, {})
  return rows.find((row) => row.code === code)?.id ?? 0
}

type Invoice = Omit<InputOf<'invoices.post'>, 'commandUid'>

const invoice = (customerId: number, changes: Partial<Invoice> = {}): Invoice => ({
  customerId,
  documentDate: day('2025-06-01'),
  termsId: null,
  dueDate: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [line(10_000)],
  draftUid: null,
  ...changes,
})

describe('posting an invoice', () => {
  test('takes the next number, the due date of the terms, and posts receivable against sales and tax', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const taxCodeId = await idOf(company, 'taxCodes.list', 'STD')
    const posted = await company.call(
      'invoices.post',
      invoice(customer, { lines: [line(10_000, { taxCodeId }), line(5000)] }),
    )
    expect(posted).toMatchObject({ number: 'INV-00001', dueDate: '2025-07-01', total: 16_000, warnings: [] })
    expect(await accountBalances(company)).toEqual({ '1200': 16_000, '2200': -1000, '4000': -15_000 })
  })

  test('two lines of 6.70 at 15% carry 15.42 when tax is rounded at the line', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const accounts = await company.call('accounts.list', {})
    const tax = accounts.find((account) => account.roles.includes('tax'))?.id ?? 0
    const { id: taxCodeId } = await company.call('taxCodes.create', {
      code: 'GST',
      name: 'GST 15%',
      rate: 15_000_000,
      accountId: tax,
    })
    const lines = [line(670, { taxCodeId }), line(670, { taxCodeId })]
    expect((await company.call('invoices.post', invoice(customer, { lines }))).total).toBe(1542)
    const { version, settings, ...profile } = await company.call('company.profile', {})
    const { name, address, phone, email, taxNumber } = profile
    await company.call('company.update', {
      name,
      address,
      phone,
      email,
      taxNumber,
      version,
      settings: { ...settings, taxRounding: 'document' },
    })
    expect((await company.call('invoices.post', invoice(customer, { lines }))).total).toBe(1541)
  })

  test('prices that include tax keep their total', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const taxCodeId = await idOf(company, 'taxCodes.list', 'STD')
    const posted = await company.call(
      'invoices.post',
      invoice(customer, { pricesIncludeTax: true, lines: [line(9000, { taxCodeId })] }),
    )
    expect(posted.total).toBe(9000)
    expect(await accountBalances(company)).toEqual({ '1200': 9000, '2200': -818, '4000': -8182 })
  })

  test('an early payment discount is kept with the invoice, with its last day', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
    await company.call('invoices.post', invoice(customer))
    const [item] = await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-06-05') })
    expect(item).toMatchObject({ discount: 200, discountUntil: '2025-06-11', dueDate: '2025-07-01' })
  })

  test('an invoice due in parts ages part by part, and a payment settles the earliest part first', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const part = (percent: number, dueAfterDays: number) => ({ percent: percent * 1_000_000, dueAfterDays })
    const { id: termsId } = await company.call('terms.create', {
      code: '3X',
      name: 'Three parts',
      rule: { kind: 'instalments', parts: [part(50, 0), part(30, 30), part(20, 60)], discount: null, graceDays: 0 },
    })
    const posted = await postInvoice(company, customer, '2025-06-01', 10_001, { termsId })
    await company.call('receipts.post', {
      customerId: customer,
      date: day('2025-06-02'),
      amount: 6000,
      method: 'check',
      reference: '',
      memo: '',
      depositAccountId: null,
      applications: [{ documentId: posted.id, amount: 6000, discount: 0, writeOff: 0, writeOffReason: '' }],
      draftUid: null,
    })
    const before = await company.call('aging.byCustomer', { asOf: day('2025-06-01') })
    expect(before.totals).toMatchObject({ buckets: [10_001, 0, 0, 0, 0], total: 10_001 })
    const after = await company.call('aging.byCustomer', { asOf: day('2025-07-15') })
    // Parts of 50.01, 30.00 and 20.00, since the remainder goes to the largest; 60.00 was paid.
    expect(after.totals).toMatchObject({ buckets: [2000, 2001, 0, 0, 0], total: 4001 })
    const items = await company.call('aging.items', { asOf: day('2025-07-15'), customerId: customer })
    expect(items.map(({ dueDate, open, bucket }) => [dueDate, open, bucket])).toEqual([
      ['2025-07-01', 2001, 1],
      ['2025-07-31', 2000, 0],
    ])
  })

  test('a due date that is entered overrides the parts of the terms', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const parts = [10, 20].map((dueAfterDays) => ({ percent: 50_000_000, dueAfterDays }))
    const rule = { kind: 'instalments' as const, parts, discount: null, graceDays: 0 }
    const { id: termsId } = await company.call('terms.create', { code: '2X', name: 'Two parts', rule })
    await postInvoice(company, customer, '2025-01-01', 10_000, { termsId, dueDate: '2025-06-30' })
    const aging = await company.call('aging.byCustomer', { asOf: day('2025-03-01') })
    expect(aging.totals.buckets).toEqual([10_000, 0, 0, 0, 0])
  })

  test('the days of grace of the terms give the discount a little longer', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const rule = { kind: 'net' as const, days: 30, discount: { percent: 2_000_000, days: 10 }, graceDays: 3 }
    const { id: termsId } = await company.call('terms.create', { code: 'G3', name: '2% 10 and 3 of grace', rule })
    await postInvoice(company, customer, '2025-06-01', 10_000, { termsId })
    const proposed = async (date: string) =>
      (
        await company.call('receipts.propose', {
          customerId: customer,
          date: day(date),
          amount: 9800,
          remittanceText: '',
        })
      )[0]?.lines
    expect(await proposed('2025-06-14')).toMatchObject([{ amount: 9800, discount: 200 }])
    expect(await proposed('2025-06-15')).toMatchObject([{ amount: 9800, discount: 0 }])
  })

  test('beyond the credit limit warns, or by policy refuses', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 15_000 })
    await company.call('invoices.post', invoice(customer))
    const second = await company.call('invoices.post', invoice(customer))
    expect(warned(second).warnings).toEqual(['NORTH01 now owes 200.00, over the credit limit of 150.00.'])
    const { version, settings, name, address, phone, email, taxNumber } = await company.call('company.profile', {})
    await company.call('company.update', {
      name,
      address,
      phone,
      email,
      taxNumber,
      version,
      settings: { ...settings, creditLimitPolicy: 'block' },
    })
    await expect(company.call('invoices.post', invoice(customer))).rejects.toMatchObject({
      code: 'credit_limit_exceeded',
      message:
        'NORTH01 would owe 300.00 (200.00 open, 100.00 on this), over the credit limit of 150.00. Post a smaller invoice or raise the limit.',
    })
  })

  test('a refused invoice leaves no gap in the numbers', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await company.call('invoices.post', invoice(customer))
    await expect(company.call('invoices.post', invoice(customer, { lines: [line(-5)] }))).rejects.toThrow(
      'The total of an invoice cannot be negative.',
    )
    expect((await company.call('invoices.post', invoice(customer))).number).toBe('INV-00002')
  })

  const refusals: readonly (readonly [string, Partial<Invoice>, string, string])[] = [
    ['without lines', { lines: [] }, 'lines', 'An invoice needs at least one line. Enter a description and a price.'],
    [
      'with a negative total',
      { lines: [line(-100)] },
      'lines',
      'The total of an invoice cannot be negative. Correct the quantities or the prices.',
    ],
    [
      'due before its date',
      { dueDate: day('2025-05-31') },
      'dueDate',
      'The due date is before the document date. Enter a later due date.',
    ],
    ['with unknown terms', { termsId: 99 }, 'termsId', 'There are no such terms. Choose them from the list.'],
    [
      'with an unknown tax code',
      { lines: [line(1, { taxCodeId: 99 })] },
      'lines.0.taxCodeId',
      'There is no such tax code. Choose one from the list.',
    ],
    [
      'of an unknown product',
      { lines: [{ ...line(1), productId: 99 }] },
      'lines.0.productId',
      'There is no such product. Choose one from the list.',
    ],
    [
      'to an unknown account',
      { lines: [{ ...line(1), accountId: 99 }] },
      'lines.0.accountId',
      'There is no such account. Choose one from the list.',
    ],
    [
      'beyond what the ledger holds',
      { lines: [line(1), { ...line(1), quantity: 8e15, unitPrice: 8e15 }] },
      'lines.1.unitPrice',
      'This amount is too large for the ledger. The limit is 90 trillion in hundredths.',
    ],
    [
      'without a description',
      { lines: [{ ...line(1), description: ' ' }] },
      'lines.0.description',
      'Line 1, description is needed. Enter it.',
    ],
  ]
  test.each(refusals)('%s is refused in words, beside its field', async (_, changes, path, message) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await expect(company.call('invoices.post', invoice(customer, changes))).rejects.toMatchObject({ path, message })
    expect(await accountBalances(company)).toEqual({})
  })

  test('a customer on hold is refused an invoice, and can still pay', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { onHold: true })
    await expect(company.call('invoices.post', invoice(customer))).rejects.toMatchObject({
      code: 'customer_on_hold',
      path: 'customerId',
    })
  })

  test('the control account cannot be sold to', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const control = (await company.call('accounts.list', {})).find((account) => account.isControl)
    const lines = [{ ...line(100), accountId: control?.id ?? 0 }]
    await expect(company.call('invoices.post', invoice(customer, { lines }))).rejects.toMatchObject({
      code: 'account_unfit',
      path: 'lines.0.accountId',
    })
  })
})
