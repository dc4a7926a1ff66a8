import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { setSettings } from './settings.ts'

const totalsOn = async (company: TestCompany, asOf: string, basis: 'due_date' | 'document_date' | null = null) =>
  (await company.call('aging.byCustomer', { asOf: day(asOf), basis })).totals

const owing = async (company: TestCompany, cents: number, dueDate = '2025-07-01') => {
  const customer = await addCustomer(company, 'C1')
  const invoice = await postInvoice(company, customer, '2025-06-01', cents, { dueDate })
  const pay = (amount: number, date = '2025-06-10') =>
    postReceipt(company, customer, date, amount, [{ documentId: invoice.id, amount }])
  return { customer, invoice, pay }
}

test('the balance of an item as of D is the sum of its entries dated on or before D', async () => {
  const company = newCompany()
  const { invoice, pay } = await owing(company, 20_000)
  await pay(5000, '2025-06-10')
  await pay(2500, '2025-06-20')
  const days = ['2025-05-31', '2025-06-01', '2025-06-09', '2025-06-10', '2025-06-19', '2025-06-20']
  const aged = []
  for (const asOf of days) aged.push((await totalsOn(company, asOf)).total)
  expect(aged).toEqual([0, 20_000, 20_000, 15_000, 15_000, 12_500])
  expect(days.map((asOf) => openAsOf(company, invoice.id, asOf))).toEqual(aged)
})

test('a payment dated after D does not count, although it exists', async () => {
  const company = newCompany()
  const { pay } = await owing(company, 10_000)
  await pay(10_000, '2025-06-20')
  expect(await totalsOn(company, '2025-06-19')).toMatchObject({ total: 10_000, unapplied: 0 })
})

describe('buckets by due date', () => {
  test.each([
    ['due on D', '2025-07-01', 0],
    ['due after D', '2025-06-30', 0],
    ['1 day late', '2025-07-02', 1],
    ['30 days late', '2025-07-31', 1],
    ['31 days late', '2025-08-01', 2],
    ['60 days late', '2025-08-30', 2],
    ['61 days late', '2025-08-31', 3],
    ['90 days late', '2025-09-29', 3],
    ['91 days late', '2025-09-30', 4],
  ])('%s', async (_, asOf, bucket) => {
    const company = newCompany()
    await owing(company, 10_000, '2025-07-01')
    const expected = [0, 0, 0, 0, 0].with(bucket, 10_000)
    expect((await totalsOn(company, asOf)).buckets).toEqual(expected)
  })

  test('edges are a setting', async () => {
    const company = newCompany()
    await setSettings(company, { agingEdges: [10, 45] })
    await owing(company, 10_000, '2025-07-01')
    const { labels, totals } = await company.call('aging.byCustomer', { asOf: day('2025-07-12') })
    expect(labels).toEqual(['Current', '1-10', '11-45', 'Over 45'])
    expect(totals.buckets).toEqual([0, 0, 10_000, 0])
  })

  test('or by document date', async () => {
    const company = newCompany()
    await owing(company, 10_000, '2025-07-01')
    expect((await totalsOn(company, '2025-06-11', 'document_date')).buckets).toEqual([0, 10_000, 0, 0, 0])
  })

  test('always add up to the outstanding total', async () => {
    const company = newCompany()
    const { customer, pay } = await owing(company, 10_000)
    await pay(3000)
    await postReceipt(company, customer, '2025-06-12', 700)
    await postInvoice(company, customer, '2025-03-01', 5000)
    for (const asOf of ['2025-03-01', '2025-06-11', '2025-06-12', '2025-12-31']) {
      const { buckets, unapplied, total } = await totalsOn(company, asOf)
      expect(buckets.reduce((sum, bucket) => sum + bucket, unapplied)).toBe(total)
    }
  })
})

describe('credits', () => {
  test('sit in a column of their own', async () => {
    const company = newCompany()
    const { customer } = await owing(company, 10_000)
    await postReceipt(company, customer, '2025-06-12', 700)
    expect(await totalsOn(company, '2025-07-20')).toEqual({
      buckets: [0, 10_000, 0, 0, 0],
      unapplied: -700,
      total: 9300,
    })
  })

  test('or, by setting, age by their own date', async () => {
    const company = newCompany()
    await setSettings(company, { agingCredits: 'by_date' })
    const { customer } = await owing(company, 10_000)
    await postReceipt(company, customer, '2025-06-12', 700)
    expect(await totalsOn(company, '2025-07-20')).toEqual({
      buckets: [0, 10_000, -700, 0, 0],
      unapplied: 0,
      total: 9300,
    })
  })
})

describe('examples', () => {
  test('100 paid 99.99: 0.01 is still listed', async () => {
    const company = newCompany()
    const { customer, pay } = await owing(company, 10_000)
    await pay(9999)
    const items = await company.call('aging.items', { asOf: day('2025-06-30'), customerId: customer })
    expect(items.map(({ open }) => open)).toEqual([1])
  })

  test('invoice 200, on account 50: outstanding 150; later payment of 125 leaves 25', async () => {
    const company = newCompany()
    const { customer } = await owing(company, 20_000)
    await postReceipt(company, customer, '2025-06-05', 5000)
    expect((await totalsOn(company, '2025-06-30')).total).toBe(15_000)
    await postReceipt(company, customer, '2025-06-06', 12_500)
    expect((await totalsOn(company, '2025-06-30')).total).toBe(2500)
  })

  test('invoice 200, pay 150: subledger 50, control account 50, difference 0', async () => {
    const company = newCompany()
    const { pay } = await owing(company, 20_000)
    await pay(15_000)
    const tieOut = await company.call('ledger.tieOut', { asOf: day('2025-06-30') })
    expect(tieOut).toMatchObject({ subledger: 5000, controlAccount: 5000, difference: 0 })
  })

  test('invoice 1000, return 200, pay 500: 300', async () => {
    const company = newCompany()
    const { invoice, pay } = await owing(company, 100_000)
    const back = { reference: '', memo: '', lines: [{ lineNo: 1, quantity: 200_000 }], apply: true }
    await company.call('creditNotes.postFromInvoice', {
      ...back,
      invoiceId: invoice.id,
      documentDate: day('2025-06-05'),
    })
    await pay(50_000)
    expect(openAsOf(company, invoice.id)).toBe(30_000)
    expect((await totalsOn(company, '2025-06-30')).total).toBe(30_000)
  })

  test('a credit applied later ages both as they stood on each day', async () => {
    const company = newCompany()
    const { customer, invoice } = await owing(company, 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 4000)
    await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 4000 }], '2025-06-20')
    expect(await totalsOn(company, '2025-06-19')).toMatchObject({ buckets: [10_000, 0, 0, 0, 0], unapplied: -4000 })
    expect(await totalsOn(company, '2025-06-20')).toMatchObject({ buckets: [6000, 0, 0, 0, 0], unapplied: 0 })
  })
})
