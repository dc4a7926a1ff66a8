import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import {
  addCustomer,
  applicationLine,
  applyCredit,
  day,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'

const update = async (
  company: TestCompany,
  id: number,
  changes: { payingParentId?: number | null; currency?: string; archived?: boolean },
) => {
  const { customer } = await company.call('customers.get', { id, asOf: day('2025-06-30') })
  const { uid: _, ...stored } = customer
  return company.call('customers.update', {
    ...stored,
    ...changes,
    contacts: [],
    billingAddress: { ...stored.billingAddress },
    shippingAddress: { ...stored.shippingAddress },
  })
}

const family = async () => {
  const company = newCompany()
  const parent = await addCustomer(company, 'GROUP')
  const east = await addCustomer(company, 'EAST', { payingParentId: parent })
  const west = await addCustomer(company, 'WEST', { payingParentId: parent })
  const other = await addCustomer(company, 'OTHER')
  const eastInvoice = await postInvoice(company, east, '2025-06-01', 10_000)
  const westInvoice = await postInvoice(company, west, '2025-06-05', 20_000)
  return { company, parent, east, west, other, eastInvoice, westInvoice }
}

const balances = async (company: TestCompany, asOf = '2025-06-30') => {
  const { rows } = await company.call('customers.list', { asOf: day(asOf) })
  return Object.fromEntries(rows.map(({ code, balance }) => [code, balance]))
}

describe('a paying parent', () => {
  test("one receipt of the parent settles items of its customers, and each customer's balance is right", async () => {
    const { company, parent, eastInvoice, westInvoice } = await family()
    const receipt = await postReceipt(company, parent, '2025-06-20', 26_000, [
      { documentId: eastInvoice.id, amount: 10_000 },
      { documentId: westInvoice.id, amount: 15_000 },
    ])
    expect(receipt.unapplied).toBe(1000)
    expect(await balances(company, '2025-06-19')).toEqual({ GROUP: 0, EAST: 10_000, WEST: 20_000, OTHER: 0 })
    expect(await balances(company)).toEqual({ GROUP: -1000, EAST: 0, WEST: 5000, OTHER: 0 })
    const aging = await company.call('aging.byCustomer', { asOf: day('2025-06-30') })
    expect(aging.totals).toMatchObject({ total: 4000, unapplied: -1000 })
    expect(await company.call('ledger.tieOut', { asOf: day('2025-06-30') })).toMatchObject({ difference: 0 })
  })

  test('an adjustment of the parent writes off what its customers owe', async () => {
    const { company, parent, eastInvoice, westInvoice } = await family()
    const reasons = await company.call('reasonCodes.list', {})
    const posted = await company.call('adjustments.post', {
      customerId: parent,
      date: day('2025-06-20'),
      direction: 'decrease',
      amount: 10_500,
      reasonCodeId: reasons.find(({ kind }) => kind === 'write_off')?.id ?? 0,
      rate: null,
      reference: '',
      memo: 'closed branch',
      applications: [
        { documentId: eastInvoice.id, amount: 10_000 },
        { documentId: westInvoice.id, amount: 500 },
      ],
    })
    expect(posted.unapplied).toBe(0)
    expect(await balances(company)).toEqual({ GROUP: 0, EAST: 0, WEST: 19_500, OTHER: 0 })
  })

  test('a receipt or a credit of one child settles the items of another', async () => {
    const { company, east, westInvoice } = await family()
    await postReceipt(company, east, '2025-06-20', 500, [{ documentId: westInvoice.id, amount: 500 }])
    const credit = await postReceipt(company, east, '2025-06-21', 700)
    await applyCredit(company, credit.id, [{ documentId: westInvoice.id, amount: 700 }])
    expect(openAsOf(company, westInvoice.id)).toBe(18_800)
  })

  test('credits of the family are used with a receipt of any of it', async () => {
    const { company, parent, east, eastInvoice, westInvoice } = await family()
    const credit = await postReceipt(company, parent, '2025-06-10', 5000)
    const lines = [
      { documentId: eastInvoice.id, amount: 10_000 },
      { documentId: westInvoice.id, amount: 20_000 },
    ]
    await postReceipt(company, east, '2025-06-20', 25_000, lines, {
      credits: [{ documentId: credit.id, amount: 5000 }],
    })
    expect(await balances(company)).toMatchObject({ GROUP: 0, EAST: 0, WEST: 0 })
  })

  test('customers without a common payer do not settle for each other', async () => {
    const { company, parent, other, eastInvoice } = await family()
    const line = [{ documentId: eastInvoice.id, amount: 100 }]
    const refusal = { code: 'different_customer', path: 'applications.0.documentId' }
    await expect(postReceipt(company, other, '2025-06-20', 100, line)).rejects.toMatchObject(refusal)
    const credit = await postReceipt(company, other, '2025-06-20', 100)
    await expect(applyCredit(company, credit.id, line)).rejects.toMatchObject({ code: 'different_customer' })
    await expect(
      company.call('applications.applyCredits', {
        date: null,
        credits: [{ documentId: credit.id, amount: 100 }],
        applications: line.map(applicationLine),
        draftUid: null,
      }),
    ).rejects.toMatchObject({ code: 'different_customer' })
    const otherInvoice = await postInvoice(company, other, '2025-06-01', 100)
    await expect(
      postReceipt(company, parent, '2025-06-20', 100, [{ documentId: otherInvoice.id, amount: 100 }]),
    ).rejects.toMatchObject(refusal)
  })

  test('taking the parent off later breaks nothing that was applied', async () => {
    const { company, parent, east, eastInvoice, westInvoice } = await family()
    const receipt = await postReceipt(company, parent, '2025-06-20', 12_000, [
      { documentId: eastInvoice.id, amount: 10_000 },
      { documentId: westInvoice.id, amount: 2000 },
    ])
    await update(company, east, { payingParentId: null })
    await expect(
      postReceipt(company, parent, '2025-06-21', 100, [
        { documentId: (await postInvoice(company, east, '2025-06-21', 100)).id, amount: 100 },
      ]),
    ).rejects.toMatchObject({ code: 'different_customer' })
    const { applications } = await company.call('documents.get', { id: eastInvoice.id })
    const [applied] = applications
    await company.call('applications.unapply', { applicationId: applied?.id ?? 0, date: day('2025-06-25') })
    expect(openAsOf(company, eastInvoice.id)).toBe(10_000)
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-26'), reason: 'bounced' })
    expect(await balances(company)).toMatchObject({ GROUP: 0, EAST: 10_100, WEST: 20_000 })
    expect(openAsOf(company, westInvoice.id)).toBe(20_000)
  })

  test("what is open and proposed is the whole family's, whoever of it pays", async () => {
    const { company, parent, east, eastInvoice, westInvoice, other } = await family()
    for (const customerId of [parent, east]) {
      const { customers, items } = await company.call('openItems.forPayer', { customerId, asOf: day('2025-06-30') })
      expect(customers.map(({ code }) => code)).toEqual(['GROUP', 'EAST', 'WEST'])
      expect(items.map(({ documentId }) => documentId)).toEqual([eastInvoice.id, westInvoice.id])
      const [best] = await company.call('receipts.propose', {
        customerId,
        date: day('2025-06-20'),
        amount: 30_000,
        remittanceText: '',
      })
      expect(best?.reason).toBe('All 2 open items add up exactly.')
    }
    const alone = await company.call('openItems.forPayer', { customerId: other, asOf: day('2025-06-30') })
    expect(alone).toEqual({ customers: [{ id: other, code: 'OTHER', name: 'Customer OTHER' }], items: [] })
  })

  test('a balance-forward statement tells what was paid by or for another customer, and ends at the balance', async () => {
    const { company, parent, east, eastInvoice } = await family()
    const receipt = await postReceipt(company, parent, '2025-06-20', 9000, [
      { documentId: eastInvoice.id, amount: 9000 },
    ])
    const statement = (customerId: number) =>
      company.call('statements.data', {
        customerId,
        statementDate: day('2025-06-30'),
        form: 'balance_forward',
        from: day('2025-06-10'),
      })
    const ofChild = await statement(east)
    expect(ofChild.lines).toMatchObject([
      { number: receipt.number, reference: 'Paid by GROUP', original: -9000, runningBalance: 1000 },
    ])
    expect(ofChild.total).toBe(1000)
    const ofParent = await statement(parent)
    expect(ofParent.lines).toMatchObject([
      { number: eastInvoice.number, reference: 'Paid for EAST', original: 9000 },
      { number: receipt.number, original: -9000, runningBalance: 0 },
    ])
    expect(ofParent.total).toBe(0)
    const [applied] = (await company.call('documents.get', { id: eastInvoice.id })).applications
    await company.call('applications.unapply', { applicationId: applied?.id ?? 0, date: day('2025-06-25') })
    expect((await statement(east)).lines.at(-1)).toMatchObject({
      reference: 'Payment by GROUP withdrawn',
      runningBalance: 10_000,
    })
    expect((await statement(parent)).lines.at(-1)).toMatchObject({
      reference: 'Payment for EAST withdrawn',
      runningBalance: -9000,
    })
  })

  test('deducts from the invoices it pays for, and from nobody else’s', async () => {
    const { company, parent, eastInvoice } = await family()
    const euro = await addCustomer(company, 'EURO', { currency: 'EUR' })
    const foreign = await postInvoice(company, euro, '2025-06-01', 10_000, { rate: '1.10' })
    const [reason] = await company.call('reasonCodes.list', {})
    const kept = (documentId: number) => ({
      documentId,
      amount: 0,
      deductions: [{ reasonCodeId: reason?.id ?? 0, amount: 500, memo: '' }],
    })
    await expect(postReceipt(company, parent, '2025-06-10', 9500, [kept(foreign.id)])).rejects.toMatchObject({
      code: 'different_customer',
      params: { number: foreign.number },
      path: 'applications.0.documentId',
    })
    await postReceipt(company, parent, '2025-06-10', 9500, [kept(eastInvoice.id)])
    expect(openAsOf(company, eastInvoice.id)).toBe(9500)
  })
})

describe('naming a paying parent', () => {
  test('the cards of both tell it', async () => {
    const { company, parent, east } = await family()
    const asOf = day('2025-06-30')
    expect((await company.call('customers.get', { id: east, asOf })).payingParent).toEqual({
      id: parent,
      code: 'GROUP',
      name: 'Customer GROUP',
    })
    const card = await company.call('customers.get', { id: parent, asOf })
    expect(card.payingParent).toBeNull()
    expect(card.paysFor.map(({ code }) => code)).toEqual(['EAST', 'WEST'])
  })

  test('is refused with the reason, beside its field', async () => {
    const { company, parent, east, other } = await family()
    const pay = (id: number, payingParentId: number) => update(company, id, { payingParentId })
    const path = 'payingParentId'
    await expect(pay(other, other)).rejects.toMatchObject({ code: 'payer_is_itself', path })
    await expect(pay(other, east)).rejects.toMatchObject({
      path,
      message: 'EAST is itself paid for by GROUP. Choose GROUP instead.',
    })
    await expect(pay(parent, other)).rejects.toMatchObject({
      path,
      message: 'GROUP pays for EAST, WEST, so no other customer can pay for it. Take it off those first.',
    })
    const euro = await addCustomer(company, 'EURO', { currency: 'EUR' })
    await expect(pay(other, 999)).rejects.toMatchObject({ code: 'customer_not_found', path })
    await update(company, euro, { archived: true })
    await expect(pay(other, euro)).rejects.toMatchObject({ code: 'customer_archived', path })
    await expect(addCustomer(company, 'NEW', { payingParentId: east })).rejects.toMatchObject({
      code: 'payer_is_paid_for',
    })
  })

  test('a payer may be billed in another currency than those it pays for, and be archived while it pays', async () => {
    const { company, parent, east } = await family()
    await update(company, parent, { currency: 'EUR' })
    await update(company, parent, { archived: true })
    await update(company, east, {})
  })
})
