import { describe, expect, test } from 'vitest'
import { newCompany, profile, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

const statement = (
  company: TestCompany,
  customerId: number,
  form: 'open_item' | 'balance_forward',
  from: string | null = null,
) =>
  company.call('statements.data', {
    customerId,
    statementDate: day('2025-06-30'),
    form,
    from: from === null ? null : day(from),
  })

/** 100.00 from April, 40.00 of it paid in May; 70.00 from June; 20.00 on account. */
const dealings = async (company: TestCompany): Promise<number> => {
  const customer = await addCustomer(company, 'C1', { name: 'Acme' })
  const old = await postInvoice(company, customer, '2025-04-01', 10_000, { reference: 'PO 1' })
  await postReceipt(company, customer, '2025-05-10', 4000, [{ documentId: old.id, amount: 4000 }])
  await postInvoice(company, customer, '2025-06-05', 7000)
  await postReceipt(company, customer, '2025-06-06', 2000)
  return customer
}

describe('a statement', () => {
  test('names company, customer with address and account code, date and currency, and carries a message', async () => {
    const company = newCompany()
    const customer = await dealings(company)
    expect(await statement(company, customer, 'open_item')).toMatchObject({
      company: { name: profile.name, address: profile.address },
      customer: {
        code: 'C1',
        name: 'Acme',
        address: { line1: '1 Main Street', postalCode: '04101', city: 'Portland' },
      },
      currency: 'USD',
      statementDate: '2025-06-30',
      message: 'Thank you for your business.',
    })
  })

  test('has rows of date, document, reference, due date, original, paid, open and running balance', async () => {
    const company = newCompany()
    const { lines } = await statement(company, await dealings(company), 'open_item')
    expect(lines).toMatchObject([
      {
        date: '2025-04-01',
        number: 'INV-00001',
        reference: 'PO 1',
        dueDate: '2025-05-01',
        original: 10_000,
        paid: 4000,
        open: 6000,
        runningBalance: 6000,
      },
      {
        date: '2025-06-05',
        number: 'INV-00002',
        dueDate: '2025-07-05',
        original: 7000,
        paid: 0,
        open: 7000,
        runningBalance: 13_000,
      },
      { date: '2025-06-06', number: 'RCT-00002', original: -2000, open: -2000, runningBalance: 11_000 },
    ])
  })

  test('shows unapplied cash, the aging band, total and past due', async () => {
    const company = newCompany()
    expect(await statement(company, await dealings(company), 'open_item')).toMatchObject({
      unapplied: 2000,
      aging: { labels: ['Current', '1-30', '31-60', '61-90', 'Over 90'], buckets: [7000, 0, 6000, 0, 0] },
      total: 11_000,
      pastDue: 6000,
    })
  })

  test('of balance forward opens with the balance before the first day and lists the period’s activity', async () => {
    const company = newCompany()
    const made = await statement(company, await dealings(company), 'balance_forward', '2025-06-01')
    expect(made).toMatchObject({ openingBalance: 6000, total: 11_000 })
    expect(made.lines.map(({ number, runningBalance }) => [number, runningBalance])).toEqual([
      ['INV-00002', 13_000],
      ['RCT-00002', 11_000],
    ])
  })
})
