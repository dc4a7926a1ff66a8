import { describe, expect, test } from 'vitest'
import type { TestCompany } from '../fixtures/company.ts'
import { addCustomer, applicationLine, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { billedTwice, tiesOut } from '../fixtures/several-currencies.ts'
import { asClerk } from '../fixtures/clerk.ts'

/** An unapplied receipt of 50.00 EUR beside the invoices of 100.00 USD and 100.00 EUR. */
const withCredit = async (rate = '1.1') => {
  const billed = await billedTwice()
  const credit = await postReceipt(billed.company, billed.customer, '2025-06-05', 5000, [], { currency: 'EUR', rate })
  return { ...billed, credit }
}

const applicationsOf = (company: TestCompany) =>
  company
    .sql()
    .all('SELECT credit_id AS credit, debit_id AS debit, amount, debit_amount AS settles FROM application ORDER BY id')

describe('a credit of another currency used with a receipt', () => {
  test('settles with the money, in one command, at what it is said to count', async () => {
    const { company, customer, dollars, credit } = await withCredit()
    const receipt = await postReceipt(
      company,
      customer,
      '2025-06-10',
      4500,
      [{ documentId: dollars.id, amount: 10_000 }],
      {
        credits: [{ documentId: credit.id, amount: 5000, settles: 5500 }],
      },
    )
    expect(receipt).toMatchObject({ unapplied: 0 })
    expect(applicationsOf(company)).toEqual([
      { credit: receipt.id, debit: dollars.id, amount: 4500, settles: null },
      { credit: credit.id, debit: dollars.id, amount: 5000, settles: 5500 },
    ])
    expect([dollars, credit, receipt].map(({ id }) => openAsOf(company, id))).toEqual([0, 0, 0])
    await tiesOut(company, '2025-06-30')
  })

  test('first settles items of its own currency, one for one, whatever rates are entered', async () => {
    const { company, customer, dollars, euros, credit } = await withCredit()
    const lines = [
      { documentId: dollars.id, amount: 10_000 },
      { documentId: euros.id, amount: 11_000, settles: 10_000 },
    ]
    // 50.00 EUR are half of the invoice in euros: 100.00 and 55.00 are left for the money.
    const receipt = await postReceipt(company, customer, '2025-06-10', 15_600, lines, {
      credits: [{ documentId: credit.id, amount: 5000, settles: 5400 }],
    })
    expect(receipt).toMatchObject({ unapplied: 100 })
    expect(applicationsOf(company)).toEqual([
      { credit: receipt.id, debit: dollars.id, amount: 10_000, settles: null },
      { credit: receipt.id, debit: euros.id, amount: 5500, settles: 5000 },
      { credit: credit.id, debit: euros.id, amount: 5000, settles: null },
    ])
    await tiesOut(company, '2025-06-30')
  })

  test('what is left of it then settles others, in the differences of rounded running totals', async () => {
    const { company, customer, dollars, credit } = await withCredit()
    const small = await postInvoice(company, customer, '2025-06-03', 1000, { currency: 'EUR', rate: '1.1' })
    const third = await postInvoice(company, customer, '2025-06-03', 3333)
    const lines = [
      { documentId: small.id, amount: 1100, settles: 1000 },
      { documentId: third.id, amount: 3333 },
      { documentId: dollars.id, amount: 1067 },
    ]
    await company.call('applications.applyCredits', {
      date: null,
      currency: 'USD',
      credits: [{ documentId: credit.id, amount: 5000, settles: 5500 }],
      applications: lines.map(applicationLine),
      draftUid: null,
    })
    expect(applicationsOf(company)).toEqual([
      { credit: credit.id, debit: small.id, amount: 1000, settles: null },
      { credit: credit.id, debit: third.id, amount: 3030, settles: 3333 },
      { credit: credit.id, debit: dollars.id, amount: 970, settles: 1067 },
    ])
    expect(openAsOf(company, credit.id)).toBe(0)
    await tiesOut(company, '2025-06-30')
  })

  test('is refused while it does not say what it counts, and one of the same currency counts itself', async () => {
    const { company, customer, dollars, credit } = await withCredit()
    const lines = [{ documentId: dollars.id, amount: 10_000 }]
    const using = (id: number, settles: number | null) =>
      postReceipt(company, customer, '2025-06-10', 9000, lines, {
        credits: [{ documentId: id, amount: 1000, settles }],
      })
    await expect(using(credit.id, null)).rejects.toMatchObject({
      code: 'settles_missing',
      path: 'credits.0.settles',
      message: 'RCT-00001 is in EUR, the money in USD. Enter what is paid and what it settles, or their rate.',
    })
    const own = await postReceipt(company, customer, '2025-06-05', 5000)
    await expect(using(own.id, 900)).rejects.toMatchObject({ code: 'settles_differs', path: 'credits.0.settles' })
    await using(own.id, 1000)
  })

  test('cannot count more than is settled, nor the lines more than money and credits', async () => {
    const { company, customer, dollars, credit } = await withCredit()
    const post = (cents: number, line: number) =>
      postReceipt(company, customer, '2025-06-10', cents, [{ documentId: dollars.id, amount: line }], {
        credits: [{ documentId: credit.id, amount: 5000, settles: 5500 }],
      })
    await expect(post(100, 5400)).rejects.toMatchObject({
      code: 'credits_unused',
      params: { used: '55.00', settled: '54.00' },
    })
    await expect(post(100, 5700)).rejects.toMatchObject({
      code: 'exceeds_credit',
      params: { available: '56.00', applied: '57.00' },
    })
  })

  test('gives away by its rate only within the limit for write-offs', async () => {
    const { company, customer, dollars, credit } = await withCredit()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.1', version: null })
    const clerk = asClerk(company)
    const post = (settles: number) =>
      clerk.call('receipts.post', {
        customerId: customer,
        date: day('2025-06-10'),
        amount: 10_000 - settles,
        method: 'check',
        currency: null,
        rate: null,
        reference: '',
        memo: '',
        depositAccountId: null,
        applications: [{ ...applicationLine({ documentId: dollars.id, amount: 10_000 }), deductions: [] }],
        credits: [{ documentId: credit.id, amount: 5000, settles }],
        draftUid: null,
      })
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 1000, version: 1 })
    await expect(post(6600)).rejects.toMatchObject({ code: 'over_limit' })
    await post(5800)
  })

  test('may be of another customer with the same payer', async () => {
    const { company, customer } = await withCredit()
    const child = await addCustomer(company, 'CHILD01', { payingParentId: customer })
    const invoice = await postInvoice(company, child, '2025-06-06', 5500)
    await company.call('applications.applyCredits', {
      date: null,
      currency: 'USD',
      credits: [{ documentId: 3, amount: 5000, settles: 5500 }],
      applications: [applicationLine({ documentId: invoice.id, amount: 5500 })],
      draftUid: null,
    })
    expect(openAsOf(company, invoice.id)).toBe(0)
  })
})
