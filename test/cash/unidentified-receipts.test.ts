import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice } from '../fixtures/entries.ts'

const accountId = async (company: TestCompany, code: string): Promise<number> =>
  (await company.call('accounts.list', {})).find((account) => account.code === code)?.id ?? 0

const enterUnidentified = (
  company: TestCompany,
  cents: number,
  changes: Partial<{ date: string; currency: string; rate: string; depositAccountId: number }> = {},
) =>
  company.call('unidentifiedReceipts.post', {
    date: day(changes.date ?? '2025-06-10'),
    amount: cents,
    currency: changes.currency ?? 'USD',
    method: 'transfer',
    rate: changes.rate ?? null,
    payer: 'N Gate Fds',
    reference: 'FT 4711',
    memo: '',
    depositAccountId: changes.depositAccountId ?? null,
    draftUid: null,
  })

const identify = (
  company: TestCompany,
  id: number,
  customerId: number,
  date: string,
  changes: Partial<{ rate: string; pays: readonly (readonly [documentId: number, cents: number])[] }> = {},
) =>
  company.call('unidentifiedReceipts.identify', {
    id,
    customerId,
    date: day(date),
    rate: changes.rate ?? null,
    memo: '',
    applications: (changes.pays ?? []).map(([documentId, amount]) => ({
      documentId,
      amount,
      discount: 0,
      writeOff: 0,
      writeOffReason: '',
    })),
  })

const giveBack = (company: Pick<TestCompany, 'call'>, id: number, date: string, rate: string | null = null) =>
  company.call('unidentifiedReceipts.giveBack', { id, date: day(date), rate, bankAccountId: null, memo: 'unknown' })

const unidentifiedNumbers = async (company: TestCompany, asOf: string): Promise<readonly string[]> =>
  (await company.call('unidentifiedReceipts.list', { asOf: day(asOf) })).rows.map(({ number }) => number)

describe('money of an unknown payer', () => {
  test('is in the bank and waits on an account of its own, outside the receivable', async () => {
    const company = newCompany()
    const bank = await accountId(company, '1000')
    expect(await enterUnidentified(company, 10_000, { depositAccountId: bank })).toMatchObject({ number: 'UNR-00001' })
    expect(await enterUnidentified(company, 500)).toMatchObject({ number: 'UNR-00002' })
    expect(await accountBalances(company)).toEqual({ '1000': 10_000, '1010': 500, '2300': -10_500 })
    const { rows } = await company.call('unidentifiedReceipts.list', { asOf: day('2025-06-30') })
    expect(rows[0]).toEqual({
      id: 1,
      number: 'UNR-00001',
      date: '2025-06-10',
      amount: 10_000,
      currency: 'USD',
      method: 'transfer',
      payer: 'N Gate Fds',
      reference: 'FT 4711',
      memo: '',
      depositAccount: '1000 Bank',
    })
  })

  test('is listed a page at a time, oldest first, and only from its day on', async () => {
    const company = newCompany()
    for (const date of ['2025-06-12', '2025-06-10', '2025-06-11']) await enterUnidentified(company, 100, { date })
    expect(await unidentifiedNumbers(company, '2025-06-11')).toEqual(['UNR-00002', 'UNR-00003'])
    const first = await company.call('unidentifiedReceipts.list', { asOf: day('2025-06-30'), limit: 2 })
    expect(first.rows.map(({ number }) => number)).toEqual(['UNR-00002', 'UNR-00003'])
    const rest = await company.call('unidentifiedReceipts.list', {
      asOf: day('2025-06-30'),
      limit: 2,
      after: first.next && [...first.next],
    })
    expect(rest.rows.map(({ number }) => number)).toEqual(['UNR-00001'])
    expect(rest.next).toBeNull()
  })

  test('identified, it is the customer’s receipt, applied like any other', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 8000)
    const { id } = await enterUnidentified(company, 10_000)
    const receipt = await identify(company, id, customer, '2025-06-12', { pays: [[invoice.id, 8000]] })
    expect(receipt).toMatchObject({ number: 'RCT-00001', total: -10_000, unapplied: 2000 })
    expect(openAsOf(company, invoice.id)).toBe(0)
    expect(await accountBalances(company)).toEqual({ '1010': 10_000, '1200': -2000, '4000': -8000 })
    expect(await unidentifiedNumbers(company, '2025-06-11')).toEqual(['UNR-00001'])
    expect(await unidentifiedNumbers(company, '2025-06-12')).toEqual([])
    const view = await company.call('documents.get', { id: receipt.id })
    expect(view).toMatchObject({ reference: 'FT 4711', method: 'transfer', depositAccount: '1010 Undeposited funds' })
    expect(await company.call('unidentifiedReceipts.get', { id })).toMatchObject({
      isOpen: false,
      ends: [{ outcome: 'identified', date: '2025-06-12', receipt: { number: 'RCT-00001', isVoid: false } }],
    })
  })

  test('voiding the receipt makes the money unidentified again, and it can go to the right customer from that day on', async () => {
    const company = newCompany()
    const wrong = await addCustomer(company, 'NORTH01')
    const right = await addCustomer(company, 'SOUTH01')
    const { id } = await enterUnidentified(company, 10_000)
    const receipt = await identify(company, id, wrong, '2025-06-10')
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-20'), reason: 'wrong customer' })
    expect(await accountBalances(company)).toEqual({ '1010': 10_000, '2300': -10_000 })
    expect(await unidentifiedNumbers(company, '2025-06-19')).toEqual([])
    expect(await unidentifiedNumbers(company, '2025-06-20')).toEqual(['UNR-00001'])
    expect(await company.call('unidentifiedReceipts.get', { id })).toMatchObject({
      isOpen: true,
      earliest: '2025-06-20',
    })
    await expect(identify(company, id, right, '2025-06-15')).rejects.toMatchObject({
      code: 'unidentified_too_early',
      path: 'date',
      message: 'UNR-00001 was received on 20 Jun 2025. Use that date or later.',
    })
    await identify(company, id, right, '2025-06-20')
    expect(await accountBalances(company)).toEqual({ '1010': 10_000, '1200': -10_000 })
  })

  test('sent back, the money leaves the account it came to; it counts as a refund of the user’s', async () => {
    const company = newCompany()
    const { id } = await enterUnidentified(company, 10_000, { depositAccountId: await accountId(company, '1000') })
    expect(await giveBack(company, id, '2025-06-15')).toEqual({
      id,
      number: 'UNR-00001',
      date: '2025-06-15',
      warnings: [],
    })
    expect(await accountBalances(company)).toEqual({})
    expect(await unidentifiedNumbers(company, '2025-06-30')).toEqual([])
    const { id: second } = await enterUnidentified(company, 10_000)
    const clerk = asClerk(company)
    await expect(giveBack(clerk, second, '2025-06-15')).rejects.toMatchObject({ code: 'over_limit' })
  })

  test('ends once, and not before it came', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await enterUnidentified(company, 10_000)
    await expect(giveBack(company, id, '2025-06-09')).rejects.toMatchObject({ code: 'unidentified_too_early' })
    await giveBack(company, id, '2025-06-15')
    await expect(identify(company, id, customer, '2025-06-16')).rejects.toMatchObject({
      message: 'UNR-00001 is not waiting any more: sent back on 15 Jun 2025. Choose another one.',
    })
    const { id: second } = await enterUnidentified(company, 100)
    await identify(company, second, customer, '2025-06-16')
    await expect(giveBack(company, second, '2025-06-17')).rejects.toMatchObject({
      message: 'UNR-00002 is not waiting any more: identified as RCT-00001. Choose another one.',
    })
    await expect(identify(company, 99, customer, '2025-06-16')).rejects.toMatchObject({ path: 'id' })
  })

  test('a payment the bank takes back after it was identified is not unidentified again', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await enterUnidentified(company, 10_000, { depositAccountId: await accountId(company, '1000') })
    const receipt = await identify(company, id, customer, '2025-06-12')
    await company.call('receipts.returnPayment', {
      id: receipt.id,
      date: day('2025-06-20'),
      reason: 'no funds',
      fee: { amount: 2500, bearer: 'company' },
    })
    expect(await unidentifiedNumbers(company, '2025-06-30')).toEqual([])
    expect(await accountBalances(company)).toEqual({ '1000': -2500, '6200': 2500 })
  })

  test('in a closed period is refused, and can still be identified in the open one', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await enterUnidentified(company, 10_000)
    const { version } = await company.call('company.profile', {})
    await company.call('company.setClosingDate', { closingDate: day('2025-06-15'), reason: 'audited', version })
    await expect(enterUnidentified(company, 100)).rejects.toMatchObject({ code: 'period_locked', path: 'date' })
    await expect(identify(company, id, customer, '2025-06-15')).rejects.toMatchObject({ code: 'period_locked' })
    await identify(company, id, customer, '2025-06-16')
  })

  test('no other posting may touch the account where it waits', async () => {
    const company = newCompany()
    const suspense = await accountId(company, '2300')
    const bad = { code: 'account_unfit', message: expect.stringContaining('receipts of unknown payers') as string }
    await expect(enterUnidentified(company, 100, { depositAccountId: suspense })).rejects.toMatchObject(bad)
    await expect(
      company.call('reasonCodes.create', { code: 'X', name: 'X', kind: 'allowance', accountId: suspense }),
    ).rejects.toMatchObject(bad)
  })
})

describe('money of an unknown payer in a foreign currency', () => {
  const foreign = async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'BERLIN1', { currency: 'EUR' })
    const { id } = await enterUnidentified(company, 10_000, { currency: 'EUR', rate: '1.10' })
    return { company, customer, id }
  }

  test('is worth what it was unidentified at; the difference to the day it is identified is an exchange difference', async () => {
    const { company, customer, id } = await foreign()
    const receipt = await identify(company, id, customer, '2025-06-12', { rate: '1.20' })
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '1200': -12_000, '7900': 1000 })
    await company.call('documents.void', { id: receipt.id, date: day('2025-06-13'), reason: 'entered wrong' })
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '2300': -11_000 })
  })

  test('without another rate has none', async () => {
    const { company, customer, id } = await foreign()
    expect(await company.call('unidentifiedReceipts.get', { id })).toMatchObject({ rate: '1.1' })
    await identify(company, id, customer, '2025-06-12')
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '1200': -11_000 })
  })

  test('sent back at another rate', async () => {
    const { company, id } = await foreign()
    await giveBack(company, id, '2025-06-12', '1.25')
    expect(await accountBalances(company)).toEqual({ '1010': -1500, '7900': 1500 })
  })

  test('is a receipt in its own currency, whatever its customer is billed in', async () => {
    const { company, id } = await foreign()
    const customer = await addCustomer(company, 'NORTH01')
    const receipt = await identify(company, id, customer, '2025-06-12')
    expect(await company.call('documents.get', { id: receipt.id })).toMatchObject({ currency: 'EUR', total: -10_000 })
    expect(await accountBalances(company)).toEqual({ '1010': 11_000, '1200': -11_000 })
  })
})

describe('the database itself refuses', () => {
  const attack = async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const { id } = await enterUnidentified(company, 10_000)
    const receipt = await identify(company, id, customer, '2025-06-12')
    const { id: open } = await enterUnidentified(company, 500)
    return { company, attacker: company.sql(), receipt, id, open }
  }
  const insertEnd = `INSERT INTO unidentified_receipt_end (uid, unidentified_id, command_seq, posting_id, outcome, document_id, ended_on, memo)
    VALUES ('u', ?, ?, 1, ?, ?, ?, '')`

  test.each(['unidentified_receipt', 'unidentified_receipt_end'])(
    'to change, delete or replace a row of %s',
    async (table) => {
      const { attacker } = await attack()
      expect(() => attacker.run(`UPDATE ${table} SET memo = 'x'`)).toThrow(`${table}: facts are never changed`)
      expect(() => attacker.run(`DELETE FROM ${table}`)).toThrow(`${table}: facts are never deleted`)
      expect(() => attacker.run(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(`${table}: `)
    },
  )

  test('an end after its command, a second end, one too early, one in a closed period', async () => {
    const { attacker, id, open } = await attack()
    const seq = (attacker.value<number>('SELECT max(seq) FROM command_log') ?? 0) + 1
    const end =
      (...params: readonly (string | number | null)[]) =>
      () =>
        attacker.run(insertEnd, [...params])
    expect(end(open, 1, 'returned', null, '2025-06-20')).toThrow('its command is already finished')
    expect(end(id, seq, 'returned', null, '2025-06-20')).toThrow('it has ended already')
    expect(end(open, seq, 'returned', null, '2025-06-09')).toThrow('dated before the money came')
    attacker.run(`UPDATE company SET closing_date = '2025-06-20'`)
    expect(end(open, seq, 'returned', null, '2025-06-20')).toThrow('the period is closed')
    attacker.run(`UPDATE company SET closing_date = NULL`)
  })

  test('to be identified by another document than the receipt of this very money', async () => {
    const { attacker, receipt, open } = await attack()
    const seq = (attacker.value<number>('SELECT max(seq) FROM command_log') ?? 0) + 1
    expect(() => attacker.run(insertEnd, [open, seq, 'identified', receipt.id, '2025-06-12'])).toThrow(
      'it is identified by a receipt of its amount',
    )
    expect(() => attacker.run(insertEnd, [open, seq, 'identified', null, '2025-06-12'])).toThrow('CHECK')
  })

  test('a number that is not the next', async () => {
    const { attacker } = await attack()
    const copy = `INSERT INTO unidentified_receipt SELECT 99, 'u', 99, posting_id, 'UNR-9', device_id, ?, receipt_date, currency, rate, amount,
      base_amount, method, reference, payer, memo, deposit_account_id, unidentified_account_id, NULL FROM unidentified_receipt LIMIT 1`
    expect(() => attacker.run(copy, [4])).toThrow('the number is not the next')
  })

  test('the first number of a device without a series, and a change of a series in use', async () => {
    const { attacker } = await attack()
    attacker.run(`INSERT INTO device (id, uid, name) VALUES (9, 'other', 'Other')`)
    const copy = `INSERT INTO unidentified_receipt SELECT 99, 'u', 99, posting_id, 'OTHER-1', 9, 1, receipt_date, currency, rate, amount,
      base_amount, method, reference, payer, memo, deposit_account_id, unidentified_account_id, NULL FROM unidentified_receipt LIMIT 1`
    expect(() => attacker.run(copy)).toThrow('the number is not the next')
    const change = `UPDATE number_series SET first_number = 7 WHERE kind = 'unidentified_receipt'`
    expect(() => attacker.run(change)).toThrow('a series in use is not changed')
  })
})
