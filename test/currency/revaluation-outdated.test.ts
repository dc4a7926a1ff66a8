import { beforeEach, describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

let company: TestCompany
let customer: number

/** USD in the books of an Indian company: the examples of semantics.md. */
beforeEach(async () => {
  company = newCompany({ baseCurrency: 'INR' })
  customer = await addCustomer(company, 'NORTH01', { currency: 'USD' })
})

const setRate = (date: string, rate: string, currency = 'USD', version: number | null = null) =>
  company.call('rates.set', { currency, date: day(date), rate, version })

/** Posts what is proposed for the day, in every currency that has a rate. */
const revalueOn = async (date: string) => {
  const { currencies } = await company.call('revaluation.propose', { date: day(date) })
  return company.call('revaluation.post', {
    date: day(date),
    currencies: currencies.flatMap(({ currency, rate, difference }) =>
      rate === null || difference === null ? [] : [{ currency, rate: rate.rate, difference }],
    ),
  })
}

describe('a revalued day whose figures have changed since', () => {
  const outdated = () => company.call('revaluation.outdated', {})
  const june30 = (difference: number) => [
    { date: '2025-06-30', baseCurrency: 'INR', currencies: [{ currency: 'USD', difference }] },
  ]

  test('is told until it is revalued again: a payment came in for a day before it', async () => {
    const invoice = await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    expect(await outdated()).toEqual([])
    await postReceipt(company, customer, '2025-06-29', 4000, [{ documentId: invoice.id, amount: 4000 }], { rate: '55' })
    expect(await outdated()).toEqual(june30(-8000))
    await revalueOn('2025-06-30')
    expect(await outdated()).toEqual([])
  })

  test('is told when its rate was corrected, also when gains and losses of its items even out', async () => {
    await postInvoice(company, customer, '2025-06-10', 10_000, { rate: '50' })
    await postReceipt(company, customer, '2025-06-20', 10_000, [], { rate: '50' })
    await setRate('2025-06-30', '52')
    await revalueOn('2025-06-30')
    await setRate('2025-06-30', '51.5', 'USD', 1)
    expect(await outdated()).toEqual(june30(0))
  })

  test('is not told for what is dated after it, for another currency, or once its period is closed', async () => {
    await postInvoice(company, customer, '2025-05-10', 10_000, { rate: '50' })
    await setRate('2025-05-31', '51')
    await setRate('2025-06-30', '52')
    await revalueOn('2025-05-31')
    await revalueOn('2025-06-30')
    const euros = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    await postInvoice(company, euros, '2025-06-10', 5000, { rate: '90' })
    await setRate('2025-06-30', '91', 'EUR')
    await postInvoice(company, customer, '2025-07-01', 5000, { rate: '53' })
    expect(await outdated()).toEqual([])
    await postInvoice(company, customer, '2025-05-20', 1000, { rate: '50' })
    expect((await outdated()).map(({ date }) => date)).toEqual(['2025-05-31', '2025-06-30'])
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { closingDate: day('2025-05-31'), reason: 'May is done', version })
    expect(await outdated()).toEqual(june30(2000))
  })
})
