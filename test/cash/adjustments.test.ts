import { describe, expect, test } from 'vitest'
import { asClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { accountBalances, addCustomer, day, openAsOf, postInvoice, postReceipt } from '../fixtures/entries.ts'

const reasonId = async (company: Pick<TestCompany, 'call'>, code: string): Promise<number> =>
  (await company.call('reasonCodes.list', {})).find((reason) => reason.code === code)?.id ?? 0

const adjustment = (
  customerId: number,
  reasonCodeId: number,
  amount: number,
  changes: Partial<{ direction: 'decrease' | 'increase'; applications: { documentId: number; amount: number }[] }> = {},
) => ({
  customerId,
  date: day('2025-06-20'),
  direction: changes.direction ?? ('decrease' as const),
  amount,
  reasonCodeId,
  rate: null,
  reference: '',
  memo: '',
  applications: changes.applications ?? [],
})

describe('an adjustment', () => {
  test.each([
    ['WRITEOFF', '6100'],
    ['BADDEBT', '6110'],
    ['ALLOWANCE', '4910'],
    ['SMALL', '6120'],
  ])('for %s lowers the receivable against account %s and settles the invoice', async (code, account) => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const applications = [{ documentId: invoice.id, amount: 2500 }]
    const posted = await company.call(
      'adjustments.post',
      adjustment(customer, await reasonId(company, code), 2500, { applications }),
    )
    expect(posted).toMatchObject({ number: 'ADJ-00001', total: -2500, unapplied: 0 })
    expect(openAsOf(company, invoice.id)).toBe(7500)
    expect(openAsOf(company, invoice.id, '2025-06-19')).toBe(10_000)
    expect(await accountBalances(company)).toEqual({ '1200': 7500, '4000': -10_000, [account]: 2500 })
  })

  test('raises what is owed as well, and names its reason', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const small = await reasonId(company, 'SMALL')
    const posted = await company.call('adjustments.post', adjustment(customer, small, 99, { direction: 'increase' }))
    expect(posted).toMatchObject({ total: 99, unapplied: 0 })
    expect(await company.call('documents.get', { id: posted.id })).toMatchObject({
      kind: 'adjustment',
      reason: 'Small balance',
      open: 99,
    })
    await postReceipt(company, customer, '2025-06-25', 99, [{ documentId: posted.id, amount: 99 }])
    expect(openAsOf(company, posted.id)).toBe(0)
  })

  test('is voided like any document', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const applications = [{ documentId: invoice.id, amount: 10_000 }]
    const { id } = await company.call(
      'adjustments.post',
      adjustment(customer, await reasonId(company, 'BADDEBT'), 10_000, { applications }),
    )
    await company.call('documents.void', { id, date: day('2025-06-21'), reason: 'paid after all' })
    expect(openAsOf(company, invoice.id)).toBe(10_000)
    expect(await accountBalances(company)).toEqual({ '1200': 10_000, '4000': -10_000 })
  })

  test('that raises the debt has nothing to apply, and an archived reason is not taken', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const invoice = await postInvoice(company, customer, '2025-06-01', 10_000)
    const applications = [{ documentId: invoice.id, amount: 1 }]
    const [reason] = await company.call('reasonCodes.list', {})
    if (!reason) throw new Error('no reasons')
    await expect(
      company.call('adjustments.post', adjustment(customer, reason.id, 1, { direction: 'increase', applications })),
    ).rejects.toMatchObject({ message: 'ADJ-00001 has no credit to apply.' })
    await company.call('reasonCodes.update', { ...reason, archived: true })
    await expect(company.call('adjustments.post', adjustment(customer, reason.id, 1))).rejects.toMatchObject({
      path: 'reasonCodeId',
      message: 'There is no such reason. Choose one from the list.',
    })
  })
})

describe('reason codes', () => {
  test('are added with an account of their own, which is never the control account', async () => {
    const company = newCompany()
    const accounts = await company.call('accounts.list', {})
    const idOf = (code: string) => accounts.find((account) => account.code === code)?.id ?? 0
    const reason = { code: 'DAMAGE', name: 'Damaged goods', kind: 'allowance' as const, accountId: idOf('4910') }
    await company.call('reasonCodes.create', reason)
    expect((await company.call('reasonCodes.list', {})).at(-1)).toMatchObject(reason)
    await expect(company.call('reasonCodes.create', reason)).rejects.toMatchObject({ code: 'code_taken' })
    await expect(
      company.call('reasonCodes.create', { ...reason, code: 'X', accountId: idOf('1200') }),
    ).rejects.toMatchObject({ code: 'account_unfit', path: 'accountId' })
  })

  test('changed on an older version are refused', async () => {
    const company = newCompany()
    const [reason] = await company.call('reasonCodes.list', {})
    if (!reason) throw new Error('no reasons')
    await company.call('reasonCodes.update', { ...reason, name: 'Written off' })
    await expect(company.call('reasonCodes.update', { ...reason, name: 'Other' })).rejects.toMatchObject({
      message:
        'Reason WRITEOFF was changed meanwhile (name is now Written off, here Other). Save again to keep what is entered here, or reload.',
    })
  })
})

describe('what a clerk may write off', () => {
  const message =
    'Your limit for write-offs is 100.00 USD, this is 100.01 USD. Enter less, or ask a supervisor to approve it.'

  test('is limited for an adjustment, and for the write-offs of a receipt and of an application together', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    const first = await postInvoice(company, customer, '2025-06-01', 20_000)
    const second = await postInvoice(company, customer, '2025-06-01', 20_000)
    const unapplied = await postReceipt(company, customer, '2025-06-02', 100)
    const clerk = asClerk(company)
    const reason = await reasonId(clerk, 'WRITEOFF')
    await expect(clerk.call('adjustments.post', adjustment(customer, reason, 10_001))).rejects.toMatchObject({
      path: 'amount',
      message,
    })
    const line = (documentId: number, writeOff: number) => ({
      documentId,
      amount: 10,
      discount: 0,
      writeOff,
      writeOffReason: 'small',
    })
    const lines = [line(first.id, 10_000), line(second.id, 1)]
    const receipt = {
      customerId: customer,
      date: day('2025-06-03'),
      amount: 100,
      method: 'check' as const,
      rate: null,
      reference: '',
      memo: '',
      depositAccountId: null,
      draftUid: null,
    }
    await expect(clerk.call('receipts.post', { ...receipt, applications: lines })).rejects.toMatchObject({
      path: 'applications',
      message,
    })
    const apply = { creditDocumentId: unapplied.id, date: null, lines }
    await expect(clerk.call('applications.apply', apply)).rejects.toMatchObject({ path: 'lines', message })
    const kept = () =>
      company.sql().all(`SELECT number, kind, total FROM document WHERE kind IN ('adjustment', 'receipt') ORDER BY id`)
    const before = { number: 'RCT-00001', kind: 'receipt', total: -100 }
    expect(kept(), 'what was refused left nothing').toEqual([before])
    await clerk.call('adjustments.post', adjustment(customer, reason, 10_000))
    await clerk.call('adjustments.post', adjustment(customer, reason, 1, { direction: 'increase' }))
    expect(kept()).toEqual([
      before,
      { number: 'ADJ-00001', kind: 'adjustment', total: -10_000 },
      { number: 'ADJ-00002', kind: 'adjustment', total: 1 },
    ])
    expect(company.sql().value(`SELECT DISTINCT user_id FROM command_log WHERE name = 'adjustments.post'`)).toBe(2)
  })

  test('is set by a supervisor only', async () => {
    const company = newCompany()
    const limits = await company.call('limits.list', {})
    expect(limits.map(({ role, act, most }) => [role, act, most])).toEqual([
      ['clerk', 'credit', 10_000],
      ['clerk', 'late_discount', 10_000],
      ['clerk', 'refund', 0],
      ['clerk', 'write_off', 10_000],
      ['supervisor', 'credit', null],
      ['supervisor', 'late_discount', null],
      ['supervisor', 'refund', null],
      ['supervisor', 'write_off', null],
    ])
    const change = { role: 'clerk', act: 'write_off', most: 5, version: 1 } as const
    await company.call('limits.set', change)
    await expect(company.call('limits.set', change)).rejects.toMatchObject({ code: 'stale_version' })
    await expect(asClerk(company).call('limits.set', { ...change, version: 2 })).rejects.toMatchObject({
      message: 'Only a supervisor or an owner may do this. Let one sign in with Change user.',
    })
  })
})
