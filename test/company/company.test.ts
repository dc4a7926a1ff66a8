import { describe, expect, test } from 'vitest'
import { LOCK_AFTER } from '../../src-shared/company/rules/preferences.ts'
import { sqliteRefusal } from '../../src-main/db/errors.ts'
import { orm } from '../../src-main/db/orm.ts'
import { device } from '../../src-main/db/schema.ts'
import { asClerk, CLERK_PIN, takeOnClerk } from '../fixtures/clerk.ts'
import { newCompany, profile, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'

const current = (company: TestCompany) => company.call('company.profile', {})

describe('the company', () => {
  test('counts its customers and documents', async () => {
    const company = newCompany()
    expect(await current(company)).toMatchObject({
      ...profile,
      baseCurrency: 'USD',
      closingDate: null,
      customers: 0,
      documents: 0,
    })
    const id = await addCustomer(company, 'C1')
    await addCustomer(company, 'C2')
    const invoice = await postInvoice(company, id, '2025-06-01', 1_000)
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-02'), reason: 'wrong price' })
    expect(await current(company)).toMatchObject({ customers: 2, documents: 2 })
  })

  test('changes its letterhead and settings; an older version is refused, naming what differs', async () => {
    const company = newCompany()
    const { settings, version } = await current(company)
    const unchanged = { ...settings, agingEdges: [...settings.agingEdges] }
    const entered = { ...profile, phone: '555 0100', settings: { ...settings, agingEdges: [15, 45] }, version }
    expect(await company.call('company.update', entered)).toEqual({ version: 2 })
    expect(await current(company)).toMatchObject({ phone: '555 0100', settings: { agingEdges: [15, 45] }, version: 2 })
    await expect(company.call('company.update', { ...entered, settings: unchanged, phone: '' })).rejects.toMatchObject({
      code: 'stale_version',
      params: {
        what: 'The company',
        changes: 'phone is now 555 0100, here empty; aging edges is now 15, 45, here 30, 60, 90',
      },
    })
  })

  test('has aging edges that rise', async () => {
    const company = newCompany()
    const { settings, version } = await current(company)
    for (const agingEdges of [
      [30, 30],
      [60, 30],
    ]) {
      await expect(
        company.call('company.update', { ...profile, settings: { ...settings, agingEdges }, version }),
      ).rejects.toMatchObject({
        code: 'invalid_input',
        path: 'settings.agingEdges',
      })
    }
  })
})

describe('the closing date', () => {
  test('locks everything up to it, and a supervisor may take it back with a reason', async () => {
    const company = newCompany()
    const id = await addCustomer(company, 'C1')
    const { version } = await current(company)
    const closed = await company.call('company.setClosingDate', {
      closingDate: day('2025-05-31'),
      reason: 'May is closed',
      version,
    })
    await expect(postInvoice(company, id, '2025-05-31', 1_000)).rejects.toMatchObject({ code: 'period_locked' })
    await postInvoice(company, id, '2025-06-01', 1_000)
    await company.call('company.setClosingDate', {
      closingDate: null,
      reason: 'A late invoice',
      version: closed.version,
    })
    await postInvoice(company, id, '2025-05-31', 1_000)
    expect((await current(company)).closingDate).toBeNull()
    const reasons = company
      .sql()
      .all<{ input: string }>(`SELECT input FROM command_log WHERE name = 'company.setClosingDate' ORDER BY seq`)
    expect(reasons.map(({ input }) => (JSON.parse(input) as { reason: string }).reason)).toEqual([
      'May is closed',
      'A late invoice',
    ])
  })

  test('needs a reason, and the version the supervisor saw', async () => {
    const company = newCompany()
    const closingDate = day('2025-05-31')
    await expect(
      company.call('company.setClosingDate', { closingDate, reason: ' ', version: 1 }),
    ).rejects.toMatchObject({
      code: 'invalid_input',
      path: 'reason',
    })
    await expect(
      company.call('company.setClosingDate', { closingDate, reason: 'May', version: 2 }),
    ).rejects.toMatchObject({
      code: 'stale_version',
      params: { changes: 'closing date is now empty, here 31 May 2025' },
    })
  })

  test('is a supervisor’s act', async () => {
    const company = newCompany()
    const clerk = asClerk(company)
    const input = { closingDate: day('2025-05-31'), reason: 'May', version: 1 }
    await expect(clerk.call('company.setClosingDate', input)).rejects.toMatchObject({
      code: 'not_allowed',
      params: { role: 'supervisor' },
    })
  })
})

describe('preferences', () => {
  test('keep any value under a key, and are null until set', async () => {
    const company = newCompany()
    const commands = () => company.sql().value<number>('SELECT count(*) FROM command_log')
    const before = commands()
    expect(await company.call('preferences.get', { key: 'columns' })).toBeNull()
    for (const value of [{ widths: [10, 20] }, null, 'text', [1, 2]]) {
      await company.call('preferences.set', { key: 'columns', value })
      expect(await company.call('preferences.get', { key: 'columns' })).toEqual(value)
    }
    expect(commands()).toBe(before)
  })

  test('how soon the window locks is a supervisor’s to say; how lists look is anybody’s', async () => {
    const company = newCompany()
    await company.call('preferences.set', { key: LOCK_AFTER, value: 5 })
    const userId = await takeOnClerk(company)
    await company.call('session.signIn', { userId, pin: CLERK_PIN })
    await expect(company.call('preferences.set', { key: LOCK_AFTER, value: 0 })).rejects.toMatchObject({
      code: 'not_allowed',
      params: { role: 'supervisor' },
    })
    expect(await company.call('preferences.get', { key: LOCK_AFTER })).toBe(5)
    await company.call('preferences.set', { key: 'columns', value: [1] })
  })
})

test('a full disk is named as one, also from under a typed query, which wraps what the driver throws', () => {
  const company = newCompany()
  const connection = company.sql()
  connection.driver.pragma(`max_page_count = ${String(connection.driver.pragma('page_count', { simple: true }))}`)
  const name = 'A long name of a machine '.repeat(400)
  const fill = (): void => {
    connection.run('BEGIN')
    for (let index = 0; index < 1_000; index += 1)
      orm(connection)
        .insert(device)
        .values({ uid: `${index}`, name })
        .run()
  }
  let thrown: unknown
  try {
    fill()
  } catch (error) {
    thrown = error
  }
  if (connection.driver.inTransaction) connection.run('ROLLBACK')
  expect(sqliteRefusal(thrown, company.path)).toMatchObject({ code: 'disk_full' })
})
