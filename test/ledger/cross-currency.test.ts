import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany } from '../fixtures/company.ts'
import {
  accountBalances,
  addCustomer,
  applicationLine,
  applyCredit,
  day,
  openAsOf,
  postInvoice,
  postReceipt,
} from '../fixtures/entries.ts'
import { billedTwice, tiesOut } from '../fixtures/several-currencies.ts'

describe('money in one currency settles items in another', () => {
  test('110 USD for 100 EUR at 1.10: nothing is gained, and the clearing account comes to nothing', async () => {
    const { company, customer, euros } = await billedTwice()
    await postReceipt(company, customer, '2025-06-10', 11_000, [
      { documentId: euros.id, amount: 11_000, settles: 10_000 },
    ])
    expect(openAsOf(company, euros.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '1200': 10_000, '4000': -21_000 })
    await tiesOut(company, '2025-06-30')
    await tiesOut(company, '2025-06-05')
  })

  test('the difference to the items’ own rates is realised as gain or loss', async () => {
    const { company, customer, dollars, euros } = await billedTwice()
    // 115.00 came for what the books carry at 110.00; then 90.00 EUR worth 108.00 for 100.00.
    await postReceipt(company, customer, '2025-06-10', 11_500, [
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    expect(await accountBalances(company)).toMatchObject({ '7900': -500 })
    const paid = { documentId: dollars.id, amount: 9000, settles: 10_000 }
    await postReceipt(company, customer, '2025-06-11', 9000, [paid], { currency: 'EUR', rate: '1.2' })
    expect(await accountBalances(company)).toEqual({ '1010': 22_300, '4000': -21_000, '7900': -1300 })
    await tiesOut(company, '2025-06-30')
  })

  test('in pieces, what closes an item takes all that is left of its base', async () => {
    const company = newCompany({ baseCurrency: 'KWD' })
    const customer = await addCustomer(company, 'NORTH01', { currency: 'KWD' })
    const yen = await postInvoice(company, customer, '2025-06-01', 1000_01 * 100, { currency: 'JPY', rate: '0.002071' })
    const total = openAsOf(company, yen.id)
    const receipt = await postReceipt(company, customer, '2025-06-05', 100_000, [], { currency: 'USD', rate: '0.3071' })
    const piece = Math.floor(total / 3)
    for (const [amount, settles] of [
      [22_000, piece],
      [22_000, piece],
      [22_004, total - 2 * piece],
    ] as const)
      await applyCredit(company, receipt.id, [{ documentId: yen.id, amount, settles }])
    expect(openAsOf(company, yen.id)).toBe(0)
    const base = company.sql().value<number>('SELECT base_balance FROM open_item WHERE document_id = ?', [yen.id])
    expect(base).toBe(0)
    await tiesOut(company, '2025-06-30')
  })

  test('unapplied, both are open again each in its own currency, and the exchange difference is taken back', async () => {
    const { company, customer, euros } = await billedTwice()
    const receipt = await postReceipt(company, customer, '2025-06-10', 11_500)
    const { applicationIds } = await applyCredit(company, receipt.id, [
      { documentId: euros.id, amount: 5750, settles: 5000 },
    ])
    expect([openAsOf(company, receipt.id), openAsOf(company, euros.id)]).toEqual([-5750, 5000])
    await company.call('applications.unapply', { applicationId: applicationIds[0] ?? 0, date: day('2025-06-20') })
    expect([openAsOf(company, receipt.id), openAsOf(company, euros.id)]).toEqual([-11_500, 10_000])
    expect([openAsOf(company, receipt.id, '2025-06-15'), openAsOf(company, euros.id, '2025-06-15')]).toEqual([
      -5750, 5000,
    ])
    expect((await accountBalances(company))['7900']).toBeUndefined()
    for (const asOf of ['2025-06-09', '2025-06-15', '2025-06-30']) await tiesOut(company, asOf)
  })

  test('the void of a receipt opens what it settled in every currency', async () => {
    const { company, customer, dollars, euros } = await billedTwice()
    const receipt = await postReceipt(company, customer, '2025-06-10', 16_500, [
      { documentId: dollars.id, amount: 5000 },
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    const { reopens } = await company.call('documents.get', { id: receipt.id })
    expect(reopens.map(({ currency, amount }) => [currency, amount])).toEqual([
      ['USD', 5000],
      ['EUR', 10_000],
    ])
    const { unapplied } = await company.call('documents.void', {
      id: receipt.id,
      date: day('2025-06-12'),
      reason: 'bounced',
    })
    expect(unapplied).toBe(16_500)
    expect([openAsOf(company, dollars.id), openAsOf(company, euros.id)]).toEqual([10_000, 10_000])
    await tiesOut(company, '2025-06-11')
    await tiesOut(company, '2025-06-30')
  })

  test('the void of the invoice opens the money again', async () => {
    const { company, customer, euros } = await billedTwice()
    const receipt = await postReceipt(company, customer, '2025-06-10', 11_500, [
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    await company.call('documents.void', { id: euros.id, date: day('2025-06-12'), reason: 'wrong' })
    expect(openAsOf(company, receipt.id)).toBe(-11_500)
    expect((await accountBalances(company))['7900']).toBeUndefined()
    await tiesOut(company, '2025-06-30')
  })

  test('more than either side has open, in its own currency, is refused', async () => {
    const { company, customer, euros } = await billedTwice()
    const receipt = await postReceipt(company, customer, '2025-06-10', 11_500)
    const apply = (amount: number, settles: number | null) =>
      applyCredit(company, receipt.id, [{ documentId: euros.id, amount, settles }])
    await expect(apply(11_500, 10_001)).rejects.toMatchObject({
      code: 'exceeds_open',
      message: 'INV-00002 has only 100.00 EUR open. Enter 100.00 EUR or less.',
    })
    await expect(apply(11_501, 10_000)).rejects.toMatchObject({
      code: 'exceeds_credit',
      message: 'Only 115.00 USD is available to apply, 115.01 USD was entered. Apply 115.00 USD or less.',
    })
    await expect(apply(11_500, null)).rejects.toMatchObject({ code: 'settles_missing', path: 'lines.0.settles' })
    await expect(apply(0, 100)).rejects.toMatchObject({ code: 'nothing_applied' })
  })

  test('a discount and a write-off are in the currency of the item', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const terms = (await company.call('terms.list', {})).find(({ rule }) => rule.discount !== null)
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000, {
      currency: 'EUR',
      rate: '1.1',
      termsId: terms?.id ?? 0,
    })
    const paid = {
      documentId: invoice.id,
      amount: 10_670,
      settles: 9700,
      discount: 200,
      writeOff: 100,
      writeOffReason: 'small',
    }
    await postReceipt(company, customer, '2025-06-05', 10_670, [paid])
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(await accountBalances(company)).toMatchObject({ '4900': 220, '6100': 110 })
    await tiesOut(company, '2025-06-30')
  })

  test('a line may be written off without money of its currency', async () => {
    const { company, customer, dollars, euros } = await billedTwice()
    await postReceipt(company, customer, '2025-06-05', 10_000, [
      { documentId: dollars.id, amount: 10_000 },
      { documentId: euros.id, amount: 0, writeOff: 300, writeOffReason: 'small' },
    ])
    expect(openAsOf(company, euros.id)).toBe(9700)
    await tiesOut(company, '2025-06-30')
  })

  test('credits used with a receipt settle items of another currency at the rate of the line', async () => {
    const { company, customer, euros } = await billedTwice()
    const credit = await postReceipt(company, customer, '2025-06-05', 2200)
    await postReceipt(
      company,
      customer,
      '2025-06-10',
      8800,
      [{ documentId: euros.id, amount: 11_000, settles: 10_000 }],
      {
        credits: [{ documentId: credit.id, amount: 2200 }],
      },
    )
    expect([openAsOf(company, credit.id), openAsOf(company, euros.id)]).toEqual([0, 0])
    expect(
      (await company.call('documents.get', { id: euros.id })).applications.map(({ amount, other }) => [amount, other]),
    ).toEqual([
      [8000, { currency: 'USD', amount: 8800 }],
      [2000, { currency: 'USD', amount: 2200 }],
    ])
  })

  test('a rate further off than a tenth gives away, which counts against the limit of write-offs', async () => {
    const { company, customer, euros } = await billedTwice()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-01'), rate: '1.1', version: null })
    const clerk = asClerk(company)
    const pay = (amount: number) =>
      clerk.call('receipts.post', {
        customerId: customer,
        date: day('2025-06-10'),
        amount,
        method: 'check',
        reference: '',
        memo: '',
        depositAccountId: null,
        applications: [applicationLine({ documentId: euros.id, amount, settles: 10_000 })],
        draftUid: null,
      })
    await expect(pay(500)).rejects.toMatchObject({ code: 'over_limit', params: { act: 'write-offs' } })
    expect((await pay(10_500)).unapplied).toBe(0)
  })

  test('a payer settles items of its customers in their currency', async () => {
    const company = newCompany()
    const parent = await addCustomer(company, 'GROUP')
    const child = await addCustomer(company, 'EAST', { currency: 'EUR', payingParentId: parent })
    const invoice = await postInvoice(company, child, '2025-06-01', 10_000, { rate: '1.1' })
    await postReceipt(company, parent, '2025-06-10', 11_200, [
      { documentId: invoice.id, amount: 11_200, settles: 10_000 },
    ])
    expect(openAsOf(company, invoice.id)).toBe(0)
    const statement = (customerId: number, currency: string) =>
      company.call('statements.data', {
        customerId,
        currency,
        statementDate: day('2025-06-30'),
        form: 'balance_forward',
        from: day('2025-06-01'),
      })
    expect((await statement(child, 'EUR')).lines.map(({ reference, open }) => [reference, open])).toEqual([
      ['', 10_000],
      ['Paid by GROUP in USD', -10_000],
    ])
    expect((await statement(parent, 'USD')).lines.map(({ reference, open }) => [reference, open])).toEqual([
      ['Paid for EAST in EUR', 11_200],
      ['', -11_200],
    ])
    await tiesOut(company, '2025-06-30')
  })

  test('a balance-forward statement of either currency ends at its balance', async () => {
    const { company, customer, euros } = await billedTwice()
    await postReceipt(company, customer, '2025-06-10', 11_500, [
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    for (const [currency, total] of [
      ['USD', 10_000],
      ['EUR', 0],
    ] as const) {
      const statement = await company.call('statements.data', {
        customerId: customer,
        currency,
        statementDate: day('2025-06-30'),
        form: 'balance_forward',
        from: day('2025-06-01'),
      })
      expect(statement.total).toBe(total)
      expect(statement.lines.at(-1)?.runningBalance).toBe(total)
      if (statement.inBase !== null)
        expect(statement.lines.reduce((sum, { openInBase }) => sum + (openInBase ?? 0), 0)).toBe(statement.inBase.total)
    }
  })

  test('the credit history counts a payment by what it settled', async () => {
    const { company, customer, euros } = await billedTwice()
    await postReceipt(company, customer, '2025-07-12', 11_500, [
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    const history = await company.call('customers.creditHistory', {
      id: customer,
      asOf: day('2025-08-01'),
      currency: 'EUR',
    })
    expect(history).toMatchObject({ daysToPay: 40, daysLate: 10 })
  })

  test('a revaluation between leaves the settlement as if it had never been', async () => {
    const { company, customer, euros } = await billedTwice()
    await company.call('rates.set', { currency: 'EUR', date: day('2025-06-30'), rate: '1.3', version: null })
    const proposal = await company.call('revaluation.propose', { date: day('2025-06-30') })
    const currencies = proposal.currencies.map(({ currency, rate, difference }) => ({
      currency,
      rate: rate?.rate ?? '',
      difference: difference ?? 0,
    }))
    await company.call('revaluation.post', { date: day('2025-06-30'), currencies })
    await postReceipt(company, customer, '2025-07-10', 11_500, [
      { documentId: euros.id, amount: 11_500, settles: 10_000 },
    ])
    expect(await accountBalances(company)).toEqual({ '1010': 11_500, '1200': 10_000, '4000': -21_000, '7900': -500 })
    for (const asOf of ['2025-06-29', '2025-06-30', '2025-07-01', '2025-07-10']) await tiesOut(company, asOf)
  })
})
