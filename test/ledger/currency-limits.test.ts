import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { recurringInputs } from '../fixtures/valid-recurring.ts'
import { CLERK_PIN, takeOnClerk } from '../fixtures/clerk.ts'
import { warned } from '../fixtures/warned.ts'
import { setSettings } from '../semantics/settings.ts'

const inEuros = { currency: 'EUR', rate: '1.1' }
const euros = (limit: number) => ({ currencyLimits: [{ currency: 'EUR', limit }] })
const asOf = day('2025-06-30')

/** The customer as an edit sends it back. */
const edited = async (company: TestCompany, id: number) => {
  const { uid: _, ...customer } = (await company.call('customers.get', { id, asOf })).customer
  return { ...customer, contacts: [...customer.contacts] }
}

describe('a credit limit for one currency', () => {
  test('warns of a document in it that lifts what is owed in it beyond the limit, naming the currency', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', euros(15_000))
    expect((await postInvoice(company, customer, '2025-06-01', 10_000, inEuros)).warnings).toEqual([])
    expect((await postInvoice(company, customer, '2025-06-02', 5000, inEuros)).warnings).toEqual([])
    expect(warned(await postInvoice(company, customer, '2025-06-03', 1, inEuros)).warnings).toEqual([
      'NORTH01 now owes 150.01 EUR, over the credit limit for EUR of 150.00 EUR.',
    ])
  })

  test('counts neither what is billed in other currencies nor stands in their way', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'block' })
    const customer = await addCustomer(company, 'NORTH01', euros(15_000))
    await postInvoice(company, customer, '2025-06-01', 90_000)
    await postInvoice(company, customer, '2025-06-01', 90_000, { currency: 'GBP', rate: '1.3' })
    await postInvoice(company, customer, '2025-06-02', 15_000, inEuros)
    await expect(postInvoice(company, customer, '2025-06-03', 1, inEuros)).rejects.toMatchObject({
      code: 'credit_limit_exceeded',
      path: 'lines',
      message:
        'NORTH01 would owe 150.01 EUR (150.00 EUR open, 0.01 EUR on this), over the credit limit for EUR of 150.00 EUR. Post a smaller invoice or raise the limit.',
    })
    await postInvoice(company, customer, '2025-06-03', 1)
  })

  test('may be one of the customer’s own currency, which counts that alone', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'block' })
    const customer = await addCustomer(company, 'NORTH01', {
      creditLimit: 50_000,
      currencyLimits: [{ currency: 'USD', limit: 10_000 }],
    })
    await postInvoice(company, customer, '2025-06-01', 20_000, inEuros)
    await postInvoice(company, customer, '2025-06-02', 10_000)
    await expect(postInvoice(company, customer, '2025-06-03', 1)).rejects.toMatchObject({
      params: { currency: 'USD', exposure: '100.01 USD', limit: '100.00 USD' },
    })
  })

  test('and the limit of all currencies hold together: each is asked about and approved by itself', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'ask' })
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 20_000, ...euros(15_000) })
    await expect(postInvoice(company, customer, '2025-06-02', 19_000, inEuros)).rejects.toMatchObject({
      params: { exposure: '209.00 USD', limit: '200.00 USD' },
    })
    await expect(postInvoice(company, customer, '2025-06-02', 16_000, inEuros)).rejects.toMatchObject({
      params: { exposure: '160.00 EUR', limit: '150.00 EUR', currency: 'EUR' },
    })
    const over = ['credit_limit_ask' as const]
    const approval = { userId: 1, pin: null, over }
    await expect(postInvoice(company, customer, '2025-06-02', 19_000, { ...inEuros, approval })).rejects.toMatchObject({
      params: { currency: 'EUR' },
    })
    const said = (params: object) => ({ code: 'credit_limit_ask' as const, said: JSON.stringify(params) })
    const read = [
      said({ code: 'NORTH01', exposure: '209.00 USD', open: '0.00 USD', total: '209.00 USD', limit: '200.00 USD' }),
      said({
        code: 'NORTH01',
        exposure: '190.00 EUR',
        open: '0.00 EUR',
        total: '190.00 EUR',
        limit: '150.00 EUR',
        currency: 'EUR',
      }),
    ]
    await postInvoice(company, customer, '2025-06-02', 19_000, { ...inEuros, approval: { ...approval, read } })
    expect(company.sql().all('SELECT act, currency, most, amount FROM approval')).toEqual([
      { act: 'credit_limit', currency: 'USD', most: 20_000, amount: 20_900 },
      { act: 'credit_limit', currency: 'EUR', most: 15_000, amount: 19_000 },
    ])
  })

  test('counts drafts in it, and one without a currency as the customer’s own', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO01', { currency: 'EUR', ...euros(15_000) })
    const draft = { kind: 'invoice', customerId: customer, title: '', body: {} } as const
    const uids = [1, 2, 3].map((index) => `0197c2b4-0000-7000-8000-00000000000${index}`)
    const [own = '', named = '', other = ''] = uids
    await company.call('drafts.save', { ...draft, uid: own, total: 4000, currency: null })
    await company.call('drafts.save', { ...draft, uid: named, total: 5000, currency: 'EUR' })
    await company.call('drafts.save', { ...draft, uid: other, total: 90_000, currency: 'USD' })
    const { currencyLimits } = await company.call('customers.get', { id: customer, asOf })
    expect(currencyLimits).toEqual([{ currency: 'EUR', limit: 15_000, open: 0, drafts: 9000 }])
    const { warnings } = warned(
      await postInvoice(company, customer, '2025-06-02', 10_001, { ...inEuros, draftUid: own }),
    )
    expect(warnings).toEqual([
      'EURO01 now owes 150.01 EUR with 50.00 EUR in drafts, over the credit limit for EUR of 150.00 EUR.',
    ])
  })

  test('is asked about once in a billing run, with all that the run bills in it', async () => {
    const company = newCompany()
    await setSettings(company, { creditLimitPolicy: 'block' })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-01-01'), rate: '1.1', version: null })
    const customerId = await addCustomer(company, 'NORTH01', euros(25_000))
    const { commandUid: _, ...rent } = recurringInputs('', line(10_000))['recurring.save']
    const { id } = await company.call('recurring.save', {
      ...rent,
      name: 'Rent',
      customerId,
      currency: 'EUR',
    })
    const occurrences = ['2025-04-30', '2025-05-31', '2025-06-30'].map((dueOn) => ({
      recurringId: id,
      dueOn: day(dueOn),
      documentDate: day(dueOn),
    }))
    await expect(company.call('recurring.post', { occurrences })).rejects.toMatchObject({
      path: 'occurrences.2.lines',
      params: { exposure: '300.00 EUR', open: '0.00 EUR', total: '300.00 EUR', limit: '250.00 EUR', currency: 'EUR' },
    })
    await company.call('recurring.post', { occurrences: occurrences.slice(0, 2) })
  })

  test('is stored with the customer by code, and each currency has at most one', async () => {
    const company = newCompany()
    const limits = [
      { currency: 'GBP', limit: 0 },
      { currency: 'EUR', limit: 100 },
    ]
    const id = await addCustomer(company, 'NORTH01', { currencyLimits: limits })
    const { version, ...customer } = await edited(company, id)
    expect(customer.currencyLimits).toEqual(limits.toReversed())
    await company.call('customers.update', { ...customer, version, currencyLimits: limits.slice(0, 1) })
    expect((await edited(company, id)).currencyLimits).toEqual(limits.slice(0, 1))
    await expect(company.call('customers.update', { ...customer, version })).rejects.toMatchObject({
      code: 'stale_version',
      params: { changes: 'currency limits is now 0.00 GBP, here 1.00 EUR, 0.00 GBP' },
    })
    const twice = { currencyLimits: [{ currency: 'EUR', limit: 1 }, ...limits] }
    await expect(addCustomer(company, 'SOUTH01', twice)).rejects.toMatchObject({
      code: 'currency_limit_twice',
      path: 'currencyLimits.2.currency',
    })
  })

  test('is raised or taken away by a supervisor alone; a clerk may lower it and give one', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'NORTH01', euros(10_000))
    await company.call('session.signIn', { userId: await takeOnClerk(company), pin: CLERK_PIN })
    const customer = await edited(company, id)
    const change = (currencyLimits: readonly { currency: string; limit: number }[]) =>
      company.call('customers.update', { ...customer, currencyLimits })
    await expect(change([{ currency: 'EUR', limit: 10_001 }])).rejects.toMatchObject({
      code: 'credit_loosened',
      path: 'currencyLimits.0.limit',
      message:
        'Only a supervisor raises the credit limit of NORTH01 for EUR or releases its hold. Ask one to approve it.',
    })
    await expect(change([])).rejects.toMatchObject({ code: 'credit_loosened', path: 'currencyLimits' })
    const lowered = [
      { currency: 'EUR', limit: 9000 },
      { currency: 'GBP', limit: 5000 },
    ]
    await change(lowered)
    expect((await edited(company, id)).currencyLimits).toEqual(lowered)
  })

  test('costs a posting a statement of its own only where the customer has one', async () => {
    const asked = async (changes: Parameters<typeof addCustomer>[2]) => {
      const company = newCompany()
      const customer = await addCustomer(company, 'NORTH01', changes)
      const prepare = vi.spyOn(Database.prototype, 'prepare')
      await postInvoice(company, customer, '2025-06-01', 100, inEuros)
      const statements = prepare.mock.calls.filter(([sql]) => sql.includes('FROM customer_currency_limit AS own'))
      prepare.mockRestore()
      return statements.length
    }
    expect(await asked({})).toBe(0)
    expect(await asked(euros(100))).toBe(1)
  })
})

describe('the list of customers says who is over a limit', () => {
  const isOver = async (company: TestCompany) =>
    (await company.call('customers.list', { asOf })).rows.map(({ code, isOverLimit }) => [code, isOverLimit])

  test('of all currencies, also where the limit is in a foreign one', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-01-01'), rate: '1.25', version: null })
    const abroad = await addCustomer(company, 'ABROAD', { currency: 'EUR', creditLimit: 10_000 })
    const within = await addCustomer(company, 'WITHIN', { currency: 'EUR', creditLimit: 10_000 })
    await postInvoice(company, abroad, '2025-06-01', 12_501, { currency: 'USD' })
    await postInvoice(company, within, '2025-06-01', 12_500, { currency: 'USD' })
    expect(await isOver(company)).toEqual([
      ['ABROAD', true],
      ['WITHIN', false],
    ])
  })

  test('of one currency, as of the day asked for', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', euros(10_000))
    await postInvoice(company, customer, '2025-06-01', 10_000, inEuros)
    expect(await isOver(company)).toEqual([['NORTH01', false]])
    const { id } = await postInvoice(company, customer, '2025-06-02', 1, inEuros)
    expect(await isOver(company)).toEqual([['NORTH01', true]])
    await postReceipt(company, customer, '2025-07-10', 1, [{ documentId: id, amount: 1 }], inEuros)
    expect(await isOver(company)).toEqual([['NORTH01', true]])
    const later = await company.call('customers.list', { asOf: day('2025-07-10') })
    expect(later.rows[0]?.isOverLimit).toBe(false)
  })

  test('and none without a limit, nor at exactly the limit', async () => {
    const company = newCompany()
    const free = await addCustomer(company, 'FREE01')
    const full = await addCustomer(company, 'FULL01', { creditLimit: 10_000 })
    await postInvoice(company, free, '2025-06-01', 90_000)
    await postInvoice(company, full, '2025-06-01', 10_000)
    expect(await isOver(company)).toEqual([
      ['FREE01', false],
      ['FULL01', false],
    ])
    await postInvoice(company, full, '2025-06-01', 1)
    expect(await isOver(company)).toContainEqual(['FULL01', true])
  })
})
