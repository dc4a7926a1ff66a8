import { describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'

const statement = (
  company: TestCompany,
  customerId: number,
  date: string,
  form: 'open_item' | 'balance_forward',
  from: string | null = null,
) =>
  company.call('statements.data', {
    customerId,
    statementDate: day(date),
    form,
    from: from === null ? null : day(from),
  })

describe('a customer billed in another currency', () => {
  const inEuro = async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    const old = await postInvoice(company, id, '2025-04-01', 10_000, { rate: '1.10' })
    await postInvoice(company, id, '2025-06-05', 3333, { rate: '1.2' })
    await postReceipt(company, id, '2025-06-10', 6000, [{ documentId: old.id, amount: 4000 }], { rate: '1.3' })
    return { company, id }
  }

  test('is told each open item, the balance and its aging also as the books carry them', async () => {
    const { company, id } = await inEuro()
    const made = await statement(company, id, '2025-06-30', 'open_item')
    expect(made.lines.map(({ open, openInBase }) => [open, openInBase])).toEqual([
      [6000, 6600],
      [3333, 4000],
      [-2000, -2600],
    ])
    expect(made).toMatchObject({ currency: 'EUR', total: 7333, unapplied: 2000, pastDue: 6000 })
    expect(made.inBase).toEqual({
      currency: 'USD',
      unapplied: 2600,
      buckets: [4000, 0, 6600, 0, 0],
      pastDue: 6600,
      total: 8000,
    })
  })

  test('reads in a balance-forward one what each row moved in the books, and what rates alone moved', async () => {
    const { company, id } = await inEuro()
    const made = await statement(company, id, '2025-06-30', 'balance_forward', '2025-06-01')
    expect(made).toMatchObject({ openingBalance: 10_000, openingInBase: 11_000 })
    // 40.00 euro came in at 1.30 for what was owed at 1.10: a gain of 8.00.
    expect(
      made.lines.map(({ number, reference, open, openInBase }) => [number || reference, open, openInBase]),
    ).toEqual([
      ['INV-00002', 3333, 4000],
      ['RCT-00001', -6000, -7800],
      ['Exchange differences', 0, 800],
    ])
    expect(made.lines.at(-1)).toMatchObject({ date: '2025-06-30', runningBalance: 7333 })
    expect(made.inBase?.total).toBe(11_000 + 4000 - 7800 + 800)
    expect(await accountBalances(company)).toMatchObject({ '7900': -800 })
  })

  test('discounts and write-offs are worth what their item was, and nothing moves by rates where none differ', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'EURO01', { currency: 'EUR', termsCode: '2-10-30' })
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000, { rate: '1.1' })
    const settled = { documentId: invoice.id, amount: 9700, discount: 200, writeOff: 100, writeOffReason: 'small' }
    await postReceipt(company, id, '2025-06-05', 9700, [settled], { rate: '1.1' })
    const made = await statement(company, id, '2025-06-30', 'balance_forward')
    expect(made.lines.map(({ reference, open, openInBase }) => [reference, open, openInBase])).toEqual([
      ['', 10_000, 11_000],
      ['Discount taken', -200, -220],
      ['Adjustment', -100, -110],
      ['', -9700, -10_670],
    ])
    expect(made).toMatchObject({ openingInBase: 0, inBase: { total: 0 } })
  })

  test('what a payer settles is worth what the item was on both statements', async () => {
    const company = newCompany()
    const parent = await addCustomer(company, 'GROUP', { currency: 'EUR' })
    const branch = await addCustomer(company, 'BRANCH', { currency: 'EUR', payingParentId: parent })
    const invoice = await postInvoice(company, branch, '2025-06-01', 10_000, { rate: '1.1' })
    await postReceipt(company, parent, '2025-06-05', 10_000, [{ documentId: invoice.id, amount: 10_000 }], {
      rate: '1.2',
    })
    const moved = async (customerId: number) =>
      (await statement(company, customerId, '2025-06-30', 'balance_forward')).lines.map((line) => line.openInBase)
    expect(await moved(branch)).toEqual([11_000, -11_000])
    expect(await moved(parent)).toEqual([12_000, -12_000])
  })

  test('is told what the control account holds on that day, a revaluation of it included', async () => {
    const { company, id } = await inEuro()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-30'), rate: '1.25', version: null })
    const { currencies } = await company.call('revaluation.propose', { date: day('2025-06-30') })
    const [euro] = currencies
    await company.call('revaluation.post', {
      date: day('2025-06-30'),
      currencies: [{ currency: 'EUR', rate: '1.25', difference: euro?.difference ?? 0 }],
    })
    for (const [date, total] of [
      ['2025-04-01', 11_000],
      ['2025-06-09', 15_000],
      ['2025-06-30', 9166],
      ['2025-07-01', 8000],
    ] as const) {
      for (const form of ['open_item', 'balance_forward'] as const) {
        expect((await statement(company, id, date, form)).inBase?.total, `${form} of ${date}`).toBe(total)
      }
      const aging = await company.call('aging.byCustomer', {
        asOf: day(date),
        basis: null,
        currency: 'EUR',
        in: 'base',
      })
      expect(aging.totals.total).toBe(total)
    }
  })

  test('and the aging of a day agree also when a receipt was dated back over a day that was revalued', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    const invoice = await postInvoice(company, id, '2025-06-01', 10_000, { rate: '1.1' })
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-30'), rate: '1.25', version: null })
    const currencies = [{ currency: 'EUR', rate: '1.25', difference: 1500 }]
    await company.call('revaluation.post', { date: day('2025-06-30'), currencies })
    await postReceipt(company, id, '2025-06-20', 10_000, [{ documentId: invoice.id, amount: 10_000 }], { rate: '1.1' })
    for (const [date, total] of [
      ['2025-06-19', 11_000],
      ['2025-06-29', 0],
      ['2025-06-30', 1500],
      ['2025-07-01', 0],
    ] as const) {
      const aging = await company.call('aging.byCustomer', { asOf: day(date), basis: null, currency: null, in: 'base' })
      expect(aging.totals.total, `aging of ${date}`).toBe(total)
      for (const form of ['open_item', 'balance_forward'] as const) {
        const made = await statement(company, id, date, form)
        expect(made.inBase?.total, `${form} of ${date}`).toBe(total)
        expect(made.inBase?.buckets).toEqual(aging.totals.buckets)
      }
    }
    const { lines } = await statement(company, id, '2025-06-30', 'open_item')
    expect(lines.map(({ reference, open, openInBase }) => [reference, open, openInBase])).toEqual([
      ['Exchange differences', 0, 1500],
    ])
  })

  test('due in parts, shares its base amount among them', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'EURO01', { currency: 'EUR' })
    const percents = [50_000_000, 25_000_000, 25_000_000]
    const { id: termsId } = await company.call('terms.create', {
      code: 'PARTS',
      name: 'In three parts',
      rule: {
        kind: 'instalments',
        parts: percents.map((percent, index) => ({ percent, dueAfterDays: 30 * index })),
        discount: null,
        graceDays: 0,
      },
    })
    await postInvoice(company, id, '2025-06-01', 10_001, { rate: '1.1', termsId })
    const made = await statement(company, id, '2025-06-30', 'open_item')
    expect(made.aging.buckets.reduce((sum, amount) => sum + amount, 0)).toBe(10_001)
    expect(made.inBase).toMatchObject({ total: 11_001, pastDue: 5501, buckets: [5500, 5501, 0, 0, 0] })
  })

  test('one billed in the company’s own is told nothing twice', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    await postInvoice(company, id, '2025-06-05', 7000)
    const made = await statement(company, id, '2025-06-30', 'open_item')
    expect(made.inBase).toBeNull()
    expect(made.lines.map(({ openInBase }) => openInBase)).toEqual([null])
    const forward = await statement(company, id, '2025-06-30', 'balance_forward')
    expect([forward.openingInBase, ...forward.lines.map(({ openInBase }) => openInBase)]).toEqual([null, null])
  })
})
