import { beforeEach, describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applyCredit, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

let company: TestCompany
let customer: number

/** USD in the books of an Indian company: the examples of semantics.md. */
beforeEach(async () => {
  company = newCompany({ baseCurrency: 'INR' })
  customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
})

const setRate = (date: string, rate: string, currency = 'USD', version: number | null = null) =>
  company.call('rates.set', { currency, date: day(date), rate, version })

const propose = (date: string) => company.call('revaluation.propose', { date: day(date) })

/** Posts what is proposed for the day, or for some of its currencies. */
const revalueOn = async (date: string, only?: string) => {
  const { currencies } = await propose(date)
  return company.call('revaluation.post', {
    date: day(date),
    currencies: currencies.flatMap(({ currency, rate, difference }) =>
      rate === null || difference === null || (only !== undefined && currency !== only)
        ? []
        : [{ currency, rate: rate.rate, difference }],
    ),
  })
}

const GAIN = '7900'
const UNREALISED = '7910'
const RECEIVABLE = '1200'

const balance = async (account: string, asOf: string): Promise<number> =>
  (await accountBalances(company, asOf))[account] ?? 0

describe('USD 100 at 50', () => {
  test('at 52 on the day of the revaluation gains 200, taken back on the next; paid at 55, gains 500', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    expect(await revalueOn('2025-06-30')).toMatchObject({
      reversedOn: '2025-07-01',
      postings: [{ currency: 'USD', difference: 20_000 }],
    })
    await postReceipt(company, customer, '2025-07-15', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '55',
    })
    expect(await accountBalances(company, '2025-06-29')).toEqual({ [RECEIVABLE]: 500_000, '4000': -500_000 })
    expect(await accountBalances(company, '2025-06-30')).toEqual({
      [RECEIVABLE]: 520_000,
      '4000': -500_000,
      [UNREALISED]: -20_000,
    })
    expect(await accountBalances(company, '2025-07-01')).toEqual({ [RECEIVABLE]: 500_000, '4000': -500_000 })
    expect(await accountBalances(company, '2025-07-15')).toEqual({
      '1010': 550_000,
      '4000': -500_000,
      [GAIN]: -50_000,
    })
  })

  test('is proposed item by item, with the rate it was posted at and the day’s', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-06-20', 4000, [], { rate: '53' })
    await setRate('2025-06-28', '52')
    expect(await propose('2025-06-30')).toMatchObject({
      date: '2025-06-30',
      reversedOn: '2025-07-01',
      baseCurrency: 'INR',
      currencies: [
        {
          currency: 'USD',
          rate: { rate: '52', date: '2025-06-28', isOld: false },
          open: 6000,
          carried: 288_000,
          atRate: 312_000,
          difference: 24_000,
          items: [
            { kind: 'receipt', open: -4000, itemRate: '53', carried: -212_000, atRate: -208_000, difference: 4000 },
            { kind: 'invoice', open: 10_000, itemRate: '50', carried: 500_000, atRate: 520_000, difference: 20_000 },
          ],
        },
      ],
    })
  })

  test('part paid, only what is open is revalued', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-06-20', 4000, [{ documentId: invoice.id, amount: 4000 }], { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(312_000)
    expect(await balance(UNREALISED, '2025-06-30')).toBe(-12_000)
  })

  test('settled since, is revalued as of a day on which it was open', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-07-15', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '55',
    })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(520_000)
    expect(await balance(RECEIVABLE, '2025-07-01')).toBe(500_000)
    expect(await balance(GAIN, '2025-12-31')).toBe(-50_000)
    expect(company.sql().value('SELECT closed_on FROM open_item WHERE document_id = ?', [invoice.id])).toBe(
      '2025-07-15',
    )
  })

  test('settled before the day but posted after its revaluation, is put right by revaluing the day again', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await postReceipt(company, customer, '2025-06-29', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '55',
    })
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(20_000)
    expect(await propose('2025-06-30')).toMatchObject({
      currencies: [{ items: [{ number: invoice.number, open: 0, carried: 20_000, atRate: 0, difference: -20_000 }] }],
    })
    await revalueOn('2025-06-30')
    expect(await accountBalances(company, '2025-06-30')).toEqual({
      '1010': 550_000,
      '4000': -500_000,
      [GAIN]: -50_000,
    })
    expect(company.sql().value('SELECT closed_on FROM open_item WHERE document_id = ?', [invoice.id])).toBe(
      '2025-06-29',
    )
  })
})

describe('the order in which things are posted does not matter', () => {
  const steps = {
    revalueJune: () => revalueOn('2025-06-30'),
    revalueMay: () => revalueOn('2025-05-31'),
    pay: async () => {
      const [invoice] = await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-07-15') })
      if (!invoice) throw new Error('no invoice')
      await postReceipt(company, customer, '2025-07-15', 6000, [{ documentId: invoice.documentId, amount: 6000 }], {
        rate: '55',
      })
    },
  } as const
  const orders = [
    ['revalueMay', 'revalueJune', 'pay'],
    ['revalueJune', 'pay', 'revalueMay'],
    ['pay', 'revalueJune', 'revalueMay'],
    ['pay', 'revalueMay', 'revalueJune'],
  ] as const

  test.each(orders)('%s, %s, %s', async (...order) => {
    await postInvoice(company, customer, '2025-05-10', 10_000, { rate: '50' })
    await setRate('2025-05-31', '49')
    await setRate('2025-06-30', '52')
    for (const step of order) await steps[step]()
    const receivable = await Promise.all(
      ['2025-05-30', '2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01', '2025-07-15'].map((asOf) =>
        balance(RECEIVABLE, asOf),
      ),
    )
    expect(receivable).toEqual([500_000, 490_000, 500_000, 520_000, 500_000, 200_000])
    expect(await balance(GAIN, '2025-07-15')).toBe(-30_000)
    expect(await balance(UNREALISED, '2025-07-15')).toBe(0)
  })
})

describe('revaluing a day again', () => {
  test('posts only what has changed: the two together are the revaluation at the new rate', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await setRate('2025-06-30', '51.5', 'USD', 1)
    expect(await revalueOn('2025-06-30')).toMatchObject({ postings: [{ difference: -5000 }] })
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(515_000)
    expect(await balance(RECEIVABLE, '2025-07-01')).toBe(500_000)
  })

  test('with nothing changed is refused', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await expect(revalueOn('2025-06-30')).rejects.toMatchObject({
      code: 'nothing_to_revalue',
      params: { currency: 'USD', date: '30 Jun 2025' },
      path: 'currencies.0.currency',
    })
  })

  test('a currency named twice is revalued once', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    const seen = { currency: 'USD', rate: '52', difference: 20_000 }
    await expect(
      company.call('revaluation.post', { date: day('2025-06-30'), currencies: [seen, seen] }),
    ).rejects.toMatchObject({ code: 'nothing_to_revalue', path: 'currencies.1.currency' })
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(500_000)
  })

  test('on the day after starts from the items’ own rates', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await revalueOn('2025-07-01')
    expect(await balance(RECEIVABLE, '2025-07-01')).toBe(520_000)
    expect(await balance(RECEIVABLE, '2025-07-02')).toBe(500_000)
  })
})

describe('is refused', () => {
  const post = (date: string, rate: string, difference: number, currency = 'USD') =>
    company.call('revaluation.post', { date: day(date), currencies: [{ currency, rate, difference }] })

  beforeEach(async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
  })

  test('on or before the closing date', async () => {
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { closingDate: day('2025-06-30'), reason: 'June is done', version })
    await expect(post('2025-06-30', '52', 20_000)).rejects.toMatchObject({
      code: 'period_locked',
      params: { closingDate: '30 Jun 2025' },
      path: 'date',
    })
    await revalueOn('2025-07-01')
  })

  test.each([
    ['another rate', '52.5', 20_000],
    ['another difference', '52', 19_999],
  ])('when the clerk saw %s', async (_, rate, difference) => {
    await expect(post('2025-06-30', rate, difference)).rejects.toMatchObject({
      code: 'proposal_changed',
      params: { what: 'The revaluation of USD', now: '200.00 at 52' },
      path: 'currencies.0.difference',
    })
  })

  test('without a rate of the currency, which is proposed with none', async () => {
    const euros = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    await postInvoice(company, euros, '2025-06-10', 5000, { rate: '90' })
    const { currencies } = await propose('2025-06-30')
    expect(currencies).toMatchObject([
      { currency: 'EUR', rate: null, atRate: null, difference: null, carried: 450_000 },
      { currency: 'USD', difference: 20_000 },
    ])
    await expect(post('2025-06-30', '91', 5000, 'EUR')).rejects.toMatchObject({
      code: 'rate_missing',
      path: 'currencies.0.rate',
    })
    await revalueOn('2025-06-30', 'USD')
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(970_000)
  })

  test('on the last day of the calendar, which has no next', async () => {
    await expect(post('9998-12-31', '52', 20_000)).rejects.toMatchObject({ code: 'invalid_input', path: 'date' })
    await expect(propose('9998-12-31')).rejects.toMatchObject({ code: 'invalid_input', path: 'date' })
  })
})

describe('what a revaluation leaves alone', () => {
  test('an item may be voided on a day before the revaluation: it was no activity of the item', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-15'), reason: 'wrong customer' })
    expect(await balance(RECEIVABLE, '2025-06-29')).toBe(0)
    await revalueOn('2025-06-30')
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(0)
    expect(await balance(UNREALISED, '2025-06-30')).toBe(0)
  })

  test('the last of several settlements takes all that is left of the item’s own rate', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_001, { rate: '151.3337' })
    await setRate('2025-06-30', '149.77')
    await revalueOn('2025-06-30')
    for (const cents of [3333, 3333, 3335]) {
      await postReceipt(company, customer, '2025-07-05', cents, [{ documentId: invoice.id, amount: cents }], {
        rate: '151.3337',
      })
    }
    expect(await balance(RECEIVABLE, '2025-07-05')).toBe(0)
  })

  test('unapplying what was settled on the revalued day gives everything back', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    const receipt = await postReceipt(company, customer, '2025-06-30', 10_000, [], { rate: '55' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    const { applicationIds } = await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: 10_000 }])
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(20_000 + 30_000)
    await company.call('applications.unapply', { applicationId: applicationIds[0] ?? 0, date: null })
    expect(await balance(RECEIVABLE, '2025-06-30')).toBe(520_000 - 520_000)
    expect(await balance(RECEIVABLE, '2025-07-01')).toBe(500_000 - 550_000)
  })

  test('what is open in the company’s own currency', async () => {
    const domestic = await addCustomer(company, 'HOME01', { currency: 'INR' })
    await postInvoice(company, domestic, '2025-06-10', 10_000)
    expect((await propose('2025-06-30')).currencies).toEqual([])
  })
})

test('the postings of an item show its revaluations, in the company’s currency', async () => {
  const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
  await setRate('2025-06-30', '52')
  await revalueOn('2025-06-30')
  const postings = await company.call('documents.postings', { id: invoice.id })
  expect(
    postings.map(({ postingDate, accountCode, amount, baseAmount }) => [postingDate, accountCode, amount, baseAmount]),
  ).toEqual([
    ['2025-06-10', RECEIVABLE, 10_000, 500_000],
    ['2025-06-10', '4000', -10_000, -500_000],
    ['2025-06-30', RECEIVABLE, 0, 20_000],
    ['2025-07-01', RECEIVABLE, 0, -20_000],
  ])
})
