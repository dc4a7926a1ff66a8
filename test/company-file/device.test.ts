import { copyFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { call, openForWriting, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { expectInvariants, profile, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'

const clock = (): Date => TEST_NOW

/** A company made on this computer, and the program's own data of two computers. */
const made = () => {
  const folder = temporaryFolder()
  const [here, there] = [join(folder, 'here.json'), join(folder, 'there.json')]
  const path = join(folder, 'Company.duebook')
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock, devices: here })
  return { folder, path, here, there }
}

const asCompany = (file: CompanyFile) =>
  ({ file, call: (name: never, input: never) => call(file, name, input) }) as never

/** Posts an invoice in a copy, opened by the program whose data is named; answers its number. */
const postIn = async (path: string, devices: string): Promise<string> => {
  const file = openForWriting(path, { clock, devices })
  const company = asCompany(file)
  const rows = await call(file, 'customers.search', { text: 'NORTH', limit: 1 })
  const customer = rows[0]?.id ?? (await addCustomer(company, 'NORTH01'))
  const { number } = await postInvoice(company, customer, '2025-06-10', 100)
  file.close()
  expectInvariants(path)
  return number
}

interface Log {
  readonly device: string
  readonly hlc: string
}

const lastOf = (path: string): Log => {
  const sql = new Connection(path, { readonly: true })
  const row = sql.get<Log>(
    `SELECT device.uid AS device, hlc FROM command_log JOIN device ON device.id = device_id ORDER BY seq DESC LIMIT 1`,
  )
  sql.close()
  if (!row) throw new Error('the log is empty')
  return row
}

const devicesIn = (path: string): number => {
  const sql = new Connection(path, { readonly: true })
  const count = sql.value<number>('SELECT count(*) FROM device') ?? 0
  sql.close()
  return count
}

test('the computer that made a company is its first device, however often it is opened', async () => {
  const { path, here } = made()
  expect(await postIn(path, here)).toBe('INV-00001')
  expect(await postIn(path, here)).toBe('INV-00002')
  expect(devicesIn(path)).toBe(1)
})

test('a copied file opened by another profile is another device, goes on with the numbers, and stamps as its own', async () => {
  const { folder, path, here, there } = made()
  await postIn(path, here)
  const copied = join(folder, 'Copied.duebook')
  copyFileSync(path, copied)
  expect(await postIn(path, here)).toBe('INV-00002')
  expect(await postIn(copied, there)).toBe('INV-00002')
  const [first, second] = [lastOf(path), lastOf(copied)]
  expect(second.device).not.toBe(first.device)
  expect(second.hlc.split('-').at(-1)).not.toBe(first.hlc.split('-').at(-1))
  expect(await postIn(copied, there)).toBe('INV-00003')
  expect(lastOf(copied).device).toBe(second.device)
  expect(lastOf(copied).hlc > second.hlc).toBe(true)
  expect(devicesIn(copied)).toBe(2)
})

test('a copy beside the company on the same computer is another device too; the company stays what it was', async () => {
  const { folder, path, here } = made()
  await postIn(path, here)
  const first = lastOf(path).device
  const copied = join(folder, 'Copied.duebook')
  copyFileSync(path, copied)
  await postIn(copied, here)
  expect(lastOf(copied).device).not.toBe(first)
  await postIn(path, here)
  expect(lastOf(path).device).toBe(first)
})

test('a company that was moved or renamed is the device it was', async () => {
  const { folder, path, here } = made()
  await postIn(path, here)
  const first = lastOf(path).device
  const moved = join(folder, 'Moved.duebook')
  renameSync(path, moved)
  await postIn(moved, here)
  expect(lastOf(moved).device).toBe(first)
})

test('a restored backup that lacks what was posted since is a new device; one that lacks nothing is not', async () => {
  const { folder, path, here } = made()
  await postIn(path, here)
  const first = lastOf(path).device
  const { file: backup } = await backUpCompany(path, join(folder, 'backups'), clock)
  restoreCompany(backup, path, clock)
  await postIn(path, here)
  expect(lastOf(path).device, 'nothing was lost').toBe(first)
  restoreCompany(backup, path, clock)
  expect(await postIn(path, here)).toBe('INV-00002')
  expect(lastOf(path).device).not.toBe(first)
  expect(devicesIn(path)).toBe(2)
})

test('looking at a copy leaves no device in it', async () => {
  const { folder, path, here, there } = made()
  await postIn(path, here)
  const copied = join(folder, 'Copied.duebook')
  copyFileSync(path, copied)
  openForWriting(copied, { clock, devices: there }).close()
  expect(devicesIn(copied)).toBe(1)
})

test('a book of devices that cannot be read makes new devices, and one that cannot be written stops nobody', async () => {
  const { folder, path, here } = made()
  writeFileSync(here, 'not ours')
  await postIn(path, here)
  expect(devicesIn(path)).toBe(2)
  expect(JSON.parse(readFileSync(here, 'utf8'))).toMatchObject({ copies: [{ deviceUid: lastOf(path).device }] })
  const nowhere = join(folder, 'no', 'such', 'folder.json')
  const lines: string[] = []
  const file = openForWriting(path, { clock, devices: nowhere, log: (line) => void lines.push(line) })
  await postInvoice(asCompany(file), 1, '2025-06-10', 100)
  file.close()
  expect(lines).toEqual(['the device of a copy is not noted: ENOENT', 'the device of a copy is not noted: ENOENT'])
})
