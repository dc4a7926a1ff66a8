import { describe, expect, test } from 'vitest'
import type { PaymentTerms } from '../../../src-shared/domain/terms.ts'
import { newCompany, type TestCompany } from '../../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../../fixtures/entries.ts'
import { addTerms, plain } from './settings.ts'

const parts = (...percents: readonly number[]): PaymentTerms => ({
  kind: 'instalments',
  parts: percents.map((percent, index) => ({ percent: Math.round(percent * 1e6), dueAfterDays: index * 30 })),
  ...plain,
})

const dueParts = async (company: TestCompany, customerId: number, asOf: string) =>
  (await company.call('aging.items', { asOf: day(asOf), customerId })).map(({ dueDate, open }) => [dueDate, open])

describe('an invoice is due', () => {
  test.each<[string, PaymentTerms, string, string]>([
    ['net 30 days', { kind: 'net', days: 30, ...plain }, '2025-06-10', '2025-07-10'],
    ['at the end of the month', { kind: 'end_of_month', months: 0, days: 0, ...plain }, '2025-06-10', '2025-06-30'],
    [
      'at the end of the next month',
      { kind: 'end_of_month', months: 1, days: 0, ...plain },
      '2025-01-31',
      '2025-02-28',
    ],
    [
      'on the 10th of next month',
      { kind: 'proximo', dayOfMonth: 10, cutoffDay: 25, ...plain },
      '2025-06-25',
      '2025-07-10',
    ],
    [
      'a month later after the cutoff',
      { kind: 'proximo', dayOfMonth: 10, cutoffDay: 25, ...plain },
      '2025-06-26',
      '2025-08-10',
    ],
  ])('%s', async (_, rule, documentDate, due) => {
    const company = newCompany()
    const termsId = await addTerms(company, rule)
    const customer = await addCustomer(company, 'C1')
    expect((await postInvoice(company, customer, documentDate, 10_000, { termsId })).dueDate).toBe(due)
  })
})

test('the percentages of instalments must add up to 100', async () => {
  const company = newCompany()
  await expect(addTerms(company, parts(50, 49))).rejects.toMatchObject({ code: 'terms_invalid' })
  await addTerms(company, parts(50, 50))
})

test('days are not negative', async () => {
  const company = newCompany()
  await expect(addTerms(company, { kind: 'net', days: -1, ...plain })).rejects.toMatchObject({ code: 'invalid_input' })
})

describe('instalments', () => {
  test('divide the total by the largest remainder, and the last takes the rest', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, parts(33.333333, 33.333333, 33.333334))
    const customer = await addCustomer(company, 'C1')
    await postInvoice(company, customer, '2025-06-01', 10_000, { termsId })
    expect(await dueParts(company, customer, '2025-06-01')).toEqual([
      ['2025-06-01', 3333],
      ['2025-07-01', 3333],
      ['2025-07-31', 3334],
    ])
  })

  test('are settled in due order by a payment on their invoice', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, parts(50, 30, 20))
    const customer = await addCustomer(company, 'C1')
    const { id } = await postInvoice(company, customer, '2025-06-01', 10_000, { termsId })
    await postReceipt(company, customer, '2025-06-02', 6000, [{ documentId: id, amount: 6000 }])
    expect(await dueParts(company, customer, '2025-06-02')).toEqual([
      ['2025-07-01', 2000],
      ['2025-07-31', 2000],
    ])
  })

  test('are what aging works on: each in the bucket of its own due date', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, parts(50, 30, 20))
    const customer = await addCustomer(company, 'C1')
    await postInvoice(company, customer, '2025-06-01', 10_000, { termsId })
    const { totals } = await company.call('aging.byCustomer', { asOf: day('2025-07-15') })
    expect(totals).toMatchObject({ buckets: [2000, 3000, 5000, 0, 0], total: 10_000 })
  })
})
