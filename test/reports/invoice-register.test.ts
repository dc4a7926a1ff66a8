import { expect, test } from 'vitest'
import { expectInvariants, newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

const register = (company: TestCompany, from: string, to: string) =>
  company.call('registers.invoices', { from: day(from), to: day(to) })

const withTax = async (company: TestCompany) => {
  const [account] = (await company.call('accounts.list', {})).filter(({ code }) => code === '2200')
  const { id } = await company.call('taxCodes.create', {
    code: 'GST',
    name: 'GST 10%',
    rate: 10_000_000,
    accountId: account?.id ?? 0,
  })
  return id
}

test('the invoice register lists what was billed in the period, credit notes and voids taken off', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const taxCodeId = await withTax(company)
  await postInvoice(company, customer, '2025-05-31', 999_00)
  const first = await postInvoice(company, customer, '2025-06-01', 100_00, { taxCodeId })
  const wrong = await postInvoice(company, customer, '2025-06-02', 50_00)
  await company.call('documents.void', { id: wrong.id, date: day('2025-06-03'), reason: 'Entered twice' })
  await company.call('creditNotes.post', {
    customerId: customer,
    documentDate: day('2025-06-30'),
    pricesIncludeTax: false,
    reference: '',
    memo: '',
    rate: null,
    lines: [line(10_00, { taxCodeId })],
    applications: [],
    draftUid: null,
  })
  const { rows, count, totals } = await register(company, '2025-06-01', '2025-06-30')
  expect(rows.map(({ kind, net, tax, total }) => [kind, net, tax, total])).toEqual([
    ['invoice', 100_00, 10_00, 110_00],
    ['invoice', 50_00, 0, 50_00],
    ['invoice', -50_00, 0, -50_00],
    ['credit_note', -10_00, -1_00, -11_00],
  ])
  expect(rows[0]).toMatchObject({ documentId: first.id, number: first.number, customerCode: 'C1', currency: 'USD' })
  expect(count).toBe(4)
  expect(totals).toEqual([{ currency: 'USD', net: 90_00, tax: 9_00, total: 99_00 }])
  expectInvariants(company.path)
})

test('each currency has a total of its own, and what was open in the old books is not billed again', async () => {
  const company = newCompany()
  const home = await addCustomer(company, 'HOME')
  const abroad = await addCustomer(company, 'ABROAD', { currency: 'EUR' })
  await postInvoice(company, home, '2025-06-01', 100_00)
  await postInvoice(company, abroad, '2025-06-01', 200_00, { rate: '1.1' })
  await company.call('openingBalances.post', {
    items: [
      {
        customerId: home,
        kind: 'invoice',
        number: 'OLD-1',
        documentDate: day('2025-06-01'),
        dueDate: day('2025-06-30'),
        amount: 777_00,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  })
  const { totals } = await register(company, '2025-06-01', '2025-06-30')
  expect(totals).toEqual([
    { currency: 'EUR', net: 200_00, tax: 0, total: 200_00 },
    { currency: 'USD', net: 100_00, tax: 0, total: 100_00 },
  ])
  expect(await register(company, '2025-07-01', '2025-06-01')).toMatchObject({ rows: [], count: 0, totals: [] })
})

test('a deduction charged back is not billed a second time, nor taken off by its void; the bank’s fee is billed', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const invoice = await postInvoice(company, customer, '2025-06-01', 100_00)
  const reasonCodeId = (await company.call('reasonCodes.list', {}))[0]?.id ?? 0
  const deductions = [{ reasonCodeId, amount: 20_00, memo: '' }]
  const receipt = await postReceipt(company, customer, '2025-06-05', 80_00, [
    { documentId: invoice.id, amount: 80_00, deductions },
  ])
  const [deduction] = (await company.call('deductions.list', { asOf: day('2025-06-05') })).rows
  const back = { amount: null, dueDate: day('2025-06-30'), memo: '' }
  await company.call('deductions.chargeBack', { id: deduction?.id ?? 0, date: day('2025-06-06'), ...back })
  const billed = async () =>
    (await register(company, '2025-06-01', '2025-06-30')).rows.map(({ kind, total }) => [kind, total])
  expect(await billed()).toEqual([['invoice', 100_00]])
  const note = (await company.call('documents.list', { kinds: ['debit_note'], asOf: day('2025-06-06') })).rows[0]
  await company.call('documents.void', { id: note?.id ?? 0, date: day('2025-06-07'), reason: 'wrong' })
  expect(await billed()).toEqual([['invoice', 100_00]])
  const fee = { amount: 5_00, bearer: 'customer' as const }
  await company.call('receipts.returnPayment', { id: receipt.id, date: day('2025-06-08'), reason: 'no funds', fee })
  expect(await billed()).toEqual([
    ['invoice', 100_00],
    ['debit_note', 5_00],
  ])
  expect((await register(company, '2025-06-01', '2025-06-30')).totals).toEqual([
    { currency: 'USD', net: 105_00, tax: 0, total: 105_00 },
  ])
  expectInvariants(company.path)
})
