import { describe, expect, test } from 'vitest'
import { asClerk, OWNER } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

type Caller = Pick<TestCompany, 'call'>

/** An invoice of 1,000.00 of 1 June less 2 percent until 11 June; clerks give 5.00 outside terms. */
const setting = async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
  const bill = () => postInvoice(company, customer, '2025-06-01', 100_000)
  const invoice = await bill()
  await company.call('limits.set', { role: 'clerk', act: 'late_discount', most: 500, version: 1 })
  return { company, customer, invoice, bill, clerk: asClerk(company) }
}

interface Paid {
  readonly amount: number
  readonly discount: number
  readonly writeOff?: number
}

const pay = (
  by: Caller,
  customerId: number,
  date: string,
  documentId: number,
  { amount, discount, writeOff = 0 }: Paid,
  approval?: object,
) =>
  by.call('receipts.post', {
    customerId,
    date: day(date),
    amount: Math.max(1, amount),
    method: 'check',
    rate: null,
    reference: '',
    memo: '',
    depositAccountId: null,
    applications: [{ documentId, amount, discount, writeOff, writeOffReason: writeOff > 0 ? 'small' : '' }],
    draftUid: null,
    ...(approval === undefined ? {} : { approval }),
  } as never)

const overLimit = (amount: string, act = 'discounts outside terms') => ({ code: 'over_limit', params: { act, amount } })

describe('a discount outside terms has a limit of its own', () => {
  test('a clerk gives it late up to the limit, and a supervisor approves more', async () => {
    const { company, customer, invoice, clerk } = await setting()
    const late = { amount: 98_000, discount: 2_000 }
    await expect(pay(clerk, customer, '2025-06-12', invoice.id, late)).rejects.toMatchObject({
      ...overLimit('20.00 USD'),
      path: 'applications',
    })
    expect(openAsOf(company, invoice.id)).toBe(100_000)
    await pay(clerk, customer, '2025-06-12', invoice.id, late, { ...OWNER, over: ['over_limit'] })
    expect(openAsOf(company, invoice.id)).toBe(0)
    const { approvals } = await company.call('documents.get', { id: invoice.id })
    expect(approvals).toMatchObject([{ act: 'late_discount', most: 500, amount: 2_000 }])
  })

  test('in time it asks nobody, on the last day and in the days of grace too', async () => {
    const { company, customer, invoice, bill, clerk } = await setting()
    await pay(clerk, customer, '2025-06-11', invoice.id, { amount: 98_000, discount: 2_000 })
    const second = await bill()
    const {
      settings,
      uid: _,
      baseCurrency: __,
      closingDate: ___,
      customers: ____,
      documents: _____,
      ...profile
    } = await company.call('company.profile', {})
    await company.call('session.signIn', { userId: OWNER.userId, pin: OWNER.pin })
    await company.call('company.update', { ...profile, settings: { ...settings, discountGraceDays: 3 } })
    await company.call('session.signIn', { userId: 2, pin: '4711' })
    await pay(company, customer, '2025-06-14', second.id, { amount: 98_000, discount: 2_000 })
    const third = await bill()
    await expect(
      pay(company, customer, '2025-06-15', third.id, { amount: 98_000, discount: 2_000 }),
    ).rejects.toMatchObject(overLimit('20.00 USD'))
  })

  test('a part paid in time earns its part: the whole discount on it is given away', async () => {
    const { customer, invoice, clerk } = await setting()
    await expect(pay(clerk, customer, '2025-06-05', invoice.id, { amount: 0, discount: 2_000 })).rejects.toMatchObject(
      overLimit('19.60 USD'),
    )
    await expect(
      pay(clerk, customer, '2025-06-05', invoice.id, { amount: 48_000, discount: 2_000 }),
    ).rejects.toMatchObject(overLimit('10.00 USD'))
    await pay(clerk, customer, '2025-06-05', invoice.id, { amount: 49_000, discount: 1_000 })
  })

  test('in pieces it comes to the same as at once', async () => {
    const { customer, invoice, clerk } = await setting()
    await pay(clerk, customer, '2025-06-20', invoice.id, { amount: 20_000, discount: 400 })
    await expect(
      pay(clerk, customer, '2025-06-21', invoice.id, { amount: 20_000, discount: 400 }),
    ).rejects.toMatchObject(overLimit('8.00 USD'))
    await pay(clerk, customer, '2025-06-21', invoice.id, { amount: 20_000, discount: 100 })
  })

  test('what was taken back counts no more', async () => {
    const { company, customer, invoice, clerk } = await setting()
    const first = await pay(clerk, customer, '2025-06-20', invoice.id, { amount: 20_000, discount: 400 })
    await clerk.call('documents.void', { id: first.id, date: day('2025-06-20'), reason: 'wrong' })
    await pay(clerk, customer, '2025-06-21', invoice.id, { amount: 20_000, discount: 400 })
    expect(openAsOf(company, invoice.id)).toBe(79_600)
  })

  test('also for a credit applied later, and for several used at once', async () => {
    const { company, customer, invoice, clerk } = await setting()
    const early = await postReceipt(company, customer, '2025-06-05', 98_000, [])
    const late = await postReceipt(company, customer, '2025-06-12', 98_000, [])
    const lines = [{ documentId: invoice.id, amount: 98_000, discount: 2_000, writeOff: 0, writeOffReason: '' }]
    await expect(
      clerk.call('applications.apply', { creditDocumentId: late.id, date: null, lines }),
    ).rejects.toMatchObject({ ...overLimit('20.00 USD'), path: 'lines' })
    const use = (documentId: number) =>
      clerk.call('applications.applyCredits', {
        date: day('2025-06-20'),
        credits: [{ documentId, amount: 98_000 }],
        applications: lines,
        draftUid: null,
      })
    await expect(use(late.id)).rejects.toMatchObject(overLimit('20.00 USD'))
    // The money came in time: it earned the discount, whenever it is applied.
    await use(early.id)
    expect(openAsOf(company, invoice.id)).toBe(0)
  })

  test('with a write-off over its limit too, the supervisor reads both at once', async () => {
    const { company, customer, invoice, clerk } = await setting()
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 100, version: 1 })
    const both = { amount: 97_000, discount: 2_000, writeOff: 1_000 }
    await expect(pay(clerk, customer, '2025-06-20', invoice.id, both)).rejects.toMatchObject({
      code: 'over_limit',
      params: {
        act: 'write-offs and discounts outside terms',
        limit: '1.00 USD and 5.00 USD',
        amount: '10.00 USD and 20.00 USD',
      },
    })
    await pay(clerk, customer, '2025-06-20', invoice.id, both, { ...OWNER, over: ['over_limit'] })
    const { approvals } = await company.call('documents.get', { id: invoice.id })
    expect(approvals.map(({ act }) => act)).toEqual(['write_off', 'late_discount'])
  })
})

test('small write-offs of one item by one person count together', async () => {
  const { company, customer, invoice, clerk } = await setting()
  await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 500, version: 1 })
  await pay(clerk, customer, '2025-06-20', invoice.id, { amount: 100, discount: 0, writeOff: 400 })
  await expect(
    pay(clerk, customer, '2025-06-20', invoice.id, { amount: 100, discount: 0, writeOff: 400 }),
  ).rejects.toMatchObject(overLimit('8.00 USD', 'write-offs'))
})
