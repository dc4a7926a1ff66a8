import { describe, expect, test } from 'vitest'
import { asClerk, OWNER } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { addTaxCode, addTerms, setSettings } from './settings.ts'

const tenPercentIn10Days = { kind: 'net', days: 30, discount: { percent: 10_000_000, days: 10 }, graceDays: 0 } as const

/** 200 + 18% = 236, with 10% off within 10 days of 1 June. */
const invoiced = async (company: TestCompany) => {
  const customer = await addCustomer(company, 'C1')
  const termsId = await addTerms(company, tenPercentIn10Days)
  const taxCodeId = await addTaxCode(company, 18)
  const { id, total } = await postInvoice(company, customer, '2025-06-01', 20_000, { termsId, taxCodeId })
  expect(total).toBe(23_600)
  const discountOn = async (date: string): Promise<number> => {
    const asked = { customerId: customer, date: day(date), amount: 23_600 - 2360, remittanceText: '' }
    const [best] = await company.call('receipts.propose', asked)
    return best?.lines[0]?.discount ?? Number.NaN
  }
  const pay = () =>
    postReceipt(company, customer, '2025-06-11', 21_240, [{ documentId: id, amount: 21_240, discount: 2360 }])
  return { id, discountOn, pay }
}

describe('an early payment discount', () => {
  test('is due when the receipt’s date is on or before the discount date', async () => {
    const company = newCompany()
    const { discountOn } = await invoiced(company)
    expect([await discountOn('2025-06-11'), await discountOn('2025-06-12')]).toEqual([2360, 0])
  })

  test('plus the days of grace', async () => {
    const company = newCompany()
    await setSettings(company, { discountGraceDays: 3 })
    const { discountOn } = await invoiced(company)
    expect([await discountOn('2025-06-14'), await discountOn('2025-06-15')]).toEqual([2360, 0])
  })

  test('reduces tax too: 236 is paid by 212.40; the discount of 23.60 is 20.00 revenue and 3.60 tax', async () => {
    const company = newCompany()
    const { id, pay } = await invoiced(company)
    await pay()
    expect(openAsOf(company, id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '2200': -3240, '4000': -20_000, '4900': 2000 })
  })

  test('or, by setting, revenue only', async () => {
    const company = newCompany()
    await setSettings(company, { discountReducesTax: false })
    const { pay } = await invoiced(company)
    await pay()
    expect(await accountBalances(company)).toEqual({ '1010': 21_240, '2200': -3600, '4000': -20_000, '4900': 2360 })
  })
})

describe('a payment within tolerance: a percentage and a maximum', () => {
  const short = async (company: TestCompany, percent: number, most: number) => {
    await setSettings(company, { tolerancePercent: percent * 1_000_000, toleranceMost: most })
    const customer = await addCustomer(company, 'C1')
    const { id } = await postInvoice(company, customer, '2025-06-01', 10_000)
    const asked = { customerId: customer, date: day('2025-06-20'), amount: 9500, remittanceText: '' }
    const ways = await company.call('receipts.propose', asked)
    const offered = ways.flatMap(({ lines }) => lines.map(({ writeOff }) => writeOff))
    const pay = (writeOff: number) =>
      postReceipt(company, customer, '2025-06-20', 9500, [
        { documentId: id, amount: 9500, writeOff, writeOffReason: writeOff > 0 ? 'tolerance' : '' },
      ])
    return { id, offered, pay }
  }

  test('95 against an invoice of 100 at 5%: accepted closes it', async () => {
    const company = newCompany()
    const { id, offered, pay } = await short(company, 5, 500)
    expect(offered[0]).toBe(500)
    await pay(500)
    expect(openAsOf(company, id)).toBe(0)
  })

  test('declined leaves 5 open', async () => {
    const company = newCompany()
    const { id, offered, pay } = await short(company, 5, 500)
    expect(offered).toContain(0)
    await pay(0)
    expect(openAsOf(company, id)).toBe(500)
  })

  test.each([
    [4, 500],
    [5, 499],
  ])('over %i percent or over %i cents nothing is proposed', async (percent, most) => {
    const company = newCompany()
    expect((await short(company, percent, most)).offered).toEqual([0])
  })
})

describe('who may write off how much', () => {
  test('is a limit of the role: above it, a supervisor’s approval', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const { id } = await postInvoice(company, customer, '2025-06-01', 100_000)
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 500, version: 1 })
    const writingOff = (cents: number) => ({
      customerId: customer,
      date: day('2025-06-10'),
      amount: 1000,
      method: 'check' as const,
      reference: '',
      memo: '',
      depositAccountId: null,
      applications: [{ documentId: id, amount: 1000, discount: 0, writeOff: cents, writeOffReason: 'freight' }],
      draftUid: null,
    })
    await company.call('receipts.post', writingOff(501))
    const clerk = asClerk(company)
    await expect(clerk.call('receipts.post', writingOff(501))).rejects.toMatchObject({ code: 'over_limit' })
    const approved = { ...writingOff(501), approval: { ...OWNER, over: ['over_limit' as const] } }
    await clerk.call('receipts.post', approved)
    await clerk.call('receipts.post', writingOff(500))
    expect(openAsOf(company, id)).toBe(100_000 - 3 * 1000 - 501 - 501 - 500)
  })
})
