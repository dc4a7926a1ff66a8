import { describe, expect, test } from 'vitest'
import { addDays } from '../../src-shared/domain/dates/calendar.ts'
import { ALLOWANCES_GIVEN, DOCUMENTS_POSTED } from '../../src-main/reports/queries/statements/activity.ts'
import { newCompany, profile, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'

const statement = (
  company: TestCompany,
  customerId: number,
  date: string,
  form: 'open_item' | 'balance_forward',
  from: string | null = null,
) =>
  company.call('statements.data', {
    customerId,
    statementDate: day(date),
    form,
    from: from === null ? null : day(from),
  })

/** What the control account says of a customer, by a plain sum over entries. */
const controlBalance = (company: TestCompany, customerId: number, date: string): number =>
  company
    .sql()
    .value<number>('SELECT coalesce(sum(amount), 0) FROM entry WHERE customer_id = ? AND posting_date <= ?', [
      customerId,
      date,
    ]) ?? 0

describe('an open item statement', () => {
  test('lists what is open by date with what was paid on it, credits too, and a running balance', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1', { name: 'Acme' })
    const old = await postInvoice(company, id, '2025-04-01', 10_000, { reference: 'PO 1' })
    await postInvoice(company, id, '2025-06-05', 7_000)
    await postReceipt(company, id, '2025-06-05', 6_000, [{ documentId: old.id, amount: 4_000 }])

    const made = await statement(company, id, '2025-06-30', 'open_item')
    expect(made).toMatchObject({
      form: 'open_item',
      company: { name: profile.name, address: profile.address },
      customer: { id, code: 'C1', name: 'Acme', address: { city: 'Portland' } },
      currency: 'USD',
      statementDate: '2025-06-30',
      from: null,
      openingBalance: 0,
      unapplied: 2_000,
      pastDue: 6_000,
      total: 11_000,
      aging: { labels: ['Current', '1-30', '31-60', '61-90', 'Over 90'], buckets: [7_000, 0, 6_000, 0, 0] },
      message: 'Thank you for your business.',
    })
    expect(
      made.lines.map(({ date, number, dueDate, original, paid, open, runningBalance }) => [
        date,
        number,
        dueDate,
        original,
        paid,
        open,
        runningBalance,
      ]),
    ).toEqual([
      ['2025-04-01', 'INV-00001', '2025-05-01', 10_000, 4_000, 6_000, 6_000],
      ['2025-06-05', 'INV-00002', '2025-07-05', 7_000, 0, 7_000, 13_000],
      ['2025-06-05', 'RCT-00001', null, -6_000, -4_000, -2_000, 11_000],
    ])
  })

  test('of a past day says what the customer was told then', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-05-01', 10_000)
    const then = await statement(company, id, '2025-05-31', 'open_item')
    await postReceipt(company, id, '2025-06-10', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    expect(await statement(company, id, '2025-05-31', 'open_item')).toEqual(then)
    expect(await statement(company, id, '2025-06-30', 'open_item')).toMatchObject({ lines: [], total: 0, unapplied: 0 })
  })

  test('leaves out an invoice and its void', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000)
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-10'), reason: 'typed twice' })
    expect((await statement(company, id, '2025-06-30', 'open_item')).lines).toEqual([])
    expect((await statement(company, id, '2025-06-09', 'open_item')).lines).toMatchObject([
      { number: 'INV-00001', open: 10_000 },
    ])
  })

  test('ages an invoice due in parts part by part', async () => {
    const company = newCompany()
    const parts = [0, 30, 60].map((dueAfterDays, index) => ({
      percent: index === 0 ? 20_000_000 : 40_000_000,
      dueAfterDays,
    }))
    const rule = { kind: 'instalments', parts, discount: null, graceDays: 0 } as const
    const terms = await company.call('terms.create', { code: 'PARTS', name: 'Three parts', rule })
    const id = await addCustomer(company, 'C1')
    await postInvoice(company, id, '2025-05-01', 10_000, { termsId: terms.id })
    const made = await statement(company, id, '2025-06-10', 'open_item')
    expect(made).toMatchObject({ total: 10_000, pastDue: 6_000, aging: { buckets: [4_000, 4_000, 2_000, 0, 0] } })
  })
})

describe('a balance forward statement', () => {
  test('opens with the balance before its first day and lists what moved it since, discounts and write-offs too', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1', { termsCode: '2-10-30' })
    await postInvoice(company, id, '2025-05-20', 5_000)
    const invoice = await postInvoice(company, id, '2025-06-02', 10_000)
    await postReceipt(company, id, '2025-06-08', 9_700, [
      { documentId: invoice.id, amount: 9_700, discount: 200, writeOff: 100, writeOffReason: 'small balance' },
    ])
    const made = await statement(company, id, '2025-06-30', 'balance_forward', '2025-06-01')
    expect(made).toMatchObject({ from: '2025-06-01', openingBalance: 5_000, total: 5_000, unapplied: 0 })
    expect(
      made.lines.map(({ date, kind, number, reference, original, runningBalance }) => [
        date,
        kind,
        number,
        reference,
        original,
        runningBalance,
      ]),
    ).toEqual([
      ['2025-06-02', 'invoice', 'INV-00002', '', 10_000, 15_000],
      ['2025-06-08', 'adjustment', 'INV-00002', 'Discount taken', -200, 14_800],
      ['2025-06-08', 'adjustment', 'INV-00002', 'Adjustment', -100, 14_700],
      ['2025-06-08', 'receipt', 'RCT-00001', '', -9_700, 5_000],
    ])
  })

  test('lists an invoice and its void both, when both are dated in the period', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000)
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-10'), reason: 'typed twice' })
    const { lines, total } = await statement(company, id, '2025-06-30', 'balance_forward', '2025-06-01')
    expect(lines.map(({ number, original }) => [number, original])).toEqual([
      ['INV-00001', 10_000],
      ['INV-00001/V', -10_000],
    ])
    expect(total).toBe(0)
  })

  test('covers the month of the statement when no first day is given', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    expect(await statement(company, id, '2025-06-30', 'balance_forward')).toMatchObject({
      from: '2025-06-01',
      lines: [],
      openingBalance: 0,
    })
    expect(await statement(company, id, '2025-06-30', 'balance_forward', '2025-07-15')).toMatchObject({
      from: '2025-06-30',
    })
    expect(await statement(company, id, '2025-06-30', 'balance_forward', '1900-01-01')).toMatchObject({
      openingBalance: 0,
    })
  })
})

/** Two months of postings, applications, an unapplication, a discount taken back, and voids of both kinds. */
const busyCompany = async () => {
  const company = newCompany()
  const id = await addCustomer(company, 'C1', { termsCode: '2-10-30' })
  const neighbour = await addCustomer(company, 'C2')
  await postInvoice(company, neighbour, '2025-05-10', 777)
  const first = await postInvoice(company, id, '2025-05-02', 10_000)
  const second = await postInvoice(company, id, '2025-05-05', 20_000)
  const receipt = await postReceipt(company, id, '2025-05-10', 25_000, [
    { documentId: first.id, amount: 9_800, discount: 200 },
  ])
  await applyCredit(
    company,
    receipt.id,
    [{ documentId: second.id, amount: 15_000, writeOff: 50, writeOffReason: 'tolerance' }],
    '2025-05-14',
  )
  const [application] = (await company.call('documents.get', { id: first.id })).applications
  await company.call('applications.unapply', { applicationId: application?.id ?? 0, date: day('2025-05-18') })
  const wrong = await postInvoice(company, id, '2025-05-20', 3_333)
  await company.call('documents.void', { id: wrong.id, date: day('2025-05-22'), reason: 'wrong price' })
  const late = await postInvoice(company, id, '2025-05-25', 40_000)
  await postReceipt(company, id, '2025-06-01', 40_000, [{ documentId: late.id, amount: 40_000 }])
  await company.call('documents.void', { id: receipt.id, date: day('2025-06-03'), reason: 'returned by the bank' })
  return { company, id }
}

test('on every day both forms, the card and the list agree with the control account', async () => {
  const { company, id } = await busyCompany()
  for (let date = day('2025-04-30'); date <= '2025-06-05'; date = addDays(date, 1)) {
    const expected = controlBalance(company, id, date)
    const openItem = await statement(company, id, date, 'open_item')
    const forward = await statement(company, id, date, 'balance_forward', '2025-05-12')
    const card = await company.call('customers.get', { id, asOf: date })
    const [row] = (await company.call('customers.list', { asOf: date })).rows
    expect([openItem.total, forward.total, card.balance, row?.balance], date).toEqual([
      expected,
      expected,
      expected,
      expected,
    ])
    expect(openItem.lines.at(-1)?.runningBalance ?? 0, date).toBe(expected)
    expect(forward.lines.at(-1)?.runningBalance ?? forward.openingBalance, date).toBe(expected)
    expect(
      openItem.aging.buckets.reduce((sum, amount) => sum + amount, -openItem.unapplied),
      date,
    ).toBe(expected)
    expect([row?.overdue, openItem.pastDue], date).toEqual([card.overdue, card.overdue])
  }
})

test('a statement names a customer that does not exist, and reads the documents of one customer only', async () => {
  const company = newCompany()
  await expect(statement(company, 5, '2025-06-30', 'open_item')).rejects.toMatchObject({
    code: 'customer_not_found',
    path: 'customerId',
  })
  for (const sql of [DOCUMENTS_POSTED, ALLOWANCES_GIVEN]) {
    expect(planOf(company, sql)).toMatch(/USING (COVERING )?INDEX document_by_customer \(customer_id=\?/)
  }
})
