import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { warned } from '../fixtures/warned.ts'

/** A clerk who works, a customer, and an invoice of 1,000.00 on which 800.00 is paid and 200.00 to be written off. */
const clerkAtWork = async (): Promise<{ company: TestCompany; customer: number; clerk: number; writeOff: object }> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const invoice = await postInvoice(company, customer, '2025-06-01', 100_000)
  const receipt = await postReceipt(company, customer, '2025-06-10', 80_000, [])
  const clerk = await takeOnClerk(company)
  await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
  const lines = [{ documentId: invoice.id, amount: 80_000, discount: 0, writeOff: 20_000, writeOffReason: 'scratched' }]
  return { company, customer, clerk, writeOff: { creditDocumentId: receipt.id, date: day('2025-06-10'), lines } }
}

const approval = (over: readonly string[], changes: object = {}) => ({ ...OWNER, over, ...changes })
const apply = (company: TestCompany, writeOff: object, commandUid = uuidV7()) =>
  company.dispatch('applications.apply', { ...writeOff, commandUid })
const refusedWith = (code: string, path?: string) => ({
  ok: false,
  error: { code, ...(path === undefined ? {} : { path }) },
})

describe('a write-off over the clerk’s limit', () => {
  test('is refused, posted once a supervisor approves, and the document says who', async () => {
    const { company, writeOff } = await clerkAtWork()
    expect(await apply(company, writeOff)).toMatchObject({
      ok: false,
      error: { code: 'over_limit', params: { act: 'write-offs', limit: '100.00 USD', amount: '200.00 USD' } },
    })
    expect(await apply(company, { ...writeOff, approval: approval(['over_limit']) })).toMatchObject({ ok: true })
    const { approvals } = await company.call('documents.get', { id: 1 })
    expect(approvals).toEqual([
      {
        commandSeq: expect.any(Number) as number,
        supervisor: 'Owner',
        act: 'write_off',
        currency: 'USD',
        most: 10_000,
        amount: 20_000,
      },
    ])
    const postings = await company.call('documents.postings', { id: 1 })
    expect(postings.map(({ command }) => [command.user, command.approvedBy])).toContainEqual(['Cleo', 'Owner'])
    expect(postings.map(({ command }) => [command.user, command.approvedBy])).toContainEqual(['Owner', ''])
  })

  test('is not approved by a clerk, with a wrong PIN, by nobody, or for something else', async () => {
    const { company, clerk, writeOff } = await clerkAtWork()
    const attempts: readonly (readonly [object, object])[] = [
      [approval(['over_limit'], { userId: clerk, pin: CLERK_PIN }), refusedWith('approval_wrong', 'approval.pin')],
      [approval(['over_limit'], { pin: '9999' }), refusedWith('approval_wrong', 'approval.pin')],
      [approval(['over_limit'], { pin: null }), refusedWith('approval_wrong', 'approval.pin')],
      [approval(['over_limit'], { userId: 99 }), refusedWith('approval_wrong')],
      [approval(['customer_on_hold']), refusedWith('over_limit')],
      [approval([]), refusedWith('invalid_input')],
      [approval(['period_locked']), refusedWith('invalid_input')],
    ]
    for (const [given, refused] of attempts) {
      expect(await apply(company, { ...writeOff, approval: given }), JSON.stringify(given)).toMatchObject(refused)
    }
    expect(company.sql().value('SELECT count(*) FROM approval')).toBe(0)
  })

  test('guessing a supervisor’s PIN has to wait as signing in does', async () => {
    const { company, writeOff } = await clerkAtWork()
    for (const pin of ['0000', '1111', '2222']) {
      await apply(company, { ...writeOff, approval: approval(['over_limit'], { pin }) })
    }
    expect(await apply(company, { ...writeOff, approval: approval(['over_limit']) })).toMatchObject(
      refusedWith('pin_wait'),
    )
  })

  test('cannot pass the supervisors’ own limit', async () => {
    const { company, writeOff } = await clerkAtWork()
    await company.call('session.signIn', OWNER)
    await company.call('limits.set', { role: 'supervisor', act: 'write_off', most: 15_000, version: 1 })
    expect(await apply(company, writeOff), 'for the supervisor').toMatchObject(refusedWith('over_every_limit'))
    expect(await apply(company, { ...writeOff, approval: approval(['over_limit']) })).toMatchObject({
      ok: false,
      error: { code: 'over_every_limit', params: { limit: '150.00 USD' } },
    })
  })

  test('sent again with the same uid and another approval answers what it answered', async () => {
    const { company, writeOff } = await clerkAtWork()
    const uid = uuidV7()
    const first = await apply(company, { ...writeOff, approval: approval(['over_limit']) }, uid)
    expect(first).toMatchObject({ ok: true })
    const others = [undefined, approval(['over_limit'], { pin: '9999' }), approval(['customer_on_hold'])]
    for (const other of others) {
      expect(await apply(company, { ...writeOff, ...(other ? { approval: other } : {}) }, uid)).toEqual(first)
    }
    expect(company.sql().value('SELECT count(*) FROM approval')).toBe(1)
  })

  test('leaves neither the approval nor the PIN in the log', async () => {
    const { company, writeOff } = await clerkAtWork()
    await apply(company, { ...writeOff, approval: approval(['over_limit']) })
    const logged = company
      .sql()
      .all<{ input: string; result: string }>(`SELECT input, result FROM command_log WHERE name = 'applications.apply'`)
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).not.toContain(OWNER.pin)
    expect(JSON.stringify(logged)).not.toContain('approval')
  })

  test('an approval nobody needed leaves no trace', async () => {
    const { company, customer } = await clerkAtWork()
    const posted = await company.dispatch('invoices.post', {
      ...(await smallInvoice(customer)),
      commandUid: uuidV7(),
      approval: approval(['customer_on_hold']),
    })
    expect(posted).toMatchObject({ ok: true })
    expect(company.sql().value('SELECT count(*) FROM approval')).toBe(0)
  })

  test('a command that nothing about could be approved takes no approval', async () => {
    const { company } = await clerkAtWork()
    const input = { commandUid: uuidV7(), code: 'X', name: 'X', type: 'income', approval: approval(['over_limit']) }
    expect(await company.dispatch('accounts.create', input)).toMatchObject(refusedWith('invalid_input'))
  })
})

const smallInvoice = async (customerId: number, cents = 100, draftUid: string | null = null) => ({
  customerId,
  documentDate: day('2025-06-01'),
  termsId: null,
  dueDate: null,
  rate: null,
  reference: '',
  memo: '',
  pricesIncludeTax: false,
  lines: [line(cents)],
  documentDiscount: null,
  draftUid,
})

const setPolicy = async (company: TestCompany, creditLimitPolicy: 'warn' | 'ask' | 'block'): Promise<void> => {
  const { settings, version, name, address, phone, email, taxNumber } = await company.call('company.profile', {})
  const letterhead = { name, address, phone, email, taxNumber }
  await company.call('company.update', { ...letterhead, version, settings: { ...settings, creditLimitPolicy } })
}

describe('a customer’s credit', () => {
  test('a customer on hold is billed once a supervisor approves, also by the one who works alone', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { onHold: true })
    const input = await smallInvoice(customer)
    await expect(company.call('invoices.post', input)).rejects.toMatchObject({ code: 'customer_on_hold' })
    const alone = { userId: 1, pin: null, over: ['customer_on_hold' as const] }
    const { id } = await company.call('invoices.post', { ...input, approval: alone })
    expect((await company.call('documents.get', { id })).approvals).toMatchObject([
      { supervisor: 'Owner', act: 'credit_hold', most: null, amount: null },
    ])
  })

  test('over the limit the policy warns, asks, or refuses', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 15_000 })
    const input = await smallInvoice(customer, 20_000)
    expect(warned(await company.call('invoices.post', input)).warnings).toEqual([
      'NORTH01 now owes 200.00, over the credit limit of 150.00.',
    ])
    await setPolicy(company, 'ask')
    await expect(company.call('invoices.post', input)).rejects.toMatchObject({
      code: 'credit_limit_ask',
      message:
        'NORTH01 would owe 400.00 (200.00 open, 200.00 on this), over the credit limit of 150.00. Post a smaller invoice, or ask a supervisor to approve it.',
    })
    const over = { userId: 1, pin: null, over: ['credit_limit_ask' as const] }
    const { id } = await company.call('invoices.post', { ...input, approval: over })
    expect((await company.call('documents.get', { id })).approvals).toMatchObject([
      { act: 'credit_limit', currency: 'USD', most: 15_000, amount: 40_000 },
    ])
    await setPolicy(company, 'block')
    await expect(company.call('invoices.post', { ...input, approval: over })).rejects.toMatchObject({
      code: 'credit_limit_exceeded',
    })
  })

  test('what is approved is what was read: a hold and a limit are approved one after the other', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 100, onHold: true })
    await setPolicy(company, 'ask')
    const input = await smallInvoice(customer, 20_000)
    const alone = { userId: 1, pin: null }
    const post = (...over: ('customer_on_hold' | 'credit_limit_ask')[]) =>
      company.call('invoices.post', { ...input, approval: { ...alone, over } })
    await expect(post('customer_on_hold')).rejects.toMatchObject({ code: 'credit_limit_ask' })
    const { id } = await post('customer_on_hold', 'credit_limit_ask')
    const { approvals } = await company.call('documents.get', { id })
    expect(approvals.map(({ act }) => act)).toEqual(['credit_hold', 'credit_limit'])
  })

  test('other drafts count, the one being posted and those that bill nothing do not', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 15_000 })
    const other = await addCustomer(company, 'SOUTH01')
    await setPolicy(company, 'block')
    const own = crypto.randomUUID()
    const draft = (uid: string, customerId: number, total: number | null, kind: 'invoice' | 'receipt' = 'invoice') =>
      company.call('drafts.save', { uid, kind, customerId, title: '', body: {}, total })
    await draft(own, customer, 9000)
    const next = crypto.randomUUID()
    await draft(next, customer, 1)
    await draft(next, customer, 8000)
    await draft(crypto.randomUUID(), customer, null, 'receipt')
    await draft(crypto.randomUUID(), other, 90_000)
    expect(await company.call('customers.get', { id: customer, asOf: day('2025-06-30') })).toMatchObject({
      exposure: { open: 0, drafts: 17_000 },
    })
    expect(
      await company.call('customers.get', { id: customer, asOf: day('2025-06-30'), exceptDraft: own }),
    ).toMatchObject({ exposure: { drafts: 8000 } })
    await expect(company.call('invoices.post', await smallInvoice(customer, 9000, own))).rejects.toMatchObject({
      code: 'credit_limit_exceeded',
      params: { exposure: '170.00', open: '0.00', drafts: '80.00', total: '90.00', limit: '150.00' },
      message:
        'NORTH01 would owe 170.00 (0.00 open, 80.00 in other drafts, 90.00 on this), over the credit limit of 150.00. Post a smaller invoice or raise the limit.',
    })
    await company.call('drafts.discard', { uid: next })
    await company.call('invoices.post', await smallInvoice(customer, 9000, own))
    expect(await company.call('customers.get', { id: customer, asOf: day('2025-06-30') })).toMatchObject({
      exposure: { drafts: 0 },
    })
  })

  test('a draft that comes to less than nothing makes no room for an invoice', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 15_000 })
    await setPolicy(company, 'block')
    const draft = { uid: crypto.randomUUID(), kind: 'invoice' as const, customerId: customer, title: '', body: {} }
    await company.call('drafts.save', { ...draft, total: -90_000 })
    await expect(company.call('invoices.post', await smallInvoice(customer, 20_000))).rejects.toMatchObject({
      code: 'credit_limit_exceeded',
      params: { exposure: '200.00' },
    })
  })

  test('a clerk neither raises a limit nor releases a hold without a supervisor', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'NORTH01', { creditLimit: 15_000, onHold: true })
    const clerk = await takeOnClerk(company)
    await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
    const { customer } = await company.call('customers.get', { id, asOf: day('2025-06-30') })
    const { uid: _, billingAddress, shippingAddress, contacts, ...kept } = customer
    const same = {
      ...kept,
      billingAddress: { ...billingAddress },
      shippingAddress: { ...shippingAddress },
      contacts: contacts.map((contact) => ({ ...contact })),
    }
    const raised = { ...same, creditLimit: 20_000 }
    const inDinars = { ...same, currency: 'KWD' }
    for (const change of [raised, { ...same, creditLimit: null }, { ...same, onHold: false }, inDinars]) {
      await expect(company.call('customers.update', change)).rejects.toMatchObject({ code: 'credit_loosened' })
    }
    await expect(company.call('customers.update', inDinars)).rejects.toMatchObject({
      path: 'currency',
      message:
        'In KWD the credit limit of NORTH01 is another one, which only a supervisor gives. Ask one to approve it, or enter a limit of 0.',
    })
    const tightened = { ...same, creditLimit: 10_000, phone: '555 0100' }
    const { version } = await company.call('customers.update', tightened)
    const approved = { ...raised, version, approval: { ...OWNER, over: ['credit_loosened' as const] } }
    await company.call('customers.update', approved)
    expect((await company.call('customers.get', { id, asOf: day('2025-06-30') })).customer.creditLimit).toBe(20_000)
    expect(company.sql().get('SELECT act, most, amount FROM approval')).toEqual({
      act: 'credit_terms',
      most: 10_000,
      amount: 20_000,
    })
  })

  test('a clerk gives a new customer no credit without a supervisor', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await company.call('session.signIn', { userId: clerk, pin: CLERK_PIN })
    for (const creditLimit of [null, 1]) {
      await expect(addCustomer(company, 'NORTH01', { creditLimit })).rejects.toMatchObject({
        code: 'credit_given',
        path: 'creditLimit',
      })
    }
    await addCustomer(company, 'EAST01', { creditLimit: 0 })
    const approved = { approval: { ...OWNER, over: ['credit_given' as const] } }
    await addCustomer(company, 'NORTH01', { creditLimit: 5000, ...approved })
    await addCustomer(company, 'SOUTH01', approved)
    expect(company.sql().all('SELECT user_id AS by, act, most, amount FROM approval ORDER BY id')).toEqual([
      { by: OWNER.userId, act: 'credit_terms', most: 0, amount: 5000 },
      { by: OWNER.userId, act: 'credit_terms', most: 0, amount: null },
    ])
  })
})
