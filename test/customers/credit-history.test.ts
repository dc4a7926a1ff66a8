import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addTerms, plain } from '../semantics/settings.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

const history = (company: TestCompany, id: number, asOf = '2025-06-30') =>
  company.call('customers.creditHistory', { id, asOf: day(asOf) })

describe('the credit history of a customer', () => {
  test('without any documents knows nothing', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    expect(await history(company, id)).toMatchObject({
      currency: 'USD',
      highest: null,
      highestLastYear: null,
      daysToPay: null,
      daysLate: null,
      lastPayment: null,
      returnedPayments: 0,
      lastReturned: null,
      salesThisYear: 0,
      salesLastYear: 0,
    })
    await expect(history(company, 99)).rejects.toMatchObject({ code: 'customer_not_found' })
  })

  test('has the highest balance ever and of twelve months, each with its day; other customers do not count', async () => {
    const company = newCompany()
    const [id, other] = [await addCustomer(company, 'ACME'), await addCustomer(company, 'BETA')]
    const old = await postInvoice(company, id, '2023-03-01', 90_000)
    await postReceipt(company, id, '2023-04-01', 90_000, [{ documentId: old.id, amount: 90_000 }])
    await postInvoice(company, id, '2025-01-10', 20_000)
    await postInvoice(company, id, '2025-03-10', 30_000)
    await postInvoice(company, other, '2025-03-10', 999_900)
    expect(await history(company, id)).toMatchObject({
      highest: { amount: 90_000, date: '2023-03-01' },
      highestLastYear: { amount: 50_000, date: '2025-03-10' },
    })
    expect(await history(company, id, '2025-02-01')).toMatchObject({
      highestLastYear: { amount: 20_000, date: '2025-01-10' },
    })
  })

  test('weighs days by what was paid in twelve months, without what was unapplied or is a credit note’s', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    const invoice = await postInvoice(company, id, '2025-01-01', 40_000)
    await postReceipt(company, id, '2025-01-21', 30_000, [{ documentId: invoice.id, amount: 30_000 }])
    await postReceipt(company, id, '2025-02-10', 10_000, [{ documentId: invoice.id, amount: 10_000 }])
    expect(await history(company, id)).toMatchObject({
      daysToPay: 25,
      daysLate: 2.5,
      lastPayment: { date: '2025-02-10', amount: 10_000 },
    })
    expect(await history(company, id, '2025-01-31')).toMatchObject({ daysToPay: 20, daysLate: 0 })
    const view = await company.call('documents.get', { id: invoice.id })
    const late = view.applications.find(({ effectiveDate }) => effectiveDate === '2025-02-10')
    await company.call('applications.unapply', { applicationId: late?.id ?? 0, date: day('2025-03-01') })
    expect(await history(company, id)).toMatchObject({ daysToPay: 20, daysLate: 0 })
    expect(await history(company, id, '2025-02-28')).toMatchObject({ daysToPay: 25, daysLate: 2.5 })
    expect(await history(company, id, '2026-02-10')).toMatchObject({ daysToPay: null, daysLate: null })
  })

  test('half paid 20 days late and the rest on time is 10 days late on average, on the card too', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    const half = (dueAfterDays: number) => ({ percent: 50_000_000, dueAfterDays })
    const termsId = await addTerms(company, { kind: 'instalments', parts: [half(30), half(60)], ...plain })
    const { id: documentId } = await postInvoice(company, id, '2025-01-01', 10_000, { termsId })
    await postReceipt(company, id, '2025-02-20', 5_000, [{ documentId, amount: 5_000 }])
    const rest = await postReceipt(company, id, '2025-03-02', 5_000, [{ documentId, amount: 5_000 }])
    const card = async (asOf: string) => (await company.call('customers.get', { id, asOf: day(asOf) })).averageDaysLate
    expect([(await history(company, id)).daysLate, await card('2025-06-30')]).toEqual([10, 10])
    expect([(await history(company, id, '2025-03-01')).daysLate, await card('2025-03-01')]).toEqual([20, 20])
    await company.call('documents.void', { id: rest.id, date: day('2025-03-05'), reason: 'typed twice' })
    await postReceipt(company, id, '2025-03-12', 2_500, [{ documentId, amount: 2_500 }])
    expect((await history(company, id)).daysLate).toBe(16.7)
    // What was paid more than a year before still covered the first half.
    expect((await history(company, id, '2026-02-25')).daysLate).toBe(10)
  })

  test('weighs invoices by their amounts', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME', { termsCode: 'DUE' })
    for (const [amount, paidOn] of [
      [30_000, '2025-01-05'],
      [10_000, '2025-01-21'],
    ] as const) {
      const { id: documentId } = await postInvoice(company, id, '2025-01-01', amount)
      await postReceipt(company, id, paidOn, amount, [{ documentId, amount }])
    }
    expect((await company.call('customers.get', { id, asOf: day('2025-06-30') })).averageDaysLate).toBe(8)
  })

  test('counts payments the bank took back, and says when the last was', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    const receipt = await postReceipt(company, id, '2025-01-21', 30_000)
    await company.call('receipts.returnPayment', { id: receipt.id, date: day('2025-02-01'), reason: '', fee: null })
    expect(await history(company, id)).toMatchObject({
      returnedPayments: 1,
      lastReturned: '2025-02-01',
      lastPayment: null,
    })
    expect(await history(company, id, '2025-01-31')).toMatchObject({ returnedPayments: 0, lastReturned: null })
  })

  test('has sales without tax: credit notes and voids are taken off, balances brought in do not count', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    const taxCodeId = (await company.call('taxCodes.list', {})).find(({ rate }) => rate > 0)?.id ?? 0
    await postInvoice(company, id, '2024-02-15', 5000)
    await postInvoice(company, id, '2025-05-15', 10_000, { taxCodeId })
    const wrong = await postInvoice(company, id, '2025-05-20', 7000)
    await company.call('documents.void', { id: wrong.id, date: day('2025-06-02'), reason: 'wrong' })
    await company.call('creditNotes.post', {
      customerId: id,
      documentDate: day('2025-06-10'),
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(1000)],
      applications: [],
      draftUid: null,
    })
    await company.call('openingBalances.post', {
      items: [
        {
          customerId: id,
          kind: 'invoice',
          number: 'OLD-1',
          documentDate: day('2025-04-01'),
          dueDate: day('2025-04-30'),
          amount: 88_800,
          rate: null,
          reference: '',
          memo: '',
        },
      ],
    })
    const { months, salesThisYear, salesLastYear } = await history(company, id)
    expect(months.slice(-3)).toEqual([
      { month: '2025-04-01', amount: 0 },
      { month: '2025-05-01', amount: 17_000 },
      { month: '2025-06-01', amount: -8000 },
    ])
    expect(months).toHaveLength(13)
    expect([salesThisYear, salesLastYear]).toEqual([9000, 5000])
  })
  test('has no finance charges in its sales, nor what was credited of one', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'ACME')
    const { id: documentId } = await postInvoice(company, id, '2025-01-01', 100_000)
    const rules = { asOf: day('2025-06-01'), annualRate: 10_000_000, fee: 0 }
    const [proposed] = await company.call('financeCharges.propose', { ...rules, customerId: id })
    const charges = [{ customerId: id, total: proposed?.total ?? 0, rate: null }]
    await company.call('financeCharges.post', { ...rules, memo: '', charges })
    await postReceipt(company, id, '2025-02-15', 100_000, [{ documentId, amount: 100_000 }])
    const [outdated] = await company.call('financeCharges.outdated', { ids: null })
    const credited = [{ id: outdated?.id ?? 0, total: outdated?.credit ?? 0 }]
    const { documents } = await company.call('financeCharges.credit', {
      date: day('2025-06-02'),
      memo: '',
      charges: credited,
    })
    const sales = async () => (await history(company, id)).months.filter(({ amount }) => amount !== 0)
    expect(await sales()).toEqual([{ month: '2025-01-01', amount: 100_000 }])
    await company.call('documents.void', { id: documents[0]?.id ?? 0, date: day('2025-06-03'), reason: 'too much' })
    expect(await sales()).toEqual([{ month: '2025-01-01', amount: 100_000 }])
  })
})
