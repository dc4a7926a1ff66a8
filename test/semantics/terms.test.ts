import { describe, expect, test } from 'vitest'
import type { PaymentTerms } from '../../src-shared/company/rules/terms/terms.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
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
    [
      'after 30 days, at the end of the month',
      { kind: 'end_of_month', afterDays: 30, months: 0, days: 0, ...plain },
      '2025-01-20',
      '2025-02-28',
    ],
    [
      'at the end of the month and then 10 days',
      { kind: 'end_of_month', months: 0, days: 10, ...plain },
      '2025-01-20',
      '2025-02-10',
    ],
    [
      'on the 15th after at least 31 days',
      { kind: 'day_of_month', dayOfMonth: 15, afterDays: 31, ...plain },
      '2019-04-15',
      '2019-06-15',
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

test('terms made before there were days before a month’s end, or months of an instalment, stay as they are', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const sql = company.sql()
  const stored = async (code: string, rule: string): Promise<number> =>
    sql.insert('INSERT INTO terms (uid, code, code_key, name, rule) VALUES (?, ?, ?, ?, ?)', [
      code,
      code,
      code.toLowerCase(),
      code,
      rule,
    ])
  const common = '"discount":{"percent":2000000,"days":10},"graceDays":0'
  const eom = await stored('E', `{"kind":"end_of_month","months":1,"days":5,${common}}`)
  const half = '{"percent":50000000,"dueAfterDays":0},{"percent":50000000,"dueAfterDays":30}'
  const halves = await stored('H', `{"kind":"instalments","parts":[${half}],${common}}`)
  expect((await postInvoice(company, customer, '2025-01-31', 10_000, { termsId: eom })).dueDate).toBe('2025-03-05')
  await postInvoice(company, customer, '2025-05-01', 10_001, { termsId: halves })
  expect(await dueParts(company, customer, '2025-05-01')).toEqual([
    ['2025-03-05', 10_000],
    ['2025-05-01', 5001],
    ['2025-05-31', 5000],
  ])
})

describe('instalments by amount, by months, and the rest', () => {
  const deposit: PaymentTerms = {
    kind: 'instalments',
    parts: [
      { amount: 10_000, dueAfterMonths: 0, dueAfterDays: 0 },
      { percent: 25_000_000, dueAfterMonths: 1, dueAfterDays: 0 },
      { rest: true, dueAfterMonths: 2, dueAfterDays: 15 },
    ],
    ...plain,
  }

  test('fall due in parts that come to the invoice', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, deposit)
    const customer = await addCustomer(company, 'C1')
    const { dueDate } = await postInvoice(company, customer, '2025-01-31', 100_003, { termsId })
    expect(dueDate).toBe('2025-04-15')
    expect(await dueParts(company, customer, '2025-01-31')).toEqual([
      ['2025-01-31', 10_000],
      ['2025-02-28', 25_001],
      ['2025-04-15', 65_002],
    ])
  })

  test('an invoice that the deposit covers is due with it, and a copy of it too', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, deposit)
    const customer = await addCustomer(company, 'C1')
    const { id, dueDate } = await postInvoice(company, customer, '2025-01-31', 8000, { termsId })
    expect(dueDate).toBe('2025-01-31')
    const { draft } = await company.call('documents.voidAndCopy', { id, date: day('2025-01-31'), reason: 'again' })
    expect((await company.call('drafts.get', { uid: draft.uid })).body).toMatchObject({ termsId, dueDate: null })
  })

  test('a customer billed in another currency owes what the amounts are worth in it', async () => {
    const company = newCompany()
    const termsId = await addTerms(company, deposit)
    const customer = await addCustomer(company, 'C1', { currency: 'EUR' })
    await postInvoice(company, customer, '2025-01-31', 100_000, { termsId, rate: '1.25' })
    expect(await dueParts(company, customer, '2025-01-31')).toEqual([
      ['2025-01-31', 8000],
      ['2025-02-28', 25_000],
      ['2025-04-15', 67_000],
    ])
  })

  test('amounts without a rest are refused beside the instalments', async () => {
    const [first, second] = deposit.kind === 'instalments' ? deposit.parts : []
    const fixed = [first, second].flatMap((part) => part ?? [])
    await expect(addTerms(newCompany(), { ...deposit, kind: 'instalments', parts: fixed })).rejects.toMatchObject({
      code: 'terms_invalid',
      path: 'rule.parts',
    })
  })
})

describe('a discount', () => {
  const earned = async (rule: PaymentTerms, paidOn: string, currency = 'USD'): Promise<number> => {
    const company = newCompany()
    const termsId = await addTerms(company, rule)
    const customer = await addCustomer(company, 'C1', { currency })
    const rate = currency === 'USD' ? {} : { rate: '1.25' }
    await postInvoice(company, customer, '2025-06-20', 20_000, { termsId, ...rate })
    const proposals = await company.call('receipts.propose', {
      customerId: customer,
      date: day(paidOn),
      amount: 20_000,
      remittanceText: '',
    })
    return Math.max(...proposals.flatMap(({ lines }) => lines.map(({ discount }) => discount)))
  }
  const until: PaymentTerms = {
    kind: 'net',
    days: 60,
    discount: { percent: 2_000_000, dayOfMonth: 10, cutoffDay: 25 },
    graceDays: 0,
  }
  const flat: PaymentTerms = { kind: 'net', days: 60, discount: { amount: 500, days: 10 }, graceDays: 0 }

  test.each([
    ['is earned until the 10th of next month', until, '2025-07-10', 'USD', 400],
    ['and not after it', until, '2025-07-11', 'USD', 0],
    ['of a flat amount', flat, '2025-06-30', 'USD', 500],
    ['of a flat amount, in another currency', flat, '2025-06-30', 'EUR', 400],
  ] as const)('%s', async (_, rule, paidOn, currency, discount) => {
    expect(await earned(rule, paidOn, currency)).toBe(discount)
  })
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
