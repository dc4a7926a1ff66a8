import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applyCredit, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

const setRate = (company: TestCompany, currency: string, date: string, rate: string, version: number | null = null) =>
  company.call('rates.set', { currency, date: day(date), rate, version })

const rateOn = (company: TestCompany, currency: string, date: string) =>
  company.call('rates.on', { currency, date: day(date) })

describe('the table of exchange rates', () => {
  test('a rate counts from its day until the next one', async () => {
    const company = newCompany()
    await setRate(company, 'EUR', '2025-06-10', '1.0845')
    await setRate(company, 'EUR', '2025-06-02', '1.05')
    await setRate(company, 'GBP', '2025-06-01', '1.25')
    expect(await rateOn(company, 'EUR', '2025-06-01')).toBeNull()
    expect(await rateOn(company, 'EUR', '2025-06-09')).toEqual({
      rate: '1.05',
      date: '2025-06-02',
      version: 1,
      isOld: false,
    })
    expect(await rateOn(company, 'EUR', '2025-06-10')).toEqual({
      rate: '1.0845',
      date: '2025-06-10',
      version: 1,
      isOld: false,
    })
  })

  test('a rate of more than a week ago is said to be old', async () => {
    const company = newCompany()
    await setRate(company, 'EUR', '2025-06-10', '1.0845')
    expect(await rateOn(company, 'EUR', '2025-06-17')).toMatchObject({ isOld: false })
    expect(await rateOn(company, 'EUR', '2025-06-18')).toMatchObject({ isOld: true })
  })

  test('is listed newest day first, page after page', async () => {
    const company = newCompany()
    await setRate(company, 'EUR', '2025-06-01', '1.05')
    await setRate(company, 'GBP', '2025-06-01', '1.25')
    await setRate(company, 'EUR', '2025-06-02', '1.06')
    const first = await company.call('rates.list', { limit: 2 })
    expect(first.rows).toEqual([
      { currency: 'EUR', date: '2025-06-02', rate: '1.06', version: 1 },
      { currency: 'GBP', date: '2025-06-01', rate: '1.25', version: 1 },
    ])
    const second = await company.call('rates.list', { limit: 2, after: first.next && [...first.next] })
    expect(second).toEqual({ rows: [{ currency: 'EUR', date: '2025-06-01', rate: '1.05', version: 1 }], next: null })
  })

  test.each(['0.000000001', '999999.999999999', '151.3337', '50'])('keeps %s exactly', async (rate) => {
    const company = newCompany()
    await setRate(company, 'EUR', '2025-06-01', rate)
    expect((await rateOn(company, 'EUR', '2025-06-01'))?.rate).toBe(rate)
  })

  test('is changed by its version, and a change to an older one is refused', async () => {
    const company = newCompany()
    await setRate(company, 'EUR', '2025-06-01', '1.05')
    expect(await setRate(company, 'EUR', '2025-06-01', '1.06', 1)).toEqual({ version: 2 })
    const stale = { code: 'stale_version', params: { what: 'The rate of EUR on 1 Jun 2025' } }
    await expect(setRate(company, 'EUR', '2025-06-01', '1.07', 1)).rejects.toMatchObject(stale)
    await expect(setRate(company, 'EUR', '2025-06-01', '1.07')).rejects.toMatchObject(stale)
    expect((await rateOn(company, 'EUR', '2025-06-01'))?.rate).toBe('1.06')
  })

  test('gives a rate back when it was wrong', async () => {
    const company = newCompany()
    const which = { currency: 'EUR', date: day('2025-06-01') }
    await setRate(company, 'EUR', '2025-06-01', '1.05')
    await expect(company.call('rates.remove', { ...which, version: 2 })).rejects.toMatchObject({
      code: 'stale_version',
    })
    await company.call('rates.remove', { ...which, version: 1 })
    expect(await rateOn(company, 'EUR', '2025-06-30')).toBeNull()
    await expect(company.call('rates.remove', { ...which, version: 1 })).rejects.toMatchObject({
      code: 'rate_not_found',
    })
  })

  test('holds no rate of the company’s own currency', async () => {
    await expect(setRate(newCompany(), 'USD', '2025-06-01', '1')).rejects.toMatchObject({
      code: 'rate_of_base',
      path: 'currency',
    })
  })
})

describe('a posting without an entered rate', () => {
  const foreign = async () => {
    const company = newCompany({ baseCurrency: 'INR' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
    await setRate(company, 'USD', '2025-06-01', '50')
    await setRate(company, 'USD', '2025-06-15', '55')
    return { company, customer }
  }
  const storedRates = (company: TestCompany) =>
    company
      .sql()
      .all<{ kind: string; rate: string }>('SELECT kind, rate FROM document ORDER BY id')
      .map(({ kind, rate }) => [kind, Number(rate)])

  test('takes the table’s rate of its own day, and the entered one when there is one', async () => {
    const { company, customer } = await foreign()
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await postInvoice(company, customer, '2025-06-01', 10_000, { rate: '49.5' })
    await postReceipt(company, customer, '2025-06-20', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    expect(storedRates(company)).toEqual([
      ['invoice', 50],
      ['invoice', 49.5],
      ['receipt', 55],
    ])
    expect((await accountBalances(company))['7900']).toBe(-50_000)
  })

  test('does so for every document that has a rate', async () => {
    const { company, customer: customerId } = await foreign()
    const date = day('2025-06-20')
    const common = { customerId, reference: '', memo: '', rate: null }
    const lined = { ...common, documentDate: date, pricesIncludeTax: false, lines: [line(100)], draftUid: null }
    await company.call('debitNotes.post', { ...lined, termsId: null, dueDate: null })
    await company.call('creditNotes.post', { ...lined, applications: [] })
    await company.call('adjustments.post', {
      ...common,
      date,
      direction: 'increase',
      amount: 100,
      reasonCodeId: 1,
      applications: [],
    })
    const item = {
      ...common,
      kind: 'invoice',
      number: 'OLD-1',
      documentDate: date,
      dueDate: date,
      amount: 100,
    } as const
    await company.call('openingBalances.post', { items: [item] })
    const receipt = await postReceipt(company, customerId, '2025-06-20', 100)
    const refund = { date, amount: 100, method: 'transfer', reference: '', memo: '', bankAccountId: null } as const
    await company.call('refunds.post', { ...refund, creditDocumentId: receipt.id })
    expect(storedRates(company)).toEqual(
      ['debit_note', 'credit_note', 'adjustment', 'invoice', 'receipt', 'refund'].map((kind) => [kind, 55]),
    )
  })

  test('charges the fee of a returned payment at the rate of the return, not of the payment', async () => {
    const { company, customer } = await foreign()
    const receipt = await postReceipt(company, customer, '2025-06-01', 10_000)
    const fee = { amount: 1000, bearer: 'customer' } as const
    await company.call('receipts.returnPayment', { id: receipt.id, date: day('2025-06-20'), reason: 'no funds', fee })
    expect(storedRates(company)).toEqual([
      ['receipt', 50],
      ['receipt', 50],
      ['debit_note', 55],
    ])
  })

  test('is refused before the first day of the table, saying where a rate is entered', async () => {
    const { company, customer } = await foreign()
    await expect(postInvoice(company, customer, '2025-05-31', 10_000)).rejects.toMatchObject({
      code: 'rate_missing',
      params: { currency: 'USD', date: '31 May 2025' },
      path: 'rate',
    })
  })

  test('keeps the rate it was posted at when the table changes', async () => {
    const { company, customer } = await foreign()
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const receipt = await postReceipt(company, customer, '2025-06-01', 10_000)
    await setRate(company, 'USD', '2025-06-01', '51', 1)
    await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 10_000 }])
    expect((await accountBalances(company))['7900']).toBeUndefined()
    expect((await accountBalances(company))['1200']).toBeUndefined()
  })
})
