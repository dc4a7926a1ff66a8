import { describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { billedTwice, tiesOut } from '../fixtures/several-currencies.ts'
import { warned } from '../fixtures/warned.ts'

describe('a customer billed in several currencies', () => {
  test('each document carries its own currency, the customer’s is proposed', async () => {
    const { company, dollars, euros } = await billedTwice()
    const currencyOf = async ({ id }: { id: number }) => (await company.call('documents.get', { id })).currency
    expect([await currencyOf(dollars), await currencyOf(euros)]).toEqual(['USD', 'EUR'])
  })

  test('balances are told by currency, and all together as the books carry them', async () => {
    const { company, customer } = await billedTwice()
    await postReceipt(company, customer, '2025-06-05', 3000, [], { currency: 'EUR', rate: '1.2' })
    const asOf = day('2025-07-10')
    const euros = { currency: 'EUR', balance: 7000, overdue: 10_000, unapplied: 3000, inBase: 7400 }
    const card = await company.call('customers.get', { id: customer, asOf })
    expect(card).toMatchObject({ balance: 10_000, others: [euros], inBase: { currency: 'USD', balance: 17_400 } })
    const { rows } = await company.call('customers.list', { asOf })
    expect(rows).toMatchObject([{ balance: 10_000, others: [euros], inBase: 17_400 }])
    const [match] = await company.call('customers.search', { text: 'north', limit: 5 })
    expect(match).toMatchObject({ balance: 10_000, others: [{ currency: 'EUR', balance: 7000 }] })
  })

  test('the aging has a row of the customer in each currency, and one in base for all', async () => {
    const { company, customer } = await billedTwice()
    const asOf = day('2025-06-30')
    const [dollars, euros, base] = await Promise.all([
      company.call('aging.byCustomer', { asOf }),
      company.call('aging.byCustomer', { asOf, currency: 'EUR' }),
      company.call('aging.byCustomer', { asOf, in: 'base' }),
    ])
    expect(dollars).toMatchObject({ otherCurrencies: ['EUR'], rows: [{ total: 10_000 }], openDebits: 1 })
    expect(euros).toMatchObject({ otherCurrencies: ['USD'], rows: [{ total: 10_000 }], openDebits: 1 })
    expect(base).toMatchObject({ otherCurrencies: ['EUR'], rows: [{ total: 21_000 }], openDebits: 2 })
    const items = async (of: object) =>
      (await company.call('aging.items', { asOf, customerId: customer, ...of })).map(({ number, open }) => [
        number,
        open,
      ])
    expect(await items({})).toEqual([['INV-00001', 10_000]])
    expect(await items({ currency: 'EUR' })).toEqual([['INV-00002', 10_000]])
    expect(await items({ in: 'base' })).toEqual([
      ['INV-00001', 10_000],
      ['INV-00002', 11_000],
    ])
    await tiesOut(company, '2025-06-30')
  })

  test('a statement tells of one currency', async () => {
    const { company, customer } = await billedTwice()
    const which = { customerId: customer, statementDate: day('2025-06-30'), from: null } as const
    const own = await company.call('statements.data', { ...which, form: 'open_item' })
    expect(own).toMatchObject({ currency: 'USD', otherCurrencies: ['EUR'], total: 10_000, inBase: null })
    expect(own.lines.map(({ number }) => number)).toEqual(['INV-00001'])
    const euros = await company.call('statements.data', { ...which, currency: 'EUR', form: 'balance_forward' })
    expect(euros).toMatchObject({ currency: 'EUR', otherCurrencies: ['USD'], total: 10_000 })
    expect(euros.inBase).toMatchObject({ currency: 'USD', total: 11_000 })
  })

  test('a document may be in the company’s currency and in those with rates or documents', async () => {
    const company = newCompany()
    expect(await company.call('rates.currencies', {})).toEqual(['USD'])
    const customer = await addCustomer(company, 'NORTH01')
    await postInvoice(company, customer, '2025-06-01', 10_000, { currency: 'EUR', rate: '1.1' })
    await company.call('rates.set', { currency: 'CHF', date: day('2025-06-01'), rate: '1.2', version: null })
    expect(await company.call('rates.currencies', {})).toEqual(['USD', 'CHF', 'EUR'])
  })

  test('money is proposed for items of its own currency, and back-dated money names only those', async () => {
    const { company, customer, dollars, euros } = await billedTwice()
    const asked = { customerId: customer, date: day('2025-06-30'), amount: 10_000, remittanceText: '' }
    const linesIn = async (currency: string | null) =>
      (await company.call('receipts.propose', { ...asked, currency }))[0]?.lines.map(({ documentId }) => documentId)
    expect(await linesIn(null)).toEqual([dollars.id])
    expect(await linesIn('EUR')).toEqual([euros.id])
    expect(await linesIn('GBP')).toBeUndefined()
  })

  test('a write-off by a credit of another currency stands on the statement at what the books moved', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await postInvoice(company, customer, '2025-06-01', 100, { currency: 'EUR', rate: '0.5' })
    const { id: creditDocumentId } = await postReceipt(company, customer, '2025-06-02', 100)
    const written = { documentId: id, amount: 0, settles: null, discount: 0, writeOff: 1, writeOffReason: 'small' }
    await company.call('applications.apply', { creditDocumentId, date: null, lines: [written] })
    const statement = await company.call('statements.data', {
      customerId: customer,
      statementDate: day('2025-06-30'),
      currency: 'EUR',
      form: 'balance_forward',
      from: day('2025-06-01'),
    })
    expect(statement.lines.map(({ reference }) => reference)).not.toContain('Exchange differences')
    await tiesOut(company, '2025-06-30')
  })

  test('the credit history tells of one currency', async () => {
    const { company, customer } = await billedTwice()
    const asOf = day('2025-06-30')
    const own = await company.call('customers.creditHistory', { id: customer, asOf })
    expect(own).toMatchObject({
      currency: 'USD',
      otherCurrencies: ['EUR'],
      highest: { amount: 10_000 },
      salesThisYear: 10_000,
    })
    const euros = await company.call('customers.creditHistory', { id: customer, asOf, currency: 'EUR' })
    expect(euros).toMatchObject({ currency: 'EUR', otherCurrencies: ['USD'], salesThisYear: 10_000 })
  })

  test('the credit limit counts what is open in other currencies as the books carry it, and the new document at its rate', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 30_000 })
    await postInvoice(company, customer, '2025-06-01', 10_000, { currency: 'EUR', rate: '1.1' })
    const { warnings } = await postInvoice(company, customer, '2025-06-02', 10_000, { currency: 'EUR', rate: '1.9' })
    expect(warnings).toEqual([])
    const { warnings: over } = warned(await postInvoice(company, customer, '2025-06-02', 100))
    expect(over).toEqual(['NORTH01 now owes 301.00, over the credit limit of 300.00.'])
  })

  test('drafts in other currencies count against the limit at the rate of the day', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 20_000 })
    const uid = '0197c2b4-0000-7000-8000-000000000001'
    const draft = {
      uid,
      kind: 'invoice',
      customerId: customer,
      title: '',
      body: {},
      total: 10_000,
      currency: 'EUR',
    } as const
    await company.call('drafts.save', draft)
    const asOf = day('2025-06-30')
    const exposure = async () => (await company.call('customers.get', { id: customer, asOf })).exposure
    expect(await exposure()).toEqual({ open: 0, drafts: 0 })
    await company.call('rates.set', { currency: 'EUR', date: asOf, rate: '1.1', version: null })
    expect(await exposure()).toEqual({ open: 0, drafts: 11_000 })
    expect(warned(await postInvoice(company, customer, '2025-06-30', 10_000)).warnings).toEqual([
      'NORTH01 now owes 210.00 with 110.00 in drafts, over the credit limit of 200.00.',
    ])
  })

  test('a limit in a foreign currency asks for a rate of it before it counts others', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'EURO01', { currency: 'EUR', creditLimit: 10_000 })
    const bill = () => postInvoice(company, customer, '2025-06-01', 11_000, { currency: 'USD' })
    await expect(bill()).rejects.toMatchObject({ code: 'rate_missing', path: 'currency', params: { currency: 'EUR' } })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.1', version: null })
    expect((await bill()).warnings).toEqual([])
    expect(warned(await bill()).warnings).toEqual(['EURO01 now owes 200.00 EUR, over the credit limit of 100.00 EUR.'])
  })

  test('finance charges are a document in each currency', async () => {
    const { company, customer } = await billedTwice()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.25', version: null })
    const rules = { asOf: day('2025-08-30'), annualRate: 10_000_000, fee: 1000 }
    const proposed = await company.call('financeCharges.propose', rules)
    expect(proposed.map(({ currency, fee }) => [currency, fee])).toEqual([
      ['USD', 1000],
      ['EUR', 800],
    ])
    const charges = proposed.map(({ currency, total }) => ({ customerId: customer, currency, total, rate: null }))
    const { documents } = await company.call('financeCharges.post', { ...rules, memo: '', charges })
    const views = await Promise.all(documents.map(({ id }) => company.call('documents.get', { id })))
    expect(views.map(({ currency, total }) => [currency, total])).toEqual(
      proposed.map(({ currency, total }) => [currency, total]),
    )
  })

  test('what would be charged in one currency is covered by what is unapplied in it', async () => {
    const { company, customer } = await billedTwice()
    await postReceipt(company, customer, '2025-07-20', 4000, [], { currency: 'EUR', rate: '1.1' })
    const charges = await company.call('financeCharges.propose', {
      asOf: day('2025-08-30'),
      annualRate: 10_000_000,
      fee: 0,
    })
    expect(charges.map(({ currency, unapplied, items }) => [currency, unapplied, items[0]?.covered])).toEqual([
      ['USD', 0, 0],
      ['EUR', 4000, 4000],
    ])
  })

  test('credit notes, adjustments, opening balances and recurring invoices take a currency too', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const money = { currency: 'EUR', rate: '1.1' } as const
    const common = { customerId: customer, reference: '', memo: '' }
    const note = await company.call('creditNotes.post', {
      ...common,
      ...money,
      documentDate: day('2025-06-01'),
      pricesIncludeTax: false,
      lines: [line(1000)],
      applications: [],
      draftUid: null,
    })
    const reasons = await company.call('reasonCodes.list', {})
    const adjustment = await company.call('adjustments.post', {
      ...common,
      ...money,
      date: day('2025-06-01'),
      direction: 'increase',
      amount: 700,
      reasonCodeId: reasons[0]?.id ?? 0,
      applications: [],
    })
    const { documents: opened } = await company.call('openingBalances.post', {
      items: [
        {
          ...common,
          ...money,
          kind: 'invoice',
          number: 'OLD-1',
          documentDate: day('2025-05-01'),
          dueDate: null,
          amount: 900,
        },
      ],
    })
    const schedule = {
      every: 1,
      unit: 'month',
      firstDate: day('2025-06-01'),
      dayOfMonth: null,
      end: { kind: 'never' },
    } as const
    const { id: recurringId } = await company.call('recurring.save', {
      ...common,
      existing: null,
      name: 'Rent',
      currency: 'EUR',
      schedule,
      termsId: null,
      pricesIncludeTax: false,
      lines: [line(5000)],
      documentDiscount: null,
    })
    const { documents: billed } = await company.call('recurring.post', {
      occurrences: [{ recurringId, dueOn: day('2025-06-01'), documentDate: day('2025-06-01'), rate: '1.1' }],
    })
    for (const { id } of [note, adjustment, ...opened, ...billed])
      expect((await company.call('documents.get', { id })).currency).toBe('EUR')
    expect((await company.call('recurring.list', {})).map(({ currency }) => currency)).toEqual(['EUR'])
  })

  test('a recurring invoice stays in the currency it was entered in when the customer’s changes', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'NORTH01')
    const schedule = {
      every: 1,
      unit: 'month',
      firstDate: day('2025-06-01'),
      dayOfMonth: null,
      end: { kind: 'never' },
    } as const
    const said = {
      reference: '',
      memo: '',
      termsId: null,
      pricesIncludeTax: false,
      lines: [line(5000)],
      documentDiscount: null,
    }
    await company.call('recurring.save', { existing: null, name: 'Rent', customerId: id, schedule, ...said })
    const { uid: _, ...stored } = (await company.call('customers.get', { id, asOf: day('2025-06-30') })).customer
    const copied = {
      ...stored,
      billingAddress: { ...stored.billingAddress },
      shippingAddress: { ...stored.shippingAddress },
      contacts: [],
    }
    await company.call('customers.update', { ...copied, currency: 'EUR' })
    expect((await company.call('recurring.list', {})).map(({ currency }) => currency)).toEqual(['USD'])
  })
})
