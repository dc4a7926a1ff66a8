import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { migrate } from '../../src-main/db/migrate.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { migrationFiles } from '../../src-main/db/sql-files.ts'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { LATER_ACCOUNTS, LATER_ROLES, makeOlderCompany } from '../fixtures/older-company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { expectInvariants, newCompany, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'

const FIRST_REASONS = ['WRITEOFF', 'BADDEBT', 'ALLOWANCE', 'SMALL']
const DEDUCTION_REASONS = ['DAMAGED', 'SHORTAGE', 'PRICING', 'FREIGHT', 'ADVERT']

/** A company as the first release made it: its two migrations, and the rows it began with. */
const companyOfFirstRelease = (): string => {
  const path = join(temporaryFolder(), 'Older.duebook')
  const older = openWritable(path, true)
  migrate(older, migrationFiles().slice(0, 2), TEST_NOW)
  older.run('ATTACH ? AS newer', [newCompany().path])
  older.run('BEGIN')
  for (const table of ['user', 'device', 'company', 'terms', 'command_log']) {
    const columns = older.value<string>('SELECT group_concat(name) FROM pragma_table_info(?, ?)', [table, 'main'])
    older.run(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`)
  }
  const series = 'id, uid, kind, device_id, prefix, width, first_number'
  older.run(`INSERT INTO main.number_series SELECT ${series} FROM newer.number_series WHERE kind <> 'parked_receipt'`)
  const account = 'id, uid, code, name, type, is_control, version'
  older.run(`INSERT INTO main.account SELECT ${account} FROM newer.account WHERE code NOT IN (${LATER_ACCOUNTS})`)
  const taxCode = 'id, uid, code, name, rate, account_id, version'
  older.run(`INSERT INTO main.tax_code SELECT ${taxCode} FROM newer.tax_code`)
  older.run(`INSERT INTO main.account_role SELECT * FROM newer.account_role WHERE role NOT IN (${LATER_ROLES})`)
  older.run(
    `UPDATE main.company SET settings = json_remove(settings, '$.tolerancePercent', '$.toleranceMost', '$.digitGrouping')`,
  )
  // The clerk has used one of the codes that come later.
  older.run(`INSERT INTO main.account (uid, code, name, type) VALUES ('x', '6200', 'Postage', 'expense')`)
  older.run('COMMIT')
  older.close()
  return path
}

test('a company of the first release gets the reasons, accounts, limits and settings that came later', async () => {
  const path = companyOfFirstRelease()
  const file = openForWriting(path, { clock: () => TEST_NOW })
  const reasons = await call(file, 'reasonCodes.list', {})
  expect(reasons.map(({ code }) => code)).toEqual([...FIRST_REASONS, ...DEDUCTION_REASONS])
  expect(new Set(reasons.slice(4).map(({ accountId }) => accountId))).toEqual(new Set([reasons[2]?.accountId]))
  const limits = await call(file, 'limits.list', {})
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
  const accounts = await call(file, 'accounts.list', {})
  expect(accounts.find(({ roles }) => roles.includes('bank_charge'))).toMatchObject({ code: '6201' })
  expect(accounts.find(({ roles }) => roles.includes('unidentified_receipts'))).toMatchObject({ code: '2300' })
  expect(accounts.find(({ roles }) => roles.includes('unrealised_exchange'))).toMatchObject({ code: '7910' })
  const { settings } = await call(file, 'company.profile', {})
  expect(settings).toMatchObject({ tolerancePercent: 1_000_000, toleranceMost: 100 })
  file.close()
  expectInvariants(path)
})

test('what came later is given once', () => {
  const path = companyOfFirstRelease()
  for (let opening = 0; opening < 2; opening += 1) openForWriting(path, { clock: () => TEST_NOW }).close()
  const connection = new Connection(path, { readonly: true })
  expect(connection.value<number>('SELECT count(*) FROM reason_code')).toBe(9)
  connection.close()
})

test('a company that has some of what came later gets the rest', async () => {
  const path = newCompany().path
  const copy = join(temporaryFolder(), 'Between.duebook')
  copyFileSync(path, copy)
  const between = new Connection(copy)
  between.run(`DELETE FROM account_role WHERE role = 'unrealised_exchange'`)
  between.close()
  const file = openForWriting(copy, { clock: () => TEST_NOW })
  const accounts = await call(file, 'accounts.list', {})
  expect(accounts.filter(({ roles }) => roles.includes('unrealised_exchange'))).toMatchObject([{ code: '7911' }])
  expect(await call(file, 'reasonCodes.list', {})).toHaveLength(9)
  file.close()
  expectInvariants(copy)
})

test('parked receipts go on in the series of their device, and documents keep theirs', async () => {
  const company = newCompany()
  const park = {
    date: day('2025-06-10'),
    amount: 100,
    currency: 'USD',
    method: 'transfer',
    rate: null,
    payer: 'N Gate',
    reference: '',
    memo: '',
    depositAccountId: null,
    draftUid: null,
  } as const
  await company.call('parkedReceipts.post', park)
  const { number } = await postInvoice(company, await addCustomer(company, 'ACME'), '2025-06-10', 100)
  company.file.close()
  const path = join(temporaryFolder(), 'Older.duebook')
  makeOlderCompany(company.path, path, 14)

  const file = openForWriting(path, { clock: () => TEST_NOW })
  expect(await call(file, 'parkedReceipts.post', park)).toMatchObject({ number: 'UNR-00002' })
  const { rows } = await call(file, 'parkedReceipts.list', { asOf: day('2025-06-10') })
  expect(rows.map((row) => row.number)).toEqual(['UNR-00001', 'UNR-00002'])
  file.close()
  expectInvariants(path)
  const connection = new Connection(path)
  const series = `SELECT s.prefix, d.number FROM number_series AS s JOIN document AS d ON d.series_id = s.id`
  expect(connection.all(series)).toEqual([{ prefix: 'INV-', number }])
  expect(() => connection.run(`UPDATE number_series SET prefix = 'X-' WHERE kind = 'parked_receipt'`)).toThrow(
    'a series in use is not changed',
  )
  expect(() => connection.run('DELETE FROM number_series')).toThrow('a series is kept')
  connection.close()
})

test('a batch closed before learns which command closed it, so that what was void since is told from what was before', async () => {
  const company = newCompany()
  const customer = await addCustomer(company, 'NORTH01')
  const counted = {
    name: 'Post',
    date: day('2025-06-10'),
    currency: 'USD',
    method: 'check',
    depositAccountId: null,
  } as const
  const { id } = await company.call('receiptBatches.open', { ...counted, controlCount: 1, controlTotal: 500 })
  const wrong = await postReceipt(company, customer, '2025-06-10', 900, [], { batchId: id })
  await company.call('documents.void', { id: wrong.id, date: day('2025-06-10'), reason: 'wrong' })
  const receipt = await postReceipt(company, customer, '2025-06-10', 500, [], { batchId: id })
  const closed = await company.call('receiptBatches.close', { id, version: 1 })
  const opened = await company.call('receiptBatches.reopen', { id, ...closed, reason: 'looked at again' })
  await company.call('receiptBatches.close', { id, ...opened })
  await company.call('documents.void', { id: receipt.id, date: day('2025-06-11'), reason: 'not ours' })
  const path = join(temporaryFolder(), 'Older.duebook')
  makeOlderCompany(company.path, path, 15)
  const file = openForWriting(path, { clock: () => TEST_NOW })
  const batch = await call(file, 'receiptBatches.get', { id })
  expect(batch).toMatchObject({ count: 1, total: 500, undoneCount: 1, undoneTotal: 500 })
  expect(batch.receipts.map(({ number }) => number)).toEqual([receipt.number])
  file.close()
  expectInvariants(path)
})
