import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

type Caller = Pick<TestCompany, 'call'>

const tolerate = async (company: Caller, tolerancePercent: number, toleranceMost: number): Promise<void> => {
  const {
    uid: _,
    baseCurrency: __,
    closingDate: ___,
    customers: ____,
    documents: _____,
    settings,
    ...profile
  } = await company.call('company.profile', {})
  await company.call('company.update', { ...profile, settings: { ...settings, tolerancePercent, toleranceMost } })
}

const propose = (company: Caller, customerId: number, amount: number) =>
  company.call('receipts.propose', { customerId, date: day('2025-06-20'), amount, remittanceText: '' })

const FIVE_PERCENT = 5_000_000

describe('payment tolerance (semantics: Early payment discount and tolerance)', () => {
  const setting = async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await tolerate(company, FIVE_PERCENT, 1000)
    return { company, customer, invoice }
  }

  test('95 against 100 at 5%: the write-off of 5 is proposed, and accepted closes it', async () => {
    const { company, customer, invoice } = await setting()
    const [best] = await propose(company, customer, 9500)
    expect(best).toEqual({
      reason: 'The amount of INV-00001 with 5.00 written off within tolerance.',
      lines: [{ documentId: invoice.id, amount: 9500, discount: 0, writeOff: 500 }],
      credits: [],
    })
    await postReceipt(company, customer, '2025-06-20', 9500, [
      { documentId: invoice.id, amount: 9500, writeOff: 500, writeOffReason: 'tolerance' },
    ])
    expect(openAsOf(company, invoice.id)).toBe(0)
  })

  test('the next proposal declines it and leaves 5 open', async () => {
    const { company, customer, invoice } = await setting()
    const [, declined] = await propose(company, customer, 9500)
    expect(declined).toMatchObject({ lines: [{ documentId: invoice.id, amount: 9500, writeOff: 0 }] })
    await postReceipt(company, customer, '2025-06-20', 9500, [{ documentId: invoice.id, amount: 9500 }])
    expect(openAsOf(company, invoice.id)).toBe(500)
  })

  test('one cent more is not proposed', async () => {
    const { company, customer } = await setting()
    const ways = await propose(company, customer, 9499)
    expect(ways.flatMap(({ lines }) => lines.map(({ writeOff }) => writeOff))).toEqual([0])
  })

  test('what the role may not write off is not proposed', async () => {
    const { company, customer } = await setting()
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 499, version: 1 })
    const clerk = asClerk(company)
    expect(
      (await propose(clerk, customer, 9500)).every(({ lines }) => lines.every(({ writeOff }) => writeOff === 0)),
    ).toBe(true)
    expect((await propose(clerk, customer, 9501))[0]?.lines[0]?.writeOff).toBe(499)
  })

  test('in a foreign currency the limit is measured by the rate of the day, and none is proposed without a rate', async () => {
    const { company } = await setting()
    const euro = await addCustomer(company, 'EURO', { currency: 'EUR' })
    await postInvoice(company, euro, '2025-06-01', 100_000, { rate: '1.25' })
    expect((await propose(company, euro, 99_200))[0]?.lines[0]?.writeOff).toBe(0)
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-10'), rate: '1.25', version: null })
    // 10.00 USD is 8.00 EUR.
    expect((await propose(company, euro, 99_200))[0]?.lines[0]?.writeOff).toBe(800)
    expect((await propose(company, euro, 99_199))[0]?.lines[0]?.writeOff).toBe(0)
  })
})
