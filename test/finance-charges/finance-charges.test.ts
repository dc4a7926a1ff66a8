import { describe, expect, test } from 'vitest'
import { call } from '../../src-main/company-file/company-file.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const rules = (asOf: string, changes: Partial<{ fee: number; settledSince: string }> = {}) => ({
  asOf: day(asOf),
  annualRate: 10_000_000,
  fee: changes.fee ?? 0,
  ...(changes.settledSince ? { settledSince: day(changes.settledSince) } : {}),
})

const post = (
  company: TestCompany,
  which: ReturnType<typeof rules>,
  charges: { customerId: number; total: number; rate?: string }[],
) => company.call('financeCharges.post', { ...which, memo: '', charges })

const lateInvoice = async (company: TestCompany, code = 'NORTH01') => {
  const customer = await addCustomer(company, code)
  const invoice = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01' })
  return { customer, invoice }
}

describe('finance charges', () => {
  test('100, 15 days late at 10% with a fee of 10: 0.41 and 10.00, so that 110.41 is owed', async () => {
    const company = newCompany()
    const { customer, invoice } = await lateInvoice(company)
    const [proposed] = await company.call('financeCharges.propose', rules('2025-03-16', { fee: 1000 }))
    expect(proposed).toMatchObject({
      code: 'NORTH01',
      interest: 41,
      fee: 1000,
      total: 1041,
      items: [{ documentId: invoice.id, number: 'INV-00001', days: 15, overdue: 10_000 }],
    })
    const { documents } = await post(company, rules('2025-03-16', { fee: 1000 }), [
      { customerId: customer, total: 1041 },
    ])
    expect(documents).toMatchObject([{ number: 'FIN-00001', total: 1041, dueDate: '2025-04-15' }])
    const card = await company.call('customers.get', { id: customer, asOf: day('2025-03-16') })
    expect(card.balance).toBe(11_041)
    const view = await company.call('documents.get', { id: documents[0]?.id ?? 0 })
    expect(view.lines.map(({ description, net }) => [description, net])).toEqual([
      ['Interest on INV-00001, 15 days late to 16 Mar 2025', 41],
      ['Late fee on INV-00001', 1000],
    ])
    expect(await accountBalances(company)).toEqual({ '1200': 11_041, '4000': -10_000, '4800': -1041 })
  })

  test('the next one begins where the last one ended, without the fee and without interest on interest', async () => {
    const company = newCompany()
    const { customer } = await lateInvoice(company)
    await post(company, rules('2025-03-16', { fee: 1000 }), [{ customerId: customer, total: 1041 }])
    expect(await company.call('financeCharges.propose', rules('2025-03-16', { fee: 1000 }))).toEqual([])
    const [next] = await company.call('financeCharges.propose', rules('2025-04-30', { fee: 1000 }))
    expect(next).toMatchObject({ total: 123, fee: 0, items: [{ after: '2025-03-16', days: 45 }] })
  })

  test('a voided charge is charged again', async () => {
    const company = newCompany()
    const { customer } = await lateInvoice(company)
    const { documents } = await post(company, rules('2025-03-16'), [{ customerId: customer, total: 41 }])
    await company.call('documents.void', { id: documents[0]?.id ?? 0, date: day('2025-03-17'), reason: 'waived' })
    const [again] = await company.call('financeCharges.propose', rules('2025-03-16'))
    expect(again).toMatchObject({ total: 41 })
    await post(company, rules('2025-03-16'), [{ customerId: customer, total: 41 }])
  })

  test('disputed and held items are left out until that is ended', async () => {
    const company = newCompany()
    const first = await lateInvoice(company, 'NORTH01')
    const second = await lateInvoice(company, 'SOUTH01')
    const hold = (documentId: number, state: 'disputed' | 'held' | null) =>
      company.call('openItems.hold', { documentId, state, reason: 'short delivery' })
    await hold(first.invoice.id, 'disputed')
    await hold(second.invoice.id, 'held')
    expect(await company.call('financeCharges.propose', rules('2025-03-16'))).toEqual([])
    await hold(first.invoice.id, null)
    expect(await company.call('financeCharges.propose', rules('2025-03-16'))).toMatchObject([{ code: 'NORTH01' }])
  })

  test('a disputed item is settled last by the proposals of a receipt', async () => {
    const company = newCompany()
    const { customer, invoice } = await lateInvoice(company)
    const later = await postInvoice(company, customer, '2025-04-01', 5000)
    await company.call('openItems.hold', { documentId: invoice.id, state: 'disputed', reason: '' })
    const [best] = await company.call('receipts.propose', {
      customerId: customer,
      date: day('2025-04-02'),
      amount: 3000,
      remittanceText: '',
    })
    expect(best?.lines).toMatchObject([{ documentId: later.id, amount: 3000 }])
  })

  test('an item settled late is charged to its settlement when asked for, an open one by what was open each day', async () => {
    const company = newCompany()
    const { customer, invoice } = await lateInvoice(company)
    await postReceipt(company, customer, '2025-03-16', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    expect(await company.call('financeCharges.propose', rules('2025-04-30'))).toEqual([])
    expect(await company.call('financeCharges.propose', rules('2025-04-30', { settledSince: '2025-03-17' }))).toEqual(
      [],
    )
    expect(
      await company.call('financeCharges.propose', rules('2025-04-30', { settledSince: '2025-03-16' })),
    ).toMatchObject([{ total: 41, items: [{ days: 15, overdue: 0 }] }])
    // As of a day before the payment it was open.
    expect(await company.call('financeCharges.propose', rules('2025-03-16'))).toEqual([])
    expect(await company.call('financeCharges.propose', rules('2025-03-15'))).toMatchObject([{ total: 38 }])
  })

  test('of an item that was settled on two days the last counts: it was open again between', async () => {
    const company = newCompany()
    const { customer, invoice } = await lateInvoice(company)
    const first = await postReceipt(company, customer, '2025-03-11', 10_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    await company.call('receipts.returnPayment', { id: first.id, date: day('2025-03-16'), reason: '', fee: null })
    await postReceipt(company, customer, '2025-03-21', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    const since = (settledSince: string) =>
      company.call('financeCharges.propose', rules('2025-04-30', { settledSince }))
    expect(await since('2025-03-22')).toEqual([])
    // On the days between it was settled, and they do not count.
    expect(await since('2025-03-21')).toMatchObject([{ total: 41, items: [{ days: 15, overdue: 0 }] }])
  })

  test('what changed since the clerk looked is refused, naming both totals', async () => {
    const company = newCompany()
    const { customer } = await lateInvoice(company)
    await expect(post(company, rules('2025-03-16'), [{ customerId: customer, total: 40 }])).rejects.toMatchObject({
      path: 'charges.0.total',
      message: 'The charge of NORTH01 is now 0.41, it was 0.40 when proposed. Propose again.',
    })
    await expect(
      post(company, rules('2025-03-16'), [
        { customerId: customer, total: 41 },
        { customerId: customer, total: 41 },
      ]),
    ).rejects.toMatchObject({ path: 'charges.1.total', code: 'proposal_changed' })
    expect(openAsOf(company, 2)).toBe(0)
  })

  test('SQLite itself refuses to charge the same days twice', async () => {
    const company = newCompany()
    const { customer } = await lateInvoice(company)
    await post(company, rules('2025-03-16'), [{ customerId: customer, total: 41 }])
    const attacker = company.sql()
    const twice = `INSERT INTO finance_charge_item SELECT 999, item_id, '2025-03-15', '2025-03-20', 1, 0 FROM finance_charge_item`
    expect(() => attacker.run(twice)).toThrow('finance_charge_item: these days were charged before')
    expect(() => attacker.run('UPDATE finance_charge_item SET fee = 1')).toThrow('facts are never changed')
  })

  test('a run stopped between two customers posts for neither', async () => {
    const company = newCompany()
    const north = await lateInvoice(company)
    const south = await lateInvoice(company, 'SOUTH01')
    const input = {
      ...rules('2025-03-16'),
      memo: '',
      charges: [north, south].map(({ customer }) => ({ customerId: customer, total: 41 })),
    }
    const reached: number[] = []
    const control = {
      progress: (done: number, total: number) => reached.push(done / total),
      // Once the first is posted and the second is to come.
      isCancelled: () => reached.includes(0.5),
    }
    await expect(call(company.file, 'financeCharges.post', input, control)).rejects.toMatchObject({ code: 'cancelled' })
    expect(company.sql().value("SELECT count(*) FROM document WHERE kind = 'finance_charge'")).toBe(0)
    expect((await post(company, rules('2025-03-16'), input.charges)).documents).toMatchObject([
      { number: 'FIN-00001' },
      { number: 'FIN-00002' },
    ])
  })
})

describe('a late fee in the company’s currency', () => {
  const lateAbroad = async (company: TestCompany, currency: string, amount: number, rate: string) => {
    const customer = await addCustomer(company, currency, { currency })
    await postInvoice(company, customer, '2025-03-01', amount, { dueDate: '2025-03-01', rate })
    return customer
  }
  const setRate = (company: TestCompany, currency: string, rate: string, date = '2025-03-10') =>
    company.call('rates.set', { currency, date: day(date), rate, version: null })
  const withFee = rules('2025-03-16', { fee: 1000 })

  test.each([
    { currency: 'EUR', rate: '1.1', fee: 909, open: 1, earned: 2000 },
    { currency: 'JPY', rate: '0.0065', fee: 1538, open: 100, earned: 1999 },
    { currency: 'JPY', rate: '0.006667', fee: 1500, open: 100, earned: 2000 },
    { currency: 'KWD', rate: '3.25', fee: 3077, open: 1, earned: 2000 },
  ])('10 dollars are $fee of $currency at $rate, for each late item', async ({ currency, rate, fee, open, earned }) => {
    const company = newCompany()
    const customer = await lateAbroad(company, currency, open, rate)
    await postInvoice(company, customer, '2025-03-02', open, { dueDate: '2025-03-02', rate })
    await setRate(company, currency, rate)
    const [proposed] = await company.call('financeCharges.propose', withFee)
    expect(proposed).toMatchObject({ currency, lacksRate: false, interest: 0, fee: 2 * fee, items: [{ fee }, { fee }] })
    const { documents } = await post(company, withFee, [{ customerId: customer, total: 2 * fee }])
    expect(documents).toMatchObject([{ total: 2 * fee }])
    expect((await accountBalances(company))['4800']).toBe(0 - earned)
  })

  test('is converted at the rate of the day charged, not of a day after it', async () => {
    const company = newCompany()
    await lateAbroad(company, 'EUR', 10_000, '1')
    await setRate(company, 'EUR', '1.25', '2025-03-16')
    await setRate(company, 'EUR', '2', '2025-03-17')
    expect(await company.call('financeCharges.propose', withFee)).toMatchObject([
      { fee: 800, interest: 41, total: 841 },
    ])
  })

  test('without a rate the customer is told with the reason, its fee left out, and refused; others are charged', async () => {
    const company = newCompany()
    const abroad = await lateAbroad(company, 'EUR', 10_000, '1')
    const { customer } = await lateInvoice(company)
    const proposed = await company.call('financeCharges.propose', withFee)
    expect(proposed).toMatchObject([
      { code: 'EUR', lacksRate: true, interest: 41, fee: 0 },
      { code: 'NORTH01', lacksRate: false, interest: 41, fee: 1000 },
    ])
    await expect(post(company, withFee, [{ customerId: abroad, total: 41 }])).rejects.toMatchObject({
      code: 'rate_missing',
      path: 'charges.0.rate',
    })
    await post(company, withFee, [{ customerId: customer, total: 1041 }])
  })

  test('also an item that only the fee would be charged on is told without a rate', async () => {
    const company = newCompany()
    await lateAbroad(company, 'EUR', 1, '1')
    expect(await company.call('financeCharges.propose', withFee)).toMatchObject([{ lacksRate: true, total: 0 }])
  })

  test('a rate entered counts for the fee as for the charge, in the proposal too', async () => {
    const company = newCompany()
    const abroad = await lateAbroad(company, 'EUR', 10_000, '1')
    const asked = { ...withFee, rates: [{ currency: 'EUR', rate: '2' }] }
    expect(await company.call('financeCharges.propose', asked)).toMatchObject([{ lacksRate: false, fee: 500 }])
    await setRate(company, 'EUR', '1.25')
    expect(await company.call('financeCharges.propose', asked)).toMatchObject([{ fee: 500, total: 541 }])
    const { documents } = await post(company, withFee, [{ customerId: abroad, total: 541, rate: '2' }])
    expect(documents).toMatchObject([{ total: 541 }])
    expect((await accountBalances(company))['4800']).toBe(-1082)
  })
})

describe('a proposal of finance charges', () => {
  test('says when unapplied cash covers the item, of the customer or its payer; the item due first before the others', async () => {
    const company = newCompany()
    const payer = await addCustomer(company, 'GROUP')
    const customer = await addCustomer(company, 'EAST', { payingParentId: payer })
    const first = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-01' })
    const second = await postInvoice(company, customer, '2025-03-01', 10_000, { dueDate: '2025-03-02' })
    await postReceipt(company, payer, '2025-03-10', 12_000)
    await postReceipt(company, customer, '2025-03-11', 50_000, [], { unappliedAs: 'prepayment' })
    await postReceipt(company, customer, '2025-04-11', 50_000)
    const [proposed] = await company.call('financeCharges.propose', rules('2025-03-31'))
    expect(proposed?.unapplied).toBe(12_000)
    expect(proposed?.items.map(({ documentId, covered }) => [documentId, covered])).toEqual([
      [first.id, 10_000],
      [second.id, 2_000],
    ])
  })
})
