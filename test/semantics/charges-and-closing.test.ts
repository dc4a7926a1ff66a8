import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

const charged = async (company: TestCompany, asOf: string, fee: number, settledSince: string | null = null) => {
  const rules = {
    asOf: day(asOf),
    annualRate: 10_000_000,
    fee,
    settledSince: settledSince === null ? null : day(settledSince),
  }
  const [proposed] = await company.call('financeCharges.propose', rules)
  if (!proposed) return null
  const charges = [{ customerId: proposed.customerId, total: proposed.total }]
  await company.call('financeCharges.post', { ...rules, memo: '', charges })
  return proposed
}

/** 100.00 due on 1 March. */
const late = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'C1')
  const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01' })
  return { customer, invoice }
}

describe('a finance charge: days late x rate / 365 x open', () => {
  test('100, 15 days, 10% a year, fee 10: interest 0.41, total 110.41', async () => {
    const company = newCompany()
    const { customer } = await late(company)
    expect(await charged(company, '2025-03-16', 1000)).toMatchObject({ interest: 41, fee: 1000 })
    expect((await company.call('customers.get', { id: customer, asOf: day('2025-03-16') })).balance).toBe(11_041)
  })

  test('runs from the day after the due date or the last charge', async () => {
    const company = newCompany()
    await late(company)
    expect((await charged(company, '2025-03-16', 0))?.items).toMatchObject([
      { after: '2025-03-01', until: '2025-03-16', days: 15 },
    ])
    expect((await charged(company, '2025-03-31', 0))?.items).toMatchObject([
      { after: '2025-03-16', until: '2025-03-31', days: 15 },
    ])
  })

  test('on a settled item stops on its settlement date', async () => {
    const company = newCompany()
    const { customer, invoice } = await late(company)
    await postReceipt(company, customer, '2025-03-16', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    expect(await charged(company, '2025-04-30', 0, '2025-03-01')).toMatchObject({
      interest: 41,
      items: [{ days: 15 }],
    })
  })
})

describe('a closed period', () => {
  const close = async (company: TestCompany, closingDate: string | null) => {
    const { version } = await company.call('company.profile', {})
    const date = closingDate === null ? null : day(closingDate)
    await company.call('company.setClosingDate', { closingDate: date, reason: 'the month is done', version })
  }

  test.each(['2025-05-30', '2025-05-31'])('refuses what is dated %s, naming the closing date', async (date) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await close(company, '2025-05-31')
    await expect(postInvoice(company, customer, date, 100)).rejects.toMatchObject({
      code: 'period_locked',
      params: { closingDate: '31 May 2025' },
    })
    await postInvoice(company, customer, '2025-06-01', 100)
  })

  test('is reopened by a supervisor, with a reason', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await close(company, '2025-05-31')
    const { version } = await company.call('company.profile', {})
    const reopening = { closingDate: null, version }
    await expect(company.call('company.setClosingDate', { ...reopening, reason: ' ' })).rejects.toMatchObject({
      path: 'reason',
    })
    await close(company, null)
    await postInvoice(company, customer, '2025-05-31', 100)
    const clerk = asClerk(company)
    const closing = clerk.call('company.setClosingDate', {
      ...reopening,
      reason: 'a late invoice',
      version: version + 1,
    })
    await expect(closing).rejects.toMatchObject({ code: 'not_allowed', params: { role: 'supervisor' } })
  })
})
