import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applyCredit, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'

const EXCHANGE = '7900'
const RECEIVABLE = '1200'

/** A customer billed in one currency by a company of another. */
const abroad = async (baseCurrency: string, currency: string) => {
  const company = newCompany({ baseCurrency })
  return { company, customer: await addCustomer(company, 'NORTH01', { currency }) }
}

const baseLeft = (company: TestCompany, id: number): number | undefined =>
  company.sql().value<number>('SELECT base_balance FROM open_item WHERE document_id = ?', [id])

/** An invoice of several lines; amounts are minor units of a currency of two digits. */
const invoiceOf = (
  company: TestCompany,
  customerId: number,
  lines: readonly (readonly [cents: number, taxCodeId: number | null])[],
  rate: string,
) =>
  company.call('invoices.post', {
    customerId,
    documentDate: day('2025-06-01'),
    termsId: null,
    rate,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: lines.map(([cents, taxCodeId]) => ({ ...line(cents), taxCodeId })),
    draftUid: null,
  })

const creditLine = (company: TestCompany, invoiceId: number, lineNo: number | null, quantity = 1_000_000) =>
  company.call('creditNotes.postFromInvoice', {
    invoiceId,
    documentDate: day('2025-06-10'),
    reference: '',
    memo: '',
    lines: lineNo === null ? null : [{ lineNo, quantity }],
    apply: true,
    draftUid: null,
  })

const taxOf = async (company: TestCompany, code: string, rate: number) => {
  const accounts = await company.call('accounts.list', {})
  const accountId = accounts.find((account) => account.code === '2200')?.id ?? 0
  return (await company.call('taxCodes.create', { code, name: code, rate, accountId })).id
}

describe('what takes all that is left of a line takes all that is left of its base', () => {
  test('9 + 9 + 4 euros at 20.4 in books kept in yen, credited line by line, leave nothing anywhere', async () => {
    const { company, customer } = await abroad('JPY', 'EUR')
    const lines = [900, 900, 400].map((cents) => [cents, null] as const)
    const { id } = await invoiceOf(company, customer, lines, '20.4')
    expect(await accountBalances(company)).toEqual({ [RECEIVABLE]: 449, '4000': -449 })
    for (const lineNo of [1, 2, 3]) await creditLine(company, id, lineNo)
    expect(await accountBalances(company)).toEqual({})
  })

  test.each([
    ['yen', 'JPY', 'EUR', '20.4'],
    ['yen, indirectly quoted', 'JPY', 'EUR', '1/0.049'],
    ['dinars', 'KWD', 'EUR', '0.3333'],
    ['a tiny rate', 'EUR', 'USD', '0.004'],
  ])('with taxes of two rates, in parts of lines and in any order: %s', async (_, base, currency, rate) => {
    const { company, customer } = await abroad(base, currency)
    const [full, low] = [await taxOf(company, 'FULL', 18_000_000), await taxOf(company, 'LOWER', 7_500_000)]
    const { id } = await invoiceOf(
      company,
      customer,
      [
        [933, full],
        [971, low],
        [417, null],
        [105, full],
      ],
      rate,
    )
    await creditLine(company, id, 3, 300_000)
    await creditLine(company, id, 1)
    await creditLine(company, id, 3, 350_000)
    await creditLine(company, id, 4, 500_000)
    expect((await accountBalances(company))[EXCHANGE]).toBeUndefined()
    await creditLine(company, id, null)
    expect(await accountBalances(company)).toEqual({})
  })

  test('also when some of it was paid before, at the same rate', async () => {
    const { company, customer } = await abroad('JPY', 'EUR')
    const lines = [900, 900, 400].map((cents) => [cents, null] as const)
    const { id } = await invoiceOf(company, customer, lines, '20.4')
    await postReceipt(company, customer, '2025-06-05', 700, [{ documentId: id, amount: 700 }], { rate: '20.4' })
    await creditLine(company, id, 1)
    await postReceipt(company, customer, '2025-06-05', 600, [{ documentId: id, amount: 600 }], { rate: '20.4' })
    const after = await accountBalances(company)
    expect(after[RECEIVABLE]).toBeUndefined()
    expect(after[EXCHANGE]).toBeUndefined()
    expect(after['1010']).toBe(0 - (after['4000'] ?? 0))
  })
})

describe('an unchanged rate leaves no exchange difference', () => {
  test('0.10 euro at 0.5, paid in cents: what is left never passes nothing before it closes', async () => {
    const { company, customer } = await abroad('USD', 'EUR')
    const { id } = await postInvoice(company, customer, '2025-06-01', 10, { rate: '0.5' })
    const left: (number | undefined)[] = []
    for (let cent = 0; cent < 10; cent += 1) {
      await postReceipt(company, customer, '2025-06-10', 1, [{ documentId: id, amount: 1 }], { rate: '0.5' })
      left.push(baseLeft(company, id))
    }
    expect(left).toEqual([5, 4, 4, 3, 3, 2, 2, 1, 1, 0])
    expect(await accountBalances(company)).toEqual({ '1010': 5, '4000': -5 })
  })

  test('of credits that were posted before, applied one by one', async () => {
    const { company, customer } = await abroad('USD', 'EUR')
    const receipts = []
    for (let cent = 0; cent < 10; cent += 1)
      receipts.push(await postReceipt(company, customer, '2025-06-01', 1, [], { rate: '0.5' }))
    const { id } = await postInvoice(company, customer, '2025-06-02', 10, { rate: '0.5' })
    for (const receipt of receipts) {
      await applyCredit(company, receipt.id, [{ documentId: id, amount: 1 }])
      expect(baseLeft(company, id)).toBeGreaterThanOrEqual(0)
    }
    expect(await accountBalances(company)).toEqual({ '1010': 5, '4000': -5 })
  })

  test.each([
    ['at once', [[7_010, 990]]],
    [
      'in two pieces',
      [
        [3_333, 500],
        [3_677, 490],
      ],
    ],
    [
      'the discount alone',
      [
        [0, 990],
        [7_010, 0],
      ],
    ],
  ] as const)('of a discount with its tax: %s comes to the same', async (_, pieces) => {
    const { company, customer } = await abroad('JPY', 'EUR')
    const taxCodeId = await taxOf(company, 'FULL', 18_000_000)
    const terms = await company.call('terms.create', {
      code: 'TWELVE',
      name: 'Twelve in a month',
      rule: { kind: 'net', days: 60, discount: { percent: 12_375_000, days: 30 }, graceDays: 0 },
    })
    const { id } = await postInvoice(company, customer, '2025-06-01', 6_780, {
      rate: '1.637',
      taxCodeId,
      termsId: terms.id,
    })
    for (const [amount, discount] of pieces) {
      const paid = { documentId: id, amount, discount }
      await postReceipt(company, customer, '2025-06-10', Math.max(amount, 1), [paid], { rate: '1.637' })
    }
    const { '1200': left, '7900': exchange, '2200': tax } = await accountBalances(company)
    expect({ left, exchange }).toEqual({ left: undefined, exchange: undefined })
    expect(tax).toBe(-17)
  })

  test('of write-offs in pieces, undone and done again', async () => {
    const { company, customer } = await abroad('JPY', 'EUR')
    const invoice = await postInvoice(company, customer, '2025-06-01', 1_000, { rate: '1.55' })
    const receipt = await postReceipt(company, customer, '2025-06-10', 700, [], { rate: '1.55' })
    const off = { documentId: invoice.id, writeOffReason: 'too little' }
    const { applicationIds } = await applyCredit(company, receipt.id, [{ ...off, amount: 333, writeOff: 111 }])
    await company.call('applications.unapply', { applicationId: applicationIds[0] ?? 0, date: null })
    await applyCredit(company, receipt.id, [{ ...off, amount: 333, writeOff: 111 }])
    await applyCredit(company, receipt.id, [{ ...off, amount: 367, writeOff: 189 }])
    const after = await accountBalances(company)
    expect(after[EXCHANGE]).toBeUndefined()
    expect(after[RECEIVABLE]).toBeUndefined()
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-20'), reason: 'wrong' })
    expect(await accountBalances(company)).toEqual({ [RECEIVABLE]: 16, '4000': -16 })
  })

  test('of deductions, allowed or charged back in parts, and of refunds in parts', async () => {
    const { company, customer } = await abroad('JPY', 'EUR')
    const invoice = await postInvoice(company, customer, '2025-06-01', 1_000, { rate: '1.55' })
    const [reason] = await company.call('reasonCodes.list', {})
    const deductions = [{ reasonCodeId: reason?.id ?? 0, amount: 333, memo: '' }]
    const paid = [{ documentId: invoice.id, amount: 667, deductions }]
    const receipt = await postReceipt(company, customer, '2025-06-10', 1_000, paid, { rate: '1.55' })
    const [deduction] = company.sql().rows<[number]>('SELECT document_id FROM deduction')
    const resolved = { id: deduction?.[0] ?? 0, date: day('2025-06-20'), memo: '' }
    await company.call('deductions.allow', { ...resolved, amount: 111 })
    await company.call('deductions.chargeBack', { ...resolved, amount: null, dueDate: day('2025-06-30') })
    for (const amount of [111, 111, 111]) {
      await company.call('refunds.post', {
        creditDocumentId: receipt.id,
        date: day('2025-06-21'),
        amount,
        method: 'transfer',
        rate: '1.55',
        reference: '',
        memo: '',
        bankAccountId: null,
      })
    }
    const after = await accountBalances(company)
    expect(after[EXCHANGE]).toBeUndefined()
    const note = company.sql().rows<[number]>(`SELECT base_total FROM document WHERE kind = 'debit_note'`)
    expect(after[RECEIVABLE]).toBe(note[0]?.[0])
  })
})
