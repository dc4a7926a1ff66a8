import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import {
  addCustomer,
  applicationLine,
  day,
  openAsOf,
  postInvoice,
  postReceipt,
  type Applied,
} from '../fixtures/entries.ts'

const applyCredits = (
  company: TestCompany,
  credits: { documentId: number; amount: number }[],
  lines: readonly Applied[],
  date: string | null = null,
) =>
  company.call('applications.applyCredits', {
    date: date === null ? null : day(date),
    credits,
    applications: lines.map(applicationLine),
    draftUid: null,
  })

const setting = async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const first = await postInvoice(company, customer, '2025-06-01', 10_000)
  const second = await postInvoice(company, customer, '2025-06-05', 10_000)
  const credit = await postReceipt(company, customer, '2025-06-08', 12_000)
  return { company, customer, first, second, credit }
}

const applicationsOf = (company: TestCompany) => {
  const connection = company.sql()
  const rows = connection.all<{ readonly creditId: number; readonly date: string }>(
    'SELECT credit_id AS creditId, debit_id AS debitId, amount, discount, effective_date AS date FROM application ORDER BY id',
  )
  connection.close()
  return rows
}

describe('two credits', () => {
  test('are used in the order in which they are entered, the older one second', async () => {
    const { company, customer, first, second, credit } = await setting()
    const later = await postReceipt(company, customer, '2025-06-09', 5000)
    await applyCredits(
      company,
      [
        { documentId: later.id, amount: 5000 },
        { documentId: credit.id, amount: 12_000 },
      ],
      [
        { documentId: second.id, amount: 10_000 },
        { documentId: first.id, amount: 7000 },
      ],
    )
    expect(applicationsOf(company).map(({ date: _, ...rest }) => rest)).toEqual([
      { creditId: later.id, debitId: second.id, amount: 5000, discount: 0 },
      { creditId: credit.id, debitId: second.id, amount: 5000, discount: 0 },
      { creditId: credit.id, debitId: first.id, amount: 7000, discount: 0 },
    ])
    expect([first, second, credit, later].map(({ id }) => openAsOf(company, id))).toEqual([3000, 0, 0, 0])
  })
})

describe('credits used with a receipt', () => {
  test('money settles from the top, the credit the rest, in one command', async () => {
    const { company, customer, first, second, credit } = await setting()
    const lines = [first, second].map(({ id }) => ({ documentId: id, amount: 10_000 }))
    const receipt = await postReceipt(company, customer, '2025-06-20', 8000, lines, {
      credits: [{ documentId: credit.id, amount: 12_000 }],
    })
    expect(receipt.unapplied).toBe(0)
    const date = '2025-06-20'
    expect(applicationsOf(company)).toEqual([
      { creditId: receipt.id, debitId: first.id, amount: 8000, discount: 0, date },
      { creditId: credit.id, debitId: first.id, amount: 2000, discount: 0, date },
      { creditId: credit.id, debitId: second.id, amount: 10_000, discount: 0, date },
    ])
    expect([first, second, credit, receipt].map(({ id }) => openAsOf(company, id))).toEqual([0, 0, 0, 0])
  })

  test('a credit settles on the day of the receipt, or later where its item is dated later', async () => {
    const { company, customer, first, credit } = await setting()
    const later = await postInvoice(company, customer, '2025-07-04', 6000)
    const lines = [
      { documentId: first.id, amount: 10_000 },
      { documentId: later.id, amount: 6000 },
    ]
    await postReceipt(company, customer, '2025-06-20', 4000, lines, {
      credits: [{ documentId: credit.id, amount: 12_000 }],
    })
    expect(applicationsOf(company).map(({ date }) => date)).toEqual(['2025-06-20', '2025-06-20', '2025-07-04'])
    expect(openAsOf(company, credit.id, '2025-07-03')).toBe(-6000)
  })

  test('what the money has left stays on the receipt', async () => {
    const { company, customer, first, credit } = await setting()
    const receipt = await postReceipt(
      company,
      customer,
      '2025-06-20',
      9000,
      [{ documentId: first.id, amount: 10_000 }],
      {
        credits: [{ documentId: credit.id, amount: 3000 }],
      },
    )
    expect(receipt.unapplied).toBe(2000)
    expect(openAsOf(company, credit.id)).toBe(-9000)
  })

  test('a refused use of a credit leaves the receipt unposted', async () => {
    const { company, customer, first, credit } = await setting()
    const line = [{ documentId: first.id, amount: 10_000 }]
    const posting = (amount: number, credits: { documentId: number; amount: number }[]) =>
      postReceipt(company, customer, '2025-06-20', amount, line, { credits })
    const of = (amount: number, documentId = credit.id) => ({ documentId, amount })

    await expect(posting(1, [of(12_001)])).rejects.toMatchObject({ code: 'exceeds_credit', path: 'credits.0.amount' })
    await expect(posting(1, [of(500), of(500)])).rejects.toMatchObject({
      code: 'applied_twice',
      path: 'credits.1.documentId',
    })
    await expect(posting(1, [of(500, first.id)])).rejects.toMatchObject({
      code: 'not_a_credit',
      path: 'credits.0.documentId',
    })
    await expect(posting(1, [of(500, 999)])).rejects.toMatchObject({
      code: 'document_not_found',
      path: 'credits.0.documentId',
    })
    await expect(posting(1, [of(500)])).rejects.toMatchObject({ code: 'exceeds_credit', path: 'amount' })
    await expect(posting(1, [of(11_000)])).rejects.toMatchObject({
      code: 'credits_unused',
      path: 'credits.0.amount',
      message: 'Credits of 110.00 are used, but only 100.00 is settled. Use less of them, or settle more.',
    })
    const other = await addCustomer(company, 'OTHER01')
    const foreign = await postReceipt(company, other, '2025-06-10', 5000)
    await expect(posting(5000, [of(5000, foreign.id)])).rejects.toMatchObject({
      code: 'different_customer',
      path: 'credits.0.documentId',
    })
    expect(openAsOf(company, first.id)).toBe(10_000)
  })

  test('an item paid beyond what is open is refused at its line, whatever settles it', async () => {
    const { company, customer, first, second, credit } = await setting()
    const lines = [
      { documentId: first.id, amount: 10_000 },
      { documentId: second.id, amount: 10_001 },
    ]
    await expect(
      postReceipt(company, customer, '2025-06-20', 8001, lines, {
        credits: [{ documentId: credit.id, amount: 12_000 }],
      }),
    ).rejects.toMatchObject({ code: 'exceeds_open', path: 'applications.1.amount' })
  })

  test('voiding the receipt leaves what the credit settled', async () => {
    const { company, customer, first, credit } = await setting()
    const receipt = await postReceipt(
      company,
      customer,
      '2025-06-20',
      4000,
      [{ documentId: first.id, amount: 10_000 }],
      {
        credits: [{ documentId: credit.id, amount: 6000 }],
      },
    )
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-25'), reason: 'bounced' })
    expect(openAsOf(company, first.id)).toBe(4000)
    expect(openAsOf(company, credit.id)).toBe(-6000)
  })
})

describe('credits alone', () => {
  test('several credits settle several items at once', async () => {
    const { company, customer, first, second, credit } = await setting()
    const other = await postReceipt(company, customer, '2025-06-09', 8000)
    const { applicationIds } = await applyCredits(
      company,
      [
        { documentId: credit.id, amount: 12_000 },
        { documentId: other.id, amount: 8000 },
      ],
      [first, second].map(({ id }) => ({ documentId: id, amount: 10_000 })),
    )
    expect(applicationIds).toHaveLength(3)
    expect([first, second, credit, other].map(({ id }) => openAsOf(company, id))).toEqual([0, 0, 0, 0])
  })

  test('they have to come to what is settled', async () => {
    const { company, first, credit } = await setting()
    const use = (amount: number) =>
      applyCredits(company, [{ documentId: credit.id, amount }], [{ documentId: first.id, amount: 10_000 }])
    await expect(use(9999)).rejects.toMatchObject({
      code: 'credits_missing',
      message: '100.00 is settled, but the credits used come to 99.99. Settle less, or use more of them.',
    })
    await expect(use(10_001)).rejects.toMatchObject({ code: 'credits_unused' })
    await use(10_000)
    expect(openAsOf(company, first.id)).toBe(0)
  })

  test('nothing is dated in a closed period', async () => {
    const { company, first, credit } = await setting()
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { version, closingDate: day('2025-06-15'), reason: 'closed' })
    const use = (date: string | null) =>
      applyCredits(company, [{ documentId: credit.id, amount: 500 }], [{ documentId: first.id, amount: 500 }], date)
    await expect(use(null)).rejects.toMatchObject({ code: 'period_locked', path: 'date' })
    await use('2025-06-16')
    expect(openAsOf(company, first.id)).toBe(9500)
  })
})
