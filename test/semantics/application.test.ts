import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import {
  accountBalances,
  addCustomer,
  applyCredit,
  day,
  line,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

const A = 10_000
const balanceOf = async (company: TestCompany, customer: number): Promise<number> =>
  (await company.call('customers.get', { id: customer, asOf: day('2025-12-31') })).balance

const propose = (company: TestCompany, customerId: number, amount: number, remittanceText = '') =>
  company.call('receipts.propose', { customerId, date: day('2025-06-20'), amount, remittanceText })

const several = async (company: TestCompany, amounts: readonly number[]) => {
  const customer = await addCustomer(company, 'C1')
  const invoices = []
  for (const [index, amount] of amounts.entries()) {
    invoices.push(await postInvoice(company, customer, `2025-06-0${index + 1}`, amount))
  }
  return { customer, ids: invoices.map(({ id }) => id) }
}

describe('application', () => {
  test('one receipt settles many items and one item takes many receipts', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [first = 0, second = 0],
    } = await several(company, [A, A])
    await postReceipt(company, customer, '2025-06-10', A + 1, [
      { documentId: first, amount: A },
      { documentId: second, amount: 1 },
    ])
    await postReceipt(company, customer, '2025-06-11', A - 1, [{ documentId: second, amount: A - 1 }])
    expect([openAsOf(company, first), openAsOf(company, second), await balanceOf(company, customer)]).toEqual([0, 0, 0])
  })

  test('never exceeds what either side has open: applying 101 to 100 is refused', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [100])
    await expect(
      postReceipt(company, customer, '2025-06-10', 101, [{ documentId: invoice, amount: 101 }]),
    ).rejects.toMatchObject({ code: 'exceeds_open' })
    const receipt = await postReceipt(company, customer, '2025-06-10', 99)
    await expect(applyCredit(company, receipt.id, [{ documentId: invoice, amount: 100 }])).rejects.toMatchObject({
      code: 'exceeds_credit',
    })
    expect(openAsOf(company, invoice)).toBe(100)
  })

  test('changes neither the customer’s balance nor the bank', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [A])
    const receipt = await postReceipt(company, customer, '2025-06-10', 4000)
    const before = [await balanceOf(company, customer), await accountBalances(company)]
    await applyCredit(company, receipt.id, [{ documentId: invoice, amount: 4000 }])
    expect([await balanceOf(company, customer), await accountBalances(company)]).toEqual(before)
    expect([openAsOf(company, invoice), openAsOf(company, receipt.id)]).toEqual([6000, 0])
  })

  test('moves open amounts between items of the same customer only', async () => {
    const company = newCompany()
    const {
      ids: [invoice = 0],
    } = await several(company, [A])
    const other = await addCustomer(company, 'C2')
    const paid = postReceipt(company, other, '2025-06-10', A, [{ documentId: invoice, amount: A }])
    await expect(paid).rejects.toMatchObject({ code: 'different_customer' })
  })

  test('or of the customers of one paying parent: the parent pays, and their balances together stay', async () => {
    const company = newCompany()
    const parent = await addCustomer(company, 'GROUP')
    const child = await addCustomer(company, 'EAST', { payingParentId: parent })
    const invoice = await postInvoice(company, child, '2025-06-01', A)
    const receipt = await postReceipt(company, parent, '2025-06-10', A)
    const both = async () => [await balanceOf(company, parent), await balanceOf(company, child)]
    expect(await both()).toEqual([-A, A])
    await applyCredit(company, receipt.id, [{ documentId: invoice.id, amount: A }])
    expect(await both()).toEqual([0, 0])
  })

  test('is dated on the later of both items’ dates, unless the clerk enters a later one', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'C1')
    const receipt = await postReceipt(company, customer, '2025-06-01', 300)
    const invoice = await postInvoice(company, customer, '2025-06-15', 300)
    const paid = [{ documentId: invoice.id, amount: 100 }]
    await applyCredit(company, receipt.id, paid)
    await applyCredit(company, receipt.id, paid, '2025-06-20')
    const { applications } = await company.call('documents.get', { id: invoice.id })
    expect(applications.map(({ effectiveDate }) => effectiveDate)).toEqual(['2025-06-15', '2025-06-20'])
    await expect(applyCredit(company, receipt.id, paid, '2025-06-14')).rejects.toMatchObject({
      code: 'application_too_early',
    })
  })
})

describe('proposals', () => {
  test('exact amount of one item; on a tie the earliest due', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500, 500])
    const [best] = await propose(company, customer, 500)
    expect(best).toMatchObject({
      reason: 'Exactly the amount of INV-00002.',
      lines: [{ documentId: ids[1], amount: 500 }],
    })
  })

  test('items named in the remittance text', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500, 300])
    const [best] = await propose(company, customer, 1000, 'our payment for INV-00001 and INV-00003')
    expect(best?.lines.map(({ documentId, amount }) => [documentId, amount])).toEqual([
      [ids[0], 700],
      [ids[2], 300],
    ])
    expect(best?.reason).toBe('Named in the remittance: INV-00001, INV-00003.')
  })

  test('a remittance that names "INV-2" or "inv 00002" finds INV-00002, the only one meant', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500, 300])
    for (const text of ['INV-2', 'inv 00002', 'Invoice no. 2', 'inv2']) {
      const [best] = await propose(company, customer, 400, text)
      expect(best?.lines.map(({ documentId, amount }) => [documentId, amount])).toEqual([[ids[1], 400]])
    }
  })

  test('exact sum of the oldest items', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500, 300])
    const [best] = await propose(company, customer, 1200)
    expect(best?.lines.map(({ documentId }) => documentId)).toEqual([ids[0], ids[1]])
    expect(best?.reason).toBe('The 2 oldest open items add up exactly.')
  })

  test('else oldest first by due date', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500, 300])
    const [best] = await propose(company, customer, 800)
    expect(best?.lines.map(({ documentId, amount }) => [documentId, amount])).toEqual([
      [ids[0], 700],
      [ids[1], 100],
    ])
  })

  test('disputed items last', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700, 500])
    await company.call('openItems.hold', { documentId: ids[0] ?? 0, state: 'disputed', reason: 'short delivery' })
    const [best] = await propose(company, customer, 600)
    expect(best?.lines.map(({ documentId, amount }) => [documentId, amount])).toEqual([
      [ids[1], 500],
      [ids[0], 100],
    ])
  })

  test('are never silent: asking for one changes nothing', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [700])
    await propose(company, customer, 700)
    expect(openAsOf(company, ids[0] ?? 0)).toBe(700)
  })

  test('apply to oldest: 5 invoices of A, receipt 3A: oldest three closed, two untouched', async () => {
    const company = newCompany()
    const { customer, ids } = await several(company, [A, A, A, A, A])
    const [best] = await propose(company, customer, 3 * A)
    await postReceipt(company, customer, '2025-06-20', 3 * A, best?.lines ?? [])
    expect(ids.map((id) => openAsOf(company, id))).toEqual([0, 0, 0, A, A])
  })
})

describe('examples', () => {
  test('100: receive 110, 10 stays unapplied', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [A])
    const posted = await postReceipt(company, customer, '2025-06-10', 11_000, [{ documentId: invoice, amount: A }])
    expect([posted.unapplied, openAsOf(company, invoice), openAsOf(company, posted.id)]).toEqual([1000, 0, -1000])
  })

  test('receive 95 and write off 5: bank 95, write-off 5, receivable -100', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [A])
    const before = await accountBalances(company)
    await postReceipt(company, customer, '2025-06-10', 9500, [
      { documentId: invoice, amount: 9500, writeOff: 500, writeOffReason: 'freight' },
    ])
    const after = await accountBalances(company)
    expect(['1010', '6100', '1200'].map((code) => (after[code] ?? 0) - (before[code] ?? 0))).toEqual([
      9500, 500, -10_000,
    ])
  })

  test('receipts 55 and 35 on 200 leave 110; reverse the 55: 165 open', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [20_000])
    const first = await postReceipt(company, customer, '2025-06-10', 5500, [{ documentId: invoice, amount: 5500 }])
    await postReceipt(company, customer, '2025-06-11', 3500, [{ documentId: invoice, amount: 3500 }])
    expect(openAsOf(company, invoice)).toBe(11_000)
    await company.call('documents.void', { id: first.id, date: day('2025-06-12'), reason: 'bounced' })
    expect(openAsOf(company, invoice)).toBe(16_500)
  })

  test('credit note 100, apply 80: invoice down 80, credit note has 20 left', async () => {
    const company = newCompany()
    const {
      customer,
      ids: [invoice = 0],
    } = await several(company, [20_000])
    const { commandUid: _, ...usual } = validInputs('0'.repeat(32))['creditNotes.post']
    const own = { lines: [line(A)], documentDiscount: null, applications: [] }
    const credit = await company.call('creditNotes.post', { ...usual, ...own, customerId: customer })
    await applyCredit(company, credit.id, [{ documentId: invoice, amount: 8000 }])
    expect([openAsOf(company, invoice), openAsOf(company, credit.id)]).toEqual([12_000, -2000])
  })
})
