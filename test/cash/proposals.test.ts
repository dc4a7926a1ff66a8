import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { addTerms, plain } from '../semantics/settings.ts'

const propose = (company: TestCompany, customerId: number, date: string, amount: number, remittanceText = '') =>
  company.call('receipts.propose', { customerId, date: day(date), amount, remittanceText })

const linesOf = (ways: Awaited<ReturnType<typeof propose>>) =>
  (ways[0]?.lines ?? []).map(({ documentId, amount }) => [documentId, amount])

/** Three parts of 100 each, due 1 June, 1 July and 1 August. */
const inThirds = async (company: TestCompany) => {
  const third = { percent: 33_333_333 }
  const termsId = await addTerms(company, {
    kind: 'instalments',
    parts: [0, 30, 61].map((dueAfterDays, index) => ({
      ...third,
      percent: index === 2 ? 33_333_334 : third.percent,
      dueAfterDays,
    })),
    ...plain,
  })
  return (customerId: number) => postInvoice(company, customerId, '2025-06-01', 30_000, { termsId })
}

describe('a part due now', () => {
  test('is told of an open item, part by part, less what the earliest were paid', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const { id } = await (await inThirds(company))(customer)
    await postReceipt(company, customer, '2025-06-10', 15_000, [{ documentId: id, amount: 15_000 }])
    const { items } = await company.call('openItems.forPayer', { customerId: customer, asOf: day('2025-06-10') })
    const [item] = items.filter(({ documentId }) => documentId === id)
    const parts = item?.parts ?? []
    expect(parts.map(({ open }) => open)).toEqual([5_000, 10_000])
    expect(parts[0]?.dueDate).toBe(item?.dueDate)
  })

  test('a payment of exactly one due instalment is offered to it, not to the item due before', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    await postInvoice(company, customer, '2025-05-01', 25_000, { dueDate: '2025-05-20' })
    const { id, number } = await (await inThirds(company))(customer)
    const ways = await propose(company, customer, '2025-06-10', 10_000)
    expect(linesOf(ways)).toEqual([[id, 10_000]])
    expect(ways[0]?.reason).toBe(`Exactly the amount of the instalment of ${number}, due 1 Jun 2025.`)
  })

  test('200 for two amounts due does not go into an instalment that is not', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const { id } = await (await inThirds(company))(customer)
    const other = await postInvoice(company, customer, '2025-06-01', 10_000, { dueDate: '2025-06-09' })
    expect(linesOf(await propose(company, customer, '2025-06-10', 20_000))).toEqual([
      [id, 10_000],
      [other.id, 10_000],
    ])
  })

  test('oldest first goes by what is due, also of the customers of one payer', async () => {
    const company = newCompany()
    const payer = await addCustomer(company, 'GROUP')
    const branch = await addCustomer(company, 'EAST', { payingParentId: payer })
    const { id } = await (await inThirds(company))(branch)
    const other = await postInvoice(company, payer, '2025-06-01', 10_000, { dueDate: '2025-06-20' })
    const ways = await propose(company, payer, '2025-06-10', 25_000)
    expect(linesOf(ways)).toEqual([
      [id, 15_000],
      [other.id, 10_000],
    ])
    expect(ways[0]?.reason).toMatch(/^Oldest first: settles 1 item and 1 instalment, 50.00 towards /)
  })

  test('what is due of the invoice that is named is not called short', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const { id, number } = await (await inThirds(company))(customer)
    const [best] = await propose(company, customer, '2025-07-10', 20_000, number)
    expect(best).toMatchObject({
      lines: [{ documentId: id, amount: 20_000 }],
      reason: `Named in the remittance: ${number}.`,
    })
  })
})

test('all ways are listed, each with its reason, the surest first and none twice', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'C1')
  const bill = (cents: number, dueDate: string) => postInvoice(company, customer, '2025-05-01', cents, { dueDate })
  const first = await bill(10_000, '2025-05-31')
  const second = await bill(15_000, '2025-06-01')
  const third = await bill(25_000, '2025-06-02')
  const ways = await propose(company, customer, '2025-06-10', 25_000, 'INV-00002')
  expect(
    ways.map(({ reason, lines }) => [reason, lines.map(({ documentId, amount }) => [documentId, amount])]),
  ).toEqual([
    ['Exactly the amount of INV-00003.', [[third.id, 25_000]]],
    ['Named in the remittance: INV-00002; 100.00 stays unapplied.', [[second.id, 15_000]]],
    [
      'The 2 oldest open items add up exactly.',
      [
        [first.id, 10_000],
        [second.id, 15_000],
      ],
    ],
  ])
})

describe('only what will post is proposed', () => {
  const reopened = async (company: TestCompany) => {
    const customer = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, customer, '2025-01-01', 10_000)
    const paid = await postReceipt(company, customer, '2025-01-10', 10_000, [
      { documentId: invoice.id, amount: 10_000 },
    ])
    await company.call('receipts.returnPayment', { id: paid.id, date: day('2025-02-01'), reason: '', fee: null })
    return { customer, invoice }
  }

  test('a receipt dated before an item was open again does not propose it', async () => {
    const company = newCompany()
    const { customer, invoice } = await reopened(company)
    const later = await postInvoice(company, customer, '2025-01-15', 4_000)
    const ways = await propose(company, customer, '2025-01-20', 10_000)
    expect(ways.flatMap(({ lines }) => lines.map(({ documentId }) => documentId))).not.toContain(invoice.id)
    expect(linesOf(ways)).toEqual([[later.id, 4_000]])
    await postReceipt(company, customer, '2025-01-20', 10_000, ways[0]?.lines ?? [])
    expect(linesOf(await propose(company, customer, '2025-02-01', 10_000))).toEqual([[invoice.id, 10_000]])
  })

  test('it says which item that is, and lets an application have a later date', async () => {
    const company = newCompany()
    const { customer, invoice } = await reopened(company)
    const leftOut = (date: string) => company.call('receipts.leftOut', { customerId: customer, date: day(date) })
    expect(await leftOut('2025-01-20')).toEqual([
      { documentId: invoice.id, number: invoice.number, from: '2025-02-01' },
    ])
    expect(await leftOut('2025-02-01')).toEqual([])
    const applicationDate = day('2025-02-01')
    const asked = { customerId: customer, date: day('2025-01-20'), amount: 10_000, remittanceText: '' }
    const [best] = await company.call('receipts.propose', { ...asked, applicationDate })
    expect(best?.lines).toMatchObject([{ documentId: invoice.id, amount: 10_000 }])
    const receipt = {
      ...validInputs(uuidV7())['receipts.post'],
      customerId: customer,
      date: asked.date,
      amount: 10_000,
    }
    const applications = (best?.lines ?? []).map((line) => ({ ...line, writeOffReason: '', deductions: [] }))
    const post = (date: string | null) =>
      company.call('receipts.post', {
        ...receipt,
        commandUid: uuidV7(),
        rate: null,
        applications,
        applicationDate: date === null ? null : day(date),
      })
    await expect(post(null)).rejects.toMatchObject({ code: 'overapplied_in_past' })
    await expect(post('2025-01-19')).rejects.toMatchObject({ code: 'application_too_early', path: 'applicationDate' })
    const { id } = await post('2025-02-01')
    const { applications: applied } = await company.call('documents.get', { id })
    expect(applied).toMatchObject([{ effectiveDate: '2025-02-01', amount: 10_000 }])
    expect([openAsOf(company, invoice.id, '2025-01-31'), openAsOf(company, invoice.id)]).toEqual([0, 0])
    expect([openAsOf(company, id, '2025-01-20'), openAsOf(company, id)]).toEqual([-10_000, 0])
  })

  test('so may the receipt of a payer who was not known', async () => {
    const company = newCompany()
    const { customer, invoice } = await reopened(company)
    const unidentified = await company.call('unidentifiedReceipts.post', {
      ...validInputs(uuidV7())['unidentifiedReceipts.post'],
      commandUid: uuidV7(),
      date: day('2025-01-18'),
      amount: 10_000,
      currency: 'USD',
      rate: null,
      batchId: null,
    })
    const line = {
      documentId: invoice.id,
      amount: 10_000,
      discount: 0,
      writeOff: 0,
      writeOffReason: '',
      deductions: [],
    }
    const identify = (applicationDate: string | null) =>
      company.call('unidentifiedReceipts.identify', {
        id: unidentified.id,
        customerId: customer,
        date: day('2025-01-20'),
        rate: null,
        memo: '',
        applications: [line],
        applicationDate: applicationDate === null ? null : day(applicationDate),
      })
    await expect(identify(null)).rejects.toMatchObject({ code: 'overapplied_in_past' })
    await identify('2025-02-03')
    expect(openAsOf(company, invoice.id)).toBe(0)
  })

  test('nor a credit that was used on that day', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const credit = await postReceipt(company, customer, '2025-01-05', 3_000)
    const first = await postInvoice(company, customer, '2025-01-06', 3_000)
    const applied = await company.call('applications.apply', {
      creditDocumentId: credit.id,
      date: null,
      lines: [{ documentId: first.id, amount: 3_000, discount: 0, writeOff: 0, writeOffReason: '' }],
    })
    await company.call('applications.unapply', {
      applicationId: applied.applicationIds[0] ?? 0,
      date: day('2025-02-01'),
    })
    await postInvoice(company, customer, '2025-01-07', 8_000)
    const ways = await propose(company, customer, '2025-01-20', 5_000)
    expect(ways.flatMap(({ credits }) => credits)).toEqual([])
    expect((await propose(company, customer, '2025-02-01', 8_000)).flatMap(({ credits }) => credits)).not.toEqual([])
  })
})
