import { expect, test } from 'vitest'
import { expectInvariants, newCompany } from '../fixtures/company.ts'
import { addCustomer, day, line } from '../fixtures/entries.ts'

test('a code charges its taxes in the order in which they were named, not in which they were made', async () => {
  const company = newCompany()
  const customerId = await addCustomer(company, 'ACME')
  const accountId = (await company.call('accounts.list', {})).find(({ code }) => code === '2200')?.id ?? 0
  const make = (code: string, rate: number) => company.call('taxCodes.create', { code, name: code, rate, accountId })
  const [first, second, third] = [
    await make('ONE', 10_000_000),
    await make('TWO', 7_500_000),
    await make('SIX', 2_000_000),
  ]
  const { id: taxCodeId } = await company.call('taxCodes.createGroup', {
    code: 'TURNED',
    name: 'The last made first, the others on it',
    taxes: [
      { taxCodeId: third.id, onEarlier: false },
      { taxCodeId: first.id, onEarlier: true },
      { taxCodeId: second.id, onEarlier: true },
    ],
  })
  const listed = (await company.call('taxCodes.list', {})).find(({ code }) => code === 'TURNED')
  expect(JSON.stringify(listed)).toMatch(/SIX[^]*ONE[^]*TWO/)
  const { id, total } = await company.call('invoices.post', {
    customerId,
    documentDate: day('2025-06-01'),
    termsId: null,
    dueDate: null,
    rate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [line(100_00, { taxCodeId })],
    draftUid: null,
  })
  // 2% of 100.00, 10% of 102.00, 7.5% of 112.20 rounded away from zero.
  expect(
    (await company.call('documents.get', { id })).taxes.map(({ taxCode, base, tax }) => [taxCode, base, tax]),
  ).toEqual([
    ['SIX', 100_00, 2_00],
    ['ONE', 102_00, 10_20],
    ['TWO', 112_20, 8_42],
  ])
  expect(total).toBe(120_62)
  const note = { invoiceId: id, documentDate: day('2025-06-02'), reference: '', memo: '', lines: null, apply: true }
  const credited = await company.call('creditNotes.postFromInvoice', { ...note, draftUid: null })
  expect(credited.total).toBe(-120_62)
  expectInvariants(company.path)
})
