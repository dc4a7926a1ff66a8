import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, applicationLine, day, line, openAsOf, postInvoice } from '../fixtures/entries.ts'
import { setSettings } from '../semantics/settings.ts'

interface Paid {
  readonly documentId: number
  readonly amount: number
}

const cash = (
  company: TestCompany,
  customerId: number,
  amount: number,
  rounding: number,
  paid: readonly Paid[],
  rest: { method?: 'cash' | 'card'; batchId?: number } = {},
) =>
  company.call('receipts.post', {
    customerId,
    date: day('2025-06-05'),
    amount,
    rounding,
    method: rest.method ?? 'cash',
    rate: null,
    reference: '',
    memo: '',
    depositAccountId: null,
    applications: paid.map(applicationLine),
    batchId: rest.batchId ?? null,
    draftUid: null,
  })

const refund = (company: TestCompany, creditDocumentId: number, amount: number, rounding: number) =>
  company.call('refunds.post', {
    creditDocumentId,
    date: day('2025-06-07'),
    amount,
    rounding,
    method: 'cash',
    rate: null,
    reference: '',
    memo: '',
    bankAccountId: null,
  })

const roundsCash = async () => {
  const company = newCompany()
  await setSettings(company, { cashRounding: 'cash', cashRoundingStep: 5 })
  return { company, customerId: await addCustomer(company, 'CA') }
}

describe('cash rounded to the smallest coin', () => {
  test.each([
    [1002, 1000, -2, 2],
    [1003, 1005, 2, -2],
    [1000, 1000, 0, 0],
  ])('%i is settled in full by %i, the difference on its account', async (due, money, rounding, onAccount) => {
    const { company, customerId } = await roundsCash()
    const { id } = await postInvoice(company, customerId, '2025-06-01', due)
    const receipt = await cash(company, customerId, money, rounding, [{ documentId: id, amount: due }])
    expect(receipt).toMatchObject({ total: -due, unapplied: 0 })
    expect(openAsOf(company, id)).toBe(0)
    const balances = await accountBalances(company)
    expect(balances).toEqual({ 1010: money, 4000: -due, ...(onAccount === 0 ? {} : { 6130: onAccount }) })
    expect(await company.call('documents.get', { id: receipt.id })).toMatchObject({ rounding })
  })

  test('is rounded once over all that is paid together', async () => {
    const { company, customerId } = await roundsCash()
    const first = await postInvoice(company, customerId, '2025-06-01', 1002)
    const second = await postInvoice(company, customerId, '2025-06-01', 501)
    const paid = [
      { documentId: first.id, amount: 1002 },
      { documentId: second.id, amount: 501 },
    ]
    await cash(company, customerId, 1505, 2, paid)
    expect(await accountBalances(company)).toEqual({ 1010: 1505, 4000: -1503, 6130: -2 })
  })

  test('is refused for what coins do not explain', async () => {
    const { company, customerId } = await roundsCash()
    const { id } = await postInvoice(company, customerId, '2025-06-01', 5002)
    const all = [{ documentId: id, amount: 5002 }]
    const refused = async (work: Promise<unknown>, problem: string) =>
      expect(work).rejects.toMatchObject({
        code: 'cash_rounding_unfit',
        path: 'rounding',
        params: { problem: expect.stringContaining(problem) as unknown },
      })
    await refused(cash(company, customerId, 5000, -2, all, { method: 'card' }), 'only what is paid in cash')
    await refused(cash(company, customerId, 4999, -3, all), 'steps of 0.05')
    await refused(cash(company, customerId, 4995, -7, all), 'is paid by 50.00 in cash')
    await refused(cash(company, customerId, 5000, -1, [{ documentId: id, amount: 5001 }]), 'not settled in full')
    await refused(cash(company, customerId, 5000, -2, [{ documentId: id, amount: 5000 }]), 'not the difference')
    expect(openAsOf(company, id)).toBe(5002)
    await setSettings(company, { cashRounding: 'off' })
    await refused(cash(company, customerId, 5000, -2, all), 'does not round cash')
  })

  test('is turned round by a void, and a copy has the money', async () => {
    const { company, customerId } = await roundsCash()
    const { id } = await postInvoice(company, customerId, '2025-06-01', 1002)
    const receipt = await cash(company, customerId, 1000, -2, [{ documentId: id, amount: 1002 }])
    const voided = await company.call('documents.voidAndCopy', { id: receipt.id, date: day('2025-06-06'), reason: 'x' })
    expect(await accountBalances(company)).toEqual({ 1200: 1002, 4000: -1002 })
    expect((await company.call('drafts.get', { uid: voided.draft.uid })).body).toMatchObject({ amount: 1000 })
  })

  test('a batch counts the money', async () => {
    const { company, customerId } = await roundsCash()
    const { id } = await postInvoice(company, customerId, '2025-06-01', 1002)
    const batch = await company.call('receiptBatches.open', {
      name: 'Till',
      date: day('2025-06-05'),
      currency: 'USD',
      method: 'cash',
      depositAccountId: null,
      controlCount: 1,
      controlTotal: 1000,
    })
    await cash(company, customerId, 1000, -2, [{ documentId: id, amount: 1002 }], { batchId: batch.id })
    const view = await company.call('receiptBatches.get', { id: batch.id })
    expect(view).toMatchObject({ count: 1, total: 1000 })
    await company.call('receiptBatches.close', { id: batch.id, version: view.version })
  })

  test('a refund in cash is rounded likewise', async () => {
    const { company, customerId } = await roundsCash()
    const receipt = await cash(company, customerId, 1005, 0, [])
    const { id } = await postInvoice(company, customerId, '2025-06-01', 2)
    await company.call('applications.apply', {
      creditDocumentId: receipt.id,
      date: null,
      lines: [applicationLine({ documentId: id, amount: 2 })],
    })
    await expect(refund(company, receipt.id, 1000, -2)).rejects.toMatchObject({ code: 'cash_rounding_unfit' })
    const paid = await refund(company, receipt.id, 1005, 2)
    expect(paid).toMatchObject({ total: 1003, creditLeft: 0 })
    expect(await accountBalances(company)).toEqual({ 1000: -1005, 1010: 1005, 4000: -2, 6130: 2 })
    await company.call('documents.void', { id: paid.id, date: day('2025-06-08'), reason: 'x' })
    expect(openAsOf(company, receipt.id)).toBe(-1003)
  })

  test('an instalment is an amount due of its own', async () => {
    const { company, customerId } = await roundsCash()
    const parts = [
      { percent: 50_000_000, dueAfterDays: 0 },
      { percent: 50_000_000, dueAfterDays: 30 },
    ]
    const rule = { kind: 'instalments', parts, discount: null, graceDays: 0 } as never
    const terms = await company.call('terms.create', { code: 'HALVES', name: 'Halves', rule })
    const { id } = await postInvoice(company, customerId, '2025-06-01', 2004, { termsId: terms.id })
    await cash(company, customerId, 1000, -2, [{ documentId: id, amount: 1002 }])
    expect(openAsOf(company, id)).toBe(1002)
  })
})

describe('totals of documents rounded to the smallest coin', () => {
  const roundsTotals = async () => {
    const company = newCompany()
    await setSettings(company, { cashRounding: 'document', cashRoundingStep: 5 })
    const taxCodeId = (await company.call('taxCodes.list', {})).find(({ code }) => code === 'STD')?.id ?? 0
    return { company, taxCodeId, customerId: await addCustomer(company, 'CH') }
  }

  test('have the rounding as a figure of its own, without tax', async () => {
    const { company, customerId, taxCodeId } = await roundsTotals()
    const { id, total } = await postInvoice(company, customerId, '2025-06-01', 911, { taxCodeId })
    expect(total).toBe(1000)
    const view = await company.call('documents.get', { id })
    expect(view).toMatchObject({ net: 911, rounding: -2, taxes: [{ tax: 91 }] })
    expect(view.lines).toHaveLength(1)
    expect(await accountBalances(company)).toEqual({ 1200: 1000, 2200: -91, 4000: -911, 6130: 2 })
  })

  test('a currency that is not the company’s is not rounded', async () => {
    const { company } = await roundsTotals()
    const customerId = await addCustomer(company, 'EU', { currency: 'EUR' })
    expect((await postInvoice(company, customerId, '2025-06-01', 1002, { rate: '1.1' })).total).toBe(1002)
  })

  test('are credited in pieces that come to what was billed', async () => {
    const { company, customerId } = await roundsTotals()
    const invoice = await company.call('invoices.post', {
      customerId,
      documentDate: day('2025-06-01'),
      termsId: null,
      rate: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(334), line(334), line(335)],
      draftUid: null,
    })
    expect(invoice.total).toBe(1005)
    const totals: number[] = []
    for (const lineNo of [1, 2, 3]) {
      const { total } = await company.call('creditNotes.postFromInvoice', {
        invoiceId: invoice.id,
        documentDate: day('2025-06-10'),
        reference: '',
        memo: '',
        lines: [{ lineNo, quantity: 1_000_000 }],
        apply: true,
      })
      totals.push(total)
    }
    expect(totals).toEqual([-335, -335, -335])
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({})
  })

  test('a copy finds its rounding again', async () => {
    const { company, customerId } = await roundsTotals()
    const { id } = await postInvoice(company, customerId, '2025-06-01', 1002)
    const voided = await company.call('documents.voidAndCopy', { id, date: day('2025-06-02'), reason: 'x' })
    expect(await accountBalances(company)).toEqual({})
    const { body } = await company.call('drafts.get', { uid: voided.draft.uid })
    expect(body).toMatchObject({ lines: [{ unitPrice: 10_020_000 }] })
    expect((body as { lines: unknown[] }).lines).toHaveLength(1)
    expect((await company.call('recurring.fromInvoice', { documentId: id })).lines).toHaveLength(1)
  })
})

describe('the account that bears roundings', () => {
  test('is the company’s choice among income and expense', async () => {
    const { company, customerId } = await roundsCash()
    const { id: own } = await company.call('accounts.create', { code: '6999', name: 'Coins', type: 'expense' })
    const receivable = (await company.call('accounts.list', {})).find(({ code }) => code === '1010')?.id ?? 0
    await expect(setSettings(company, { roundingAccountId: receivable })).rejects.toMatchObject({
      code: 'account_unfit',
      path: 'settings.roundingAccountId',
    })
    await setSettings(company, { roundingAccountId: own })
    const { id } = await postInvoice(company, customerId, '2025-06-01', 1002)
    await cash(company, customerId, 1000, -2, [{ documentId: id, amount: 1002 }])
    expect(await accountBalances(company)).toMatchObject({ 6999: 2 })
  })
})
