import { describe, expect, test } from 'vitest'
import type { CompanySettings } from '../../src-shared/company/contract/company.ts'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

type Caller = Pick<TestCompany, 'call'>

const changeSettings = async (company: Caller, changed: Partial<CompanySettings>): Promise<void> => {
  const {
    uid: _,
    baseCurrency: __,
    closingDate: ___,
    customers: ____,
    documents: _____,
    settings,
    ...profile
  } = await company.call('company.profile', {})
  await company.call('company.update', { ...profile, settings: { ...settings, ...changed } })
}

const tolerate = (company: Caller, tolerancePercent: number, toleranceMost: number): Promise<void> =>
  changeSettings(company, { tolerancePercent, toleranceMost })

const propose = (company: Caller, customerId: number, amount: number) =>
  company.call('receipts.propose', { customerId, date: day('2025-06-20'), amount, remittanceText: '' })

const FIVE_PERCENT = 5_000_000

describe('payment tolerance (semantics: Early payment discount and tolerance)', () => {
  const setting = async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await tolerate(company, FIVE_PERCENT, 1000)
    return { company, customer, invoice }
  }

  test('95 against 100 at 5%: the write-off of 5 is proposed, and accepted closes it', async () => {
    const { company, customer, invoice } = await setting()
    const [best] = await propose(company, customer, 9500)
    expect(best).toEqual({
      reason: 'The amount of INV-00001 with 5.00 written off within tolerance.',
      lines: [{ documentId: invoice.id, amount: 9500, discount: 0, writeOff: 500 }],
      credits: [],
    })
    await postReceipt(company, customer, '2025-06-20', 9500, [
      { documentId: invoice.id, amount: 9500, writeOff: 500, writeOffReason: 'tolerance' },
    ])
    expect(openAsOf(company, invoice.id)).toBe(0)
  })

  test('what a credit note that is not applied gave back is not proposed as a write-off besides', async () => {
    const { company, customer, invoice } = await setting()
    const lines = [{ lineNo: 1, quantity: 960_000 }]
    const note = { invoiceId: invoice.id, documentDate: day('2025-06-10'), reference: '', memo: '', apply: false }
    await company.call('creditNotes.postFromInvoice', { ...note, lines })
    const ways = await propose(company, customer, 9500)
    expect(ways.flatMap(({ lines: of }) => of.map(({ writeOff }) => writeOff)).every((each) => each === 0)).toBe(true)
    const [best] = await propose(company, customer, 9601)
    expect(best?.lines).toEqual([{ documentId: invoice.id, amount: 9601, discount: 0, writeOff: 399 }])
    await postReceipt(company, customer, '2025-06-20', 9601, [
      { documentId: invoice.id, amount: 9601, writeOff: 399, writeOffReason: 'tolerance' },
    ])
    expect(openAsOf(company, invoice.id)).toBe(0)
  })

  test('an invoice’s own cap counts beside the company’s, the lower of both; a copy and a recurring invoice keep it', async () => {
    const { company, customer, invoice } = await setting()
    const capped = async (toleranceMost: number | null, number: number) => {
      const one = { productId: null, description: 'Goods', quantity: 1_000_000, unitPrice: number * 1_000_000 }
      const { id } = await company.call('invoices.post', {
        customerId: customer,
        documentDate: day('2025-06-01'),
        termsId: null,
        dueDate: null,
        reference: '',
        memo: '',
        pricesIncludeTax: false,
        lines: [{ ...one, discountPercent: 0, taxCodeId: null, accountId: null }],
        toleranceMost,
        draftUid: null,
      })
      return id
    }
    const writtenOff = async (id: number, amount: number) =>
      (await propose(company, customer, amount)).flatMap(({ lines }) =>
        lines.filter(({ documentId, writeOff }) => documentId === id && writeOff > 0).map(({ writeOff }) => writeOff),
      )
    const [strict, none, lax] = [await capped(100, 300), await capped(0, 500), await capped(5000, 900)]
    expect(await writtenOff(strict, 29_900)).toEqual([100])
    expect(await writtenOff(strict, 29_899)).toEqual([])
    expect(await writtenOff(none, 49_999)).toEqual([])
    expect(await writtenOff(lax, 89_000)).toEqual([1000])
    expect(await writtenOff(lax, 88_999)).toEqual([])
    expect(await writtenOff(invoice.id, 9500)).toEqual([500])
    expect(await company.call('documents.get', { id: strict })).toMatchObject({ toleranceMost: 100 })
    expect(await company.call('recurring.fromInvoice', { documentId: strict })).toMatchObject({ toleranceMost: 100 })
    const { draft } = await company.call('documents.voidAndCopy', { id: strict, date: day('2025-06-20'), reason: 'x' })
    expect(await company.call('drafts.get', { uid: draft.uid })).toMatchObject({ body: { toleranceMost: 100 } })
  })

  test('an invoice’s own cap counts over its instalments, and what was undone is left again', async () => {
    const { company } = await setting()
    const customer = await addCustomer(company, 'PARTS')
    const parts = [
      { percent: 50_000_000, dueAfterDays: 0 },
      { percent: 50_000_000, dueAfterDays: 5 },
    ]
    const rule = { kind: 'instalments', parts, discount: null, graceDays: 0 } as never
    const { id: termsId } = await company.call('terms.create', { code: 'HALVES', name: 'Halves', rule })
    const { id: documentId } = await company.call('invoices.post', {
      customerId: customer,
      documentDate: day('2025-06-01'),
      termsId,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [line(20_000)],
      toleranceMost: 150,
      draftUid: null,
    })
    const given = async (amount: number) =>
      (await propose(company, customer, amount)).flatMap(({ lines }) => lines.map(({ writeOff }) => writeOff))
    expect(await given(9900)).toContain(100)
    const first = await postReceipt(company, customer, '2025-06-20', 9900, [
      { documentId, amount: 9900, writeOff: 100, writeOffReason: 'tolerance' },
    ])
    expect(await given(9949)).not.toContain(51)
    expect(await given(9950)).toContain(50)
    await company.call('documents.void', { id: first.id, date: day('2025-06-20'), reason: 'x' })
    expect(await given(9850)).toContain(150)
  })

  test('the next proposal declines it and leaves 5 open', async () => {
    const { company, customer, invoice } = await setting()
    const [, declined] = await propose(company, customer, 9500)
    expect(declined).toMatchObject({ lines: [{ documentId: invoice.id, amount: 9500, writeOff: 0 }] })
    await postReceipt(company, customer, '2025-06-20', 9500, [{ documentId: invoice.id, amount: 9500 }])
    expect(openAsOf(company, invoice.id)).toBe(500)
  })

  test('one cent more is not proposed', async () => {
    const { company, customer } = await setting()
    const ways = await propose(company, customer, 9499)
    expect(ways.flatMap(({ lines }) => lines.map(({ writeOff }) => writeOff))).toEqual([0])
  })

  test('what the role may not write off is not proposed', async () => {
    const { company, customer } = await setting()
    await company.call('limits.set', { role: 'clerk', act: 'write_off', most: 499, version: 1 })
    const clerk = asClerk(company)
    expect(
      (await propose(clerk, customer, 9500)).every(({ lines }) => lines.every(({ writeOff }) => writeOff === 0)),
    ).toBe(true)
    expect((await propose(clerk, customer, 9501))[0]?.lines[0]?.writeOff).toBe(499)
  })

  test('in a foreign currency the limit is measured by the rate of the day, and none is proposed without a rate', async () => {
    const { company } = await setting()
    const euro = await addCustomer(company, 'EURO', { currency: 'EUR' })
    await postInvoice(company, euro, '2025-06-01', 100_000, { rate: '1.25' })
    expect((await propose(company, euro, 99_200))[0]?.lines[0]?.writeOff).toBe(0)
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-10'), rate: '1.25', version: null })
    // 10.00 USD is 8.00 EUR.
    expect((await propose(company, euro, 99_200))[0]?.lines[0]?.writeOff).toBe(800)
    expect((await propose(company, euro, 99_199))[0]?.lines[0]?.writeOff).toBe(0)
  })
})

describe('paid a little too much (semantics: the clerk’s choice)', () => {
  const overpaid = async (cents: number, changes: object = { unappliedAs: 'written_off' as const }) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    await tolerate(company, FIVE_PERCENT, 100)
    const paid = [{ documentId: invoice.id, amount: 10_000 }]
    const pay = () => postReceipt(company, customer, '2025-06-20', cents, paid, changes)
    return { company, customer, invoice, pay }
  }

  test('left on account it stays the customer’s', async () => {
    const { company, pay } = await overpaid(10_003, {})
    const receipt = await pay()
    expect(receipt.unapplied).toBe(3)
    expect(openAsOf(company, receipt.id)).toBe(-3)
  })

  test('written off, nothing stays open, and the account of write-offs has it', async () => {
    const { company, invoice, pay } = await overpaid(10_003)
    const receipt = await pay()
    expect(receipt).toMatchObject({ total: -10_003, unapplied: 0 })
    expect([openAsOf(company, invoice.id), openAsOf(company, receipt.id)]).toEqual([0, 0])
    const trial = await company.call('ledger.trialBalance', { asOf: day('2025-06-20') })
    expect(trial.find(({ code }) => code === '6120')).toMatchObject({ balance: -3 })
  })

  test('the edge of the tolerance is within it, a cent more is refused and nothing is posted', async () => {
    const { pay } = await overpaid(10_100)
    expect(await pay()).toMatchObject({ unapplied: 0 })
    const more = await overpaid(10_101)
    await expect(more.pay()).rejects.toMatchObject({ code: 'overpayment_over_tolerance', path: 'unappliedAs' })
    expect(openAsOf(more.company, more.invoice.id)).toBe(10_000)
  })

  test('a payment for nothing is no overpayment', async () => {
    const { company, customer } = await overpaid(1)
    await expect(
      postReceipt(company, customer, '2025-06-20', 1, [], { unappliedAs: 'written_off' }),
    ).rejects.toMatchObject({ code: 'overpayment_over_tolerance' })
  })

  test('where nothing is left there is nothing to write off', async () => {
    const { company, pay } = await overpaid(10_000)
    await pay()
    expect(company.sql().value('SELECT count(*) FROM overpayment')).toBe(0)
  })

  test('void with its receipt, and the void names it', async () => {
    const { company, customer, invoice, pay } = await overpaid(10_003)
    const { id } = await pay()
    const voided = await company.call('documents.void', { id, date: day('2025-06-21'), reason: 'stopped' })
    expect(warned(voided).warnings.join()).toContain('is void with it')
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(
      (await company.call('openItems.forCustomer', { customerId: customer, asOf: day('2025-06-30') })).map(
        ({ open }) => open,
      ),
    ).toEqual([10_000])
  })

  test.each(['overpayment'])('a row of %s is never changed or deleted', async (table) => {
    const { company, pay } = await overpaid(10_003)
    await pay()
    expect(() => company.sql().run(`UPDATE ${table} SET receipt_id = receipt_id`)).toThrow('never changed')
    expect(() => company.sql().run(`DELETE FROM ${table}`)).toThrow('never deleted')
  })
})

test('with the discount of the days of grace declined, the difference is tolerated instead', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01', { termsCode: '2-10-30' })
  await postInvoice(company, customer, '2025-06-09', 10_000)
  await tolerate(company, FIVE_PERCENT, 300)
  await changeSettings(company, { discountGraceDays: 5 })
  // 20 June is one day past the discount date. 98.50 is too much with the discount of 2.00, and 1.50 short without it.
  const [best] = await propose(company, customer, 9850)
  expect(best?.lines).toEqual([{ documentId: 1, amount: 9850, discount: 0, writeOff: 150 }])
  expect(best?.reason).toBe('The amount of INV-00001 with 1.50 written off within tolerance.')
})
