import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { memoText } from '../../src-shared/refusals.ts'
import { warned } from '../fixtures/warned.ts'

const reasonId = async (company: TestCompany, code: string): Promise<number> =>
  (await company.call('reasonCodes.list', {})).find((reason) => reason.code === code)?.id ?? 0

/** An invoice of 100.00, paid with 95.00 and 5.00 deducted for damage. */
const shortPaid = async (options: { readonly currency?: string } = {}) => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01', { currency: options.currency ?? 'USD' })
  const rate = options.currency === undefined ? {} : { rate: '1.10' }
  const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, rate)
  const reasonCodeId = await reasonId(company, 'DAMAGED')
  const receipt = await postReceipt(
    company,
    customer,
    '2025-06-10',
    9500,
    [{ documentId: invoice.id, amount: 9500, deductions: [{ reasonCodeId, amount: 500, memo: '' }] }],
    options.currency === undefined ? {} : { rate: '1.20' },
  )
  const [deduction] = await listed(company)
  if (deduction === undefined) throw new Error('no deduction is listed')
  return { company, customer, invoice, receipt, deduction, reasonCodeId }
}

const listed = async (company: TestCompany, asOf = '2025-06-30') =>
  (await company.call('deductions.list', { asOf: day(asOf) })).rows

const allow = (company: Pick<TestCompany, 'call'>, id: number, amount: number | null = null, date = '2025-06-20') =>
  company.call('deductions.allow', { id, date: day(date), amount, memo: '' })

const chargeBack = (company: TestCompany, id: number, amount: number | null = null) =>
  company.call('deductions.chargeBack', { id, date: day('2025-06-20'), amount, dueDate: day('2025-07-20'), memo: '' })

const voided = (company: TestCompany, id: number, date = '2025-06-25') =>
  company.call('documents.void', { id, date: day(date), reason: 'wrong' })

describe('a short pay with a reason', () => {
  test('settles the invoice; what was deducted stays owed as an item of its own, and costs nothing yet', async () => {
    const { company, customer, invoice, receipt, deduction } = await shortPaid()
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(deduction).toEqual({
      id: deduction.id,
      number: 'ADJ-00002',
      date: '2025-06-10',
      daysOld: 20,
      customerId: customer,
      customerCode: 'NORTH01',
      customerName: 'Customer NORTH01',
      reasonCode: 'DAMAGED',
      reason: 'Damaged goods',
      invoice: { id: invoice.id, number: 'INV-00001' },
      receipt: { id: receipt.id, number: 'RCT-00001' },
      currency: 'USD',
      amount: 500,
      open: 500,
      memo: '',
      generatedMemo: deduction.generatedMemo,
    })
    expect(memoText(deduction)).toBe('Deducted from INV-00001: Damaged goods')
    expect(receipt.unapplied).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
    expect((await company.call('aging.byCustomer', { asOf: day('2025-06-30') })).totals.total).toBe(500)
  })

  test('is disputed: no finance charge asks for it', async () => {
    const { company, customer } = await shortPaid()
    const proposed = await company.call('financeCharges.propose', {
      asOf: day('2025-12-31'),
      annualRate: 10_000_000,
      fee: 0,
      settledSince: null,
      customerId: null,
    })
    expect(proposed).toEqual([])
    // Something else of the customer that is late is charged: it is the deduction that is left out.
    await postInvoice(company, customer, '2025-06-01', 10_000)
    const [other] = await company.call('financeCharges.propose', {
      asOf: day('2025-12-31'),
      annualRate: 10_000_000,
      fee: 0,
      settledSince: null,
      customerId: null,
    })
    expect(other?.items.map(({ number }) => number)).toEqual(['INV-00002'])
  })

  test('may have several reasons, or no money at all', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const first = await postInvoice(company, customer, '2025-06-01', 10_000)
    const second = await postInvoice(company, customer, '2025-06-12', 300)
    const damaged = { reasonCodeId: await reasonId(company, 'DAMAGED'), amount: 200, memo: 'two boxes' }
    const freight = { reasonCodeId: await reasonId(company, 'FREIGHT'), amount: 300, memo: '' }
    await postReceipt(company, customer, '2025-06-10', 9500, [
      { documentId: second.id, amount: 0, deductions: [freight] },
      { documentId: first.id, amount: 9500, deductions: [damaged, freight] },
    ])
    expect(openAsOf(company, first.id)).toBe(0)
    expect(openAsOf(company, second.id)).toBe(0)
    expect((await listed(company)).map((row) => [row.date, row.amount, memoText(row)])).toEqual([
      ['2025-06-12', 300, 'Deducted from INV-00002: Freight'],
      ['2025-06-10', 200, 'two boxes'],
      ['2025-06-10', 300, 'Deducted from INV-00001: Freight'],
    ])
  })

  test('beside a credit that is used up with the money', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const first = await postInvoice(company, customer, '2025-06-01', 10_000)
    const second = await postInvoice(company, customer, '2025-06-02', 300)
    const credit = await postReceipt(company, customer, '2025-06-03', 1000)
    const reasonCodeId = await reasonId(company, 'SHORTAGE')
    await postReceipt(
      company,
      customer,
      '2025-06-10',
      8500,
      [
        { documentId: second.id, amount: 0, deductions: [{ reasonCodeId, amount: 300, memo: '' }] },
        { documentId: first.id, amount: 9500, deductions: [{ reasonCodeId, amount: 500, memo: '' }] },
      ],
      { credits: [{ documentId: credit.id, amount: 1000 }] },
    )
    for (const { id } of [first, second, credit]) expect(openAsOf(company, id)).toBe(0)
    expect((await listed(company)).map(({ amount }) => amount)).toEqual([300, 500])
  })

  test('cannot deduct more than is left open, nor for a reason that is not offered', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const pay = (reasonCodeId: number, amount: number) =>
      postReceipt(company, customer, '2025-06-10', 9500, [
        { documentId: invoice.id, amount: 9500, deductions: [{ reasonCodeId, amount, memo: '' }] },
      ])
    const reasonCodeId = await reasonId(company, 'DAMAGED')
    await expect(pay(reasonCodeId, 501)).rejects.toMatchObject({
      code: 'exceeds_open',
      path: 'applications.0.deductions.0.amount',
      message: 'INV-00001 has only 5.00 open. Enter 5.00 or less.',
    })
    await expect(pay(999, 500)).rejects.toMatchObject({
      code: 'reason_code_not_found',
      path: 'applications.0.deductions.0.reasonCodeId',
    })
    expect(openAsOf(company, invoice.id)).toBe(10_000)
  })

  test('in a foreign currency moves at the invoice’s rate: no exchange difference but the payment’s own', async () => {
    const { company, deduction } = await shortPaid({ currency: 'EUR' })
    expect(await accountBalances(company)).toEqual({ '1010': 11_400, '1200': 550, '4000': -11_000, '7900': -950 })
    await allow(company, deduction.id)
    expect(await accountBalances(company)).toEqual({ '1010': 11_400, '4000': -11_000, '4910': 550, '7900': -950 })
  })
})

describe('a deduction allowed', () => {
  test('is borne by the account of its reason, and counts as a write-off of the user’s', async () => {
    const { company, deduction } = await shortPaid()
    expect(await allow(company, deduction.id)).toMatchObject({ number: 'ADJ-00003', total: -500, open: 0 })
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '4000': -10_000, '4910': 500 })
    expect(await listed(company)).toEqual([])
    await expect(allow(company, deduction.id)).rejects.toMatchObject({ code: 'deduction_settled' })
  })

  test('above the clerk’s limit needs somebody with a higher one', async () => {
    const { company, deduction } = await shortPaid()
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 499, version: 1 })
    const clerk = asClerk(company)
    await expect(allow(clerk, deduction.id)).rejects.toMatchObject({ code: 'over_limit', path: 'amount' })
    await allow(clerk, deduction.id, 499)
  })

  test('void, it is open again', async () => {
    const { company, deduction } = await shortPaid()
    const { id } = await allow(company, deduction.id)
    await voided(company, id)
    expect(await listed(company)).toMatchObject([{ id: deduction.id, open: 500 }])
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
  })

  test('is refused for what is no deduction, too early, and beyond what is open', async () => {
    const { company, deduction, invoice } = await shortPaid()
    await expect(allow(company, invoice.id)).rejects.toMatchObject({ code: 'deduction_not_found', path: 'id' })
    await expect(allow(company, deduction.id, null, '2025-06-09')).rejects.toMatchObject({
      code: 'application_too_early',
      path: 'date',
    })
    await expect(allow(company, deduction.id, 501)).rejects.toMatchObject({ code: 'exceeds_open', path: 'amount' })
  })
})

describe('a deduction charged back', () => {
  test('becomes a debit note, due on its own day and not disputed', async () => {
    const { company, customer, deduction } = await shortPaid()
    const note = await chargeBack(company, deduction.id)
    expect(note).toMatchObject({ number: 'DBN-00001', total: 500, dueDate: '2025-07-20', open: 0 })
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
    expect(await listed(company)).toEqual([])
    const items = await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-06-30') })
    expect(items).toMatchObject([
      { kind: 'debit_note', number: 'DBN-00001', reference: 'INV-00001', dueDate: '2025-07-20', open: 500, hold: null },
    ])
    const kept = 'SELECT document_date AS date, due_date AS due, total FROM document WHERE id = ?'
    expect(company.sql().get(kept, [note.id])).toEqual({ date: '2025-06-20', due: '2025-07-20', total: 500 })
    const asked = { annualRate: 10_000_000, fee: 0, settledSince: null, customerId: null }
    const charged = async (asOf: string) =>
      (await company.call('financeCharges.propose', { ...asked, asOf: day(asOf) })).flatMap(({ items: of }) =>
        of.map(({ number, days }) => [number, days]),
      )
    expect(await charged('2025-07-20')).toEqual([])
    expect(await charged('2025-07-30')).toEqual([['DBN-00001', 10]])
    const said = memoText(await company.call('documents.get', { id: note.id }))
    expect(said).toBe('Chargeback on INV-00001: Damaged goods')
  })

  test('in part, the rest allowed', async () => {
    const { company, deduction } = await shortPaid()
    expect(await chargeBack(company, deduction.id, 300)).toMatchObject({ total: 300, open: 200 })
    expect(await allow(company, deduction.id)).toMatchObject({ total: -200, open: 0 })
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 300, '4000': -10_000, '4910': 200 })
  })

  test.each(['note', 'credit'] as const)('void by its %s, is a deduction again', async (side) => {
    const { company, deduction } = await shortPaid()
    const note = await chargeBack(company, deduction.id)
    const { warnings } = warned(await voided(company, side === 'note' ? note.id : note.id - 1))
    expect(warnings).toEqual([side === 'note' ? 'ADJ-00003 is void with it.' : 'DBN-00001 is void with it.'])
    expect(await listed(company)).toMatchObject([{ id: deduction.id, open: 500 }])
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
  })

  test('is not due before it is billed', async () => {
    const { company, deduction } = await shortPaid()
    const asked = { id: deduction.id, date: day('2025-06-20'), amount: null, dueDate: day('2025-06-19'), memo: '' }
    await expect(company.call('deductions.chargeBack', asked)).rejects.toMatchObject({ path: 'dueDate' })
  })
})

describe('voiding', () => {
  test('the receipt voids its deductions, whatever became of them', async () => {
    const { company, invoice, receipt, deduction } = await shortPaid()
    await allow(company, deduction.id, 200)
    const note = await chargeBack(company, deduction.id, 300)
    const paid = await postReceipt(company, deduction.customerId, '2025-06-22', 300, [
      { documentId: note.id, amount: 300 },
    ])
    const { warnings } = warned(await voided(company, receipt.id))
    expect(warnings.toSorted()).toEqual(
      ['ADJ-00001', 'ADJ-00002', 'ADJ-00003', 'ADJ-00004', 'DBN-00001'].map((number) => `${number} is void with it.`),
    )
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(openAsOf(company, paid.id)).toBe(-300)
    expect(await listed(company)).toEqual([])
    expect(await accountBalances(company)).toEqual({ '1010': 300, '1200': 9700, '4000': -10_000 })
  })

  test('so does the bank that takes the payment back', async () => {
    const { company, invoice, receipt } = await shortPaid()
    const returned = { id: receipt.id, date: day('2025-06-25'), reason: 'no funds', fee: null }
    await company.call('receipts.returnPayment', returned)
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(await accountBalances(company)).toEqual({ '1200': 10_000, '4000': -10_000 })
  })

  test('the invoice voids what was deducted from it, and leaves the money', async () => {
    const { company, invoice, receipt } = await shortPaid()
    await voided(company, invoice.id)
    expect(openAsOf(company, receipt.id)).toBe(-9500)
    expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': -9500 })
  })

  test.each(['ADJ-00001', 'ADJ-00002'])(
    '%s, one side of a deduction, voids the other: the invoice is short',
    async (number) => {
      const { company, invoice, deduction } = await shortPaid()
      await voided(company, number === 'ADJ-00002' ? deduction.id : deduction.id - 1)
      expect(openAsOf(company, invoice.id)).toBe(500)
      expect(await listed(company)).toEqual([])
      expect(await accountBalances(company)).toEqual({ '1010': 9500, '1200': 500, '4000': -10_000 })
    },
  )

  test('is refused before the last activity of what would be void with it', async () => {
    const { company, receipt, deduction } = await shortPaid()
    await allow(company, deduction.id)
    await expect(voided(company, receipt.id, '2025-06-19')).rejects.toMatchObject({
      code: 'void_too_early',
      path: 'date',
      message: expect.stringContaining('20 Jun 2025, the last activity on ADJ-00003') as string,
    })
    expect(openAsOf(company, receipt.id)).toBe(0)
  })

  test('an application undone leaves both sides to be applied anew', async () => {
    const { company, invoice, deduction } = await shortPaid()
    const view = await company.call('documents.get', { id: deduction.id - 1 })
    await company.call('applications.unapply', { applicationId: view.applications[0]?.id ?? 0, date: null })
    expect(openAsOf(company, invoice.id)).toBe(500)
    expect(openAsOf(company, deduction.id - 1)).toBe(-500)
    expect(await listed(company)).toHaveLength(1)
  })
})
