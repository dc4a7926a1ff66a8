import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const FACTS = [
  'command_log',
  'document',
  'document_line',
  'document_tax',
  'instalment',
  'application',
  'posting',
  'entry',
]

/** Every row of every fact, as text. */
const facts = (company: TestCompany): readonly string[] => {
  const connection = company.sql()
  const rows = FACTS.flatMap((table) =>
    connection
      .rows<readonly (string | number | null)[]>(`SELECT '${table}', * FROM "${table}"`)
      .map((row) => JSON.stringify(row)),
  )
  connection.close()
  return rows
}

const paid = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'C1')
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
  const receipt = await postReceipt(company, customer, '2025-06-05', 10_000, [
    { documentId: invoice.id, amount: 10_000 },
  ])
  const { applications } = await company.call('documents.get', { id: receipt.id })
  return { customer, invoice, receipt, applicationId: applications[0]?.id ?? 0 }
}

const date = day('2025-06-20')
const undoings: Readonly<
  Record<string, (company: TestCompany, of: Awaited<ReturnType<typeof paid>>) => Promise<unknown>>
> = {
  unapply: (company, { applicationId }) => company.call('applications.unapply', { applicationId, date }),
  void: (company, { receipt }) => company.call('documents.void', { id: receipt.id, date, reason: 'entered wrong' }),
  'a returned payment': (company, { receipt }) =>
    company.call('receipts.returnPayment', { id: receipt.id, date, reason: '', fee: null }),
}

for (const [name, undo] of Object.entries(undoings)) {
  test(`${name} makes new dated rows: nothing is updated, nothing deleted`, async () => {
    const company = newCompany()
    const posted = await paid(company)
    const before = facts(company)
    await undo(company, posted)
    const after = new Set(facts(company))
    expect(before.filter((row) => !after.has(row))).toEqual([])
    expect(after.size).toBeGreaterThan(before.length)
    expect([openAsOf(company, posted.invoice.id, '2025-06-19'), openAsOf(company, posted.invoice.id, date)]).toEqual([
      0, 10_000,
    ])
  })
}

describe('a returned payment, in one action', () => {
  test('reverses the receipt, reopens what it had settled, bills the bank’s fee, and counts on the customer’s record', async () => {
    const company = newCompany()
    const { customer, invoice, receipt } = await paid(company)
    const commands = (): number => company.sql().value<number>('SELECT count(*) FROM command_log') ?? 0
    const before = commands()
    const fee = { amount: 2500, bearer: 'customer' } as const
    await company.call('receipts.returnPayment', { id: receipt.id, date, reason: 'no funds', fee })
    expect(commands()).toBe(before + 1)
    expect([openAsOf(company, receipt.id), openAsOf(company, invoice.id)]).toEqual([0, 10_000])
    const card = await company.call('customers.get', { id: customer, asOf: date })
    expect([card.balance, card.returnedPayments]).toEqual([12_500, 1])
  })

  test('or absorbs the fee', async () => {
    const company = newCompany()
    const { customer, receipt } = await paid(company)
    const fee = { amount: 2500, bearer: 'company' } as const
    await company.call('receipts.returnPayment', { id: receipt.id, date, reason: 'no funds', fee })
    expect((await company.call('customers.get', { id: customer, asOf: date })).balance).toBe(10_000)
    expect((await accountBalances(company))['6200']).toBe(2500)
  })
})

describe('an over-payment', () => {
  test('never rolls by itself to another invoice', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const first = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 11_000, [
      { documentId: first.id, amount: 10_000 },
    ])
    const second = await postInvoice(company, customer, '2025-06-06', 10_000)
    expect([openAsOf(company, second.id), openAsOf(company, receipt.id)]).toEqual([10_000, -1000])
  })

  test('is refunded', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const first = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-05', 11_000, [
      { documentId: first.id, amount: 10_000 },
    ])
    const refund = {
      creditDocumentId: receipt.id,
      date,
      amount: 1000,
      method: 'transfer' as const,
      reference: '',
      memo: '',
      bankAccountId: null,
    }
    await company.call('refunds.post', refund)
    expect(openAsOf(company, receipt.id)).toBe(0)
    expect(await accountBalances(company)).toMatchObject({ '1000': -1000, '1010': 11_000, '4000': -10_000 })
  })
})
