import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

/** A series at its very next number: what is one less is another matter, and tested elsewhere. */

test('the very next number may be entered as the next: it is given, and then the one after it', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const post = async () => (await postInvoice(company, customer, '2025-06-01', 100)).number
  expect(await post()).toBe('INV-00001')
  const series = await company.call('numberSeries.list', { date: day('2025-06-30') })
  const { version = 0 } = series.find(({ kind }) => kind === 'invoice') ?? {}
  const change = { kind: 'invoice', version, prefix: 'INV-', width: 6, date: day('2025-06-30') } as const
  await expect(company.call('numberSeries.change', { ...change, nextNumber: 1 })).rejects.toMatchObject({
    code: 'series_number_used',
    params: { next: '2' },
  })
  await company.call('numberSeries.change', { ...change, nextNumber: 2 })
  expect([await post(), await post()]).toEqual(['INV-000002', 'INV-000003'])
})

test('a document that brings the very next number is passed over, the one before and the one after it are given', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const post = async () => warned(await postInvoice(company, customer, '2025-06-01', 100))
  expect(await post()).toMatchObject({ number: 'INV-00001', warnings: [] })
  await company.call('openingBalances.post', {
    items: [
      {
        customerId: customer,
        kind: 'invoice',
        number: 'INV-00002',
        documentDate: day('2025-01-15'),
        dueDate: null,
        amount: 100,
        rate: null,
        reference: '',
        memo: '',
      },
    ],
  })
  expect(await post()).toMatchObject({
    number: 'INV-00003',
    warnings: ['INV-00002 was given before, so this invoice is INV-00003.'],
  })
  expect(await post()).toMatchObject({ number: 'INV-00004', warnings: [] })
  const passed = 'SELECT series_number AS number, through FROM number_passed_over'
  expect(company.sql().all(passed)).toEqual([{ number: 2, through: null }])
})
