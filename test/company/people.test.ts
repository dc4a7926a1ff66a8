import { readFileSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { PinAttempts } from '../../src-main/kernel/sign-in/pin-attempts.ts'
import { CLERK_PIN, OWNER, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'

const signIn = (company: TestCompany, userId: number, pin: string | null) =>
  company.call('session.signIn', { userId, pin })

describe('who works', () => {
  test('one who works alone without a PIN is asked nothing', async () => {
    const company = newCompany()
    expect(await company.call('session.who', {})).toEqual({
      person: { id: 1, name: 'Owner', role: 'owner' },
      people: [{ id: 1, name: 'Owner', role: 'owner', hasPin: false }],
    })
  })

  test('with several people somebody signs in before anything else is answered', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    company.file.close()
    const again = openForWriting(company.path, { clock: () => TEST_NOW })
    expect(await again.dispatch('customers.search', { text: '' })).toMatchObject({
      ok: false,
      error: { code: 'sign_in_needed' },
    })
    expect(await again.dispatch('session.who', {})).toMatchObject({ ok: true, value: { person: null } })
    const input = { commandUid: uuidV7(), userId: clerk, pin: CLERK_PIN }
    expect(await again.dispatch('session.signIn', input)).toMatchObject({ ok: true, value: { name: 'Cleo' } })
    expect(await again.dispatch('customers.search', { text: '' })).toMatchObject({ ok: true })
    again.close()
  })

  test('one who works alone with a PIN is asked for it', async () => {
    const company = newCompany()
    await company.call('people.setPin', { id: 1, pin: OWNER.pin, currentPin: null })
    company.file.close()
    const again = openForWriting(company.path)
    expect(again.userId).toBeNull()
    again.close()
  })

  test('who signed in stands beside every later command', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await signIn(company, clerk, CLERK_PIN)
    const customer = await addCustomer(company, 'NORTH01', { creditLimit: 0 })
    const { id } = await postInvoice(company, customer, '2025-06-01', 100)
    const [posted] = await company.call('documents.postings', { id })
    expect(posted?.command).toMatchObject({ user: 'Cleo', approvedBy: '' })
    await signIn(company, OWNER.userId, OWNER.pin)
    const later = await postInvoice(company, customer, '2025-06-01', 100)
    const [second] = await company.call('documents.postings', { id: later.id })
    expect(second?.command.user).toBe('Owner')
  })

  test('signed out, nothing is posted and nothing shown', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'NORTH01')
    await company.call('session.signOut', {})
    await expect(postInvoice(company, customer, '2025-06-01', 100)).rejects.toMatchObject({ code: 'sign_in_needed' })
    await expect(company.call('people.list', {})).rejects.toMatchObject({ code: 'sign_in_needed' })
    await signIn(company, 1, null)
    await postInvoice(company, customer, '2025-06-01', 100)
  })

  test('a wrong PIN changes nothing about who works, and the fourth try has to wait', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    for (const pin of ['0000', '1111', null]) {
      await expect(signIn(company, clerk, pin)).rejects.toMatchObject({ code: 'pin_wrong', path: 'pin' })
    }
    await expect(signIn(company, clerk, CLERK_PIN), 'even with the right one').rejects.toMatchObject({
      code: 'pin_wait',
      message: 'Too many wrong PINs. Wait 5 seconds, then enter it again.',
    })
    expect(await company.call('session.who', {})).toMatchObject({ person: { name: 'Owner' } })
  })

  test('an archived person signs in no more', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await company.call('people.update', { id: clerk, version: 1, name: 'Cleo', role: 'clerk', active: false })
    await expect(signIn(company, clerk, CLERK_PIN)).rejects.toMatchObject({ code: 'person_not_found' })
  })
})

test('the wait after wrong PINs doubles up to a quarter of an hour, for that person alone, and ends with the right one', () => {
  let now = 0
  const attempts = new PinAttempts(() => now)
  const waits: number[] = []
  for (let failure = 0; failure < 14; failure += 1) {
    attempts.failed(1)
    const started = now
    for (;;) {
      try {
        attempts.assertMayTry(1)
        break
      } catch {
        now += 1000
      }
    }
    waits.push((now - started) / 1000)
  }
  expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900])
  attempts.failed(1)
  expect(() => attempts.assertMayTry(2)).not.toThrow()
  attempts.succeeded(1)
  expect(() => attempts.assertMayTry(1)).not.toThrow()
})

describe('people', () => {
  test('are listed by name with what they may do', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    expect(await company.call('people.list', {})).toEqual([
      { id: clerk, version: 1, name: 'Cleo', role: 'clerk', active: true, hasPin: true },
      { id: 1, version: 1, name: 'Owner', role: 'owner', active: true, hasPin: true },
    ])
  })

  test('each has a PIN as soon as there are two', async () => {
    const company = newCompany()
    const cleo = { name: 'Cleo', role: 'clerk', pin: CLERK_PIN } as const
    await expect(company.call('people.create', cleo)).rejects.toMatchObject({
      code: 'pin_missing',
      message: 'Owner has no PIN. Set one, so that nobody else works under that name.',
    })
    await takeOnClerk(company)
    const without = { id: 1, pin: null, currentPin: OWNER.pin }
    await expect(company.call('people.setPin', without)).rejects.toMatchObject({ code: 'pin_missing' })
  })

  test('have names that differ by more than their case', async () => {
    const company = newCompany()
    await takeOnClerk(company)
    const cleo = { name: 'cleo', role: 'clerk', pin: '1234' } as const
    await expect(company.call('people.create', cleo)).rejects.toMatchObject({ code: 'name_taken', path: 'name' })
  })

  test('always keep an owner among them', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    const owner = { id: 1, version: 1, name: 'Owner' } as const
    for (const change of [{ role: 'clerk', active: true } as const, { role: 'owner', active: false } as const]) {
      const refused = company.call('people.update', { ...owner, ...change })
      await expect(refused).rejects.toMatchObject({ code: 'last_owner' })
    }
    // One who left is none any more.
    const sam = await company.call('people.create', { name: 'Sam', role: 'owner', pin: '2222' })
    await company.call('people.update', { id: sam.id, version: 1, name: 'Sam', role: 'owner', active: false })
    const alone = company.call('people.update', { ...owner, role: 'clerk', active: true })
    await expect(alone).rejects.toMatchObject({ code: 'last_owner', path: 'role' })
    await company.call('people.update', { id: clerk, version: 1, name: 'Cleo', role: 'owner', active: true })
    await expect(
      company.call('people.update', { ...owner, role: 'owner', active: false }),
      'nobody archives the name they work under',
    ).rejects.toMatchObject({ code: 'own_archive' })
    await company.call('people.update', { ...owner, role: 'clerk', active: true })
    await expect(
      company.call('limits.set', { role: 'clerk', act: 'refund', most: 1, version: 1 }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
  })

  test('are taken on and changed by an owner only', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await signIn(company, clerk, CLERK_PIN)
    const bea = { name: 'Bea', role: 'owner', pin: '1234' } as const
    await expect(company.call('people.create', bea)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(
      company.call('people.update', { id: clerk, version: 1, name: 'Cleo', role: 'owner', active: true }),
    ).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(company.call('people.setPin', { id: 1, pin: '1234', currentPin: null })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  })

  test('a change made to an older version is refused', async () => {
    const company = newCompany()
    await company.call('people.update', { id: 1, version: 1, name: 'Olga', role: 'owner', active: true })
    await expect(
      company.call('people.update', { id: 1, version: 1, name: 'Otto', role: 'owner', active: true }),
    ).rejects.toMatchObject({ code: 'stale_version' })
  })
})

describe('a PIN', () => {
  test('is changed with the one before, or by an owner', async () => {
    const company = newCompany()
    const clerk = await takeOnClerk(company)
    await signIn(company, clerk, CLERK_PIN)
    const own = { id: clerk, pin: '5678' }
    await expect(company.call('people.setPin', { ...own, currentPin: '9999' })).rejects.toMatchObject({
      code: 'pin_wrong',
      path: 'currentPin',
    })
    await company.call('people.setPin', { ...own, currentPin: CLERK_PIN })
    await signIn(company, clerk, '5678')
    await signIn(company, OWNER.userId, OWNER.pin)
    await company.call('people.setPin', { id: clerk, pin: '246810', currentPin: null })
    await signIn(company, clerk, '246810')
  })

  test.each(['123', '1234567890123', '12 34', 'abcd', ''])('%j is refused, and not repeated', async (pin) => {
    const company = newCompany()
    const answer = await company.dispatch('people.setPin', { commandUid: uuidV7(), id: 1, pin, currentPin: null })
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_input', path: 'pin' } })
    if (pin !== '') expect(JSON.stringify(answer)).not.toContain(pin)
  })

  test('stands nowhere in the file: neither the log, nor its hash, nor a draft', async () => {
    const pins = ['90817263', '18273645'] as const
    const company = newCompany()
    await company.call('people.setPin', { id: 1, pin: pins[0], currentPin: null })
    const { id } = await company.call('people.create', { name: 'Cleo', role: 'clerk', pin: pins[1] })
    await signIn(company, id, pins[1])
    const seen = company.sql().all<{ input: string }>(`SELECT input FROM command_log WHERE name LIKE 'people.%'`)
    expect(seen.map(({ input }) => JSON.parse(input) as unknown)).toEqual([{ id: 1 }, { name: 'Cleo', role: 'clerk' }])
    expect(await company.call('company.check', {}), 'the chain holds').toMatchObject({ chain: { intact: true } })
    company.file.checkpoint()
    for (const file of [company.path, `${company.path}-wal`]) {
      const bytes = readFileSync(file)
      for (const pin of pins) expect(bytes.includes(pin), file).toBe(false)
    }
  })

  test('has a salt of its own: the same PIN twice is kept as two texts', async () => {
    const company = newCompany()
    await company.call('people.setPin', { id: 1, pin: '2468', currentPin: null })
    await company.call('people.create', { name: 'Cleo', role: 'clerk', pin: '2468' })
    const kept = company.sql().all<{ hash: string; cost: number }>('SELECT hash, cost FROM user_pin')
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(2)
    for (const { cost } of kept) expect(cost).toBeGreaterThanOrEqual(2 ** 15)
  })
})
