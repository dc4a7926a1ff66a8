import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { newestGoodBackup } from '../../src-main/company-file/backup/backup-newest.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { HEADERS } from '../import-export/import-fixture.ts'
import { programToKill } from '../fixtures/bundled-program.ts'
import { killed, momentOf, unharmed } from './killed.ts'

const KILLS = Number(process.env['EXCHANGE_KILLS'] ?? 8)
const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const random = seededRandom(SEED)
const clock = () => new Date()

let program = ''
beforeAll(async () => {
  program = await programToKill('test/crash/victim.ts')
}, 60_000)

const documentsIn = (path: string): number => {
  const connection = new Connection(path, { readonly: true })
  const count = connection.value<number>('SELECT count(*) FROM document') ?? 0
  connection.close()
  return count
}

const closedCompany = async (invoices: number) => {
  const company = newCompany()
  const customer = await addCustomer(company, 'N1')
  for (let number = 1; number <= invoices; number += 1) await postInvoice(company, customer, '2025-06-01', number)
  const { uid } = await company.call('company.profile', {})
  company.file.close()
  return { ...company, uid }
}

test(`${KILLS} kills during an import: all of it is there, or nothing`, { timeout: 300_000 }, async () => {
  const { path, folder } = await closedCompany(0)
  let rows = 0
  const writeList = (kill: number): string => {
    const list = join(folder, 'list.csv')
    const lines = Array.from({ length: 300 }, (_, index) => `C1,,,K${kill}-${index},2025-01-10,,1.00,,2025-02-01`)
    writeFileSync(list, [HEADERS, ...lines].join('\n'))
    return list
  }
  const whole_ms = await unharmed(program, 'import', path, writeList(-1))
  rows += 600
  let landed = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { done } = await killed(program, 'import', path, writeList(kill), momentOf(kill, KILLS, whole_ms, random))
    if (!done) landed += 1
    openForWriting(path).close()
    const now = documentsIn(path)
    expect(done ? [rows + 600] : [rows, rows + 600], `seed ${SEED}`).toContain(now)
    rows = now
    expectInvariants(path)
  }
  expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
})

test(`${KILLS} kills during a backup: what counts as a backup is good`, { timeout: 300_000 }, async () => {
  const { path, folder, uid } = await closedCompany(30)
  const target = join(folder, 'backups')
  const whole_ms = await unharmed(program, 'backup', path, target)
  let landed = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    rmSync(target, { recursive: true })
    const { done } = await killed(program, 'backup', path, target, momentOf(kill, KILLS, whole_ms, random))
    if (!done) landed += 1
    const backup = existsSync(target) ? newestGoodBackup(target, uid) : null
    expect(done ? [30] : ['none', 30], `seed ${SEED}`).toContain(backup ? documentsIn(backup.file) : 'none')
    openForWriting(path).close()
    expectInvariants(path)
    const made = await backUpCompany(path, target, clock)
    expect(newestGoodBackup(target, uid)?.file).toBe(made.file)
  }
  expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
})

test(`${KILLS} kills during a restore: the company is the old one or the new one`, { timeout: 300_000 }, async () => {
  const { path, folder } = await closedCompany(5)
  const { file: backup } = await backUpCompany(path, join(folder, 'backups'), clock)
  const asides = () => readdirSync(folder).filter((name) => /before-restore.*\.duebook$/.test(name))
  const whole_ms = await unharmed(program, 'restore', path, backup)
  let landed = 0
  for (let kill = 0; kill < KILLS; kill += 1) {
    const company = openForWriting(path)
    const before = documentsIn(path)
    // The old company has one invoice more than the time before, so that it is told from the new one.
    const line = { productId: null, description: 'Goods', quantity: 1_000_000, unitPrice: 1_000_000 }
    const answer = await company.dispatch('invoices.post', {
      commandUid: `01890000-0000-7000-8000-${String(kill).padStart(12, '0')}`,
      customerId: 1,
      documentDate: '2025-06-02',
      termsId: null,
      rate: null,
      dueDate: null,
      reference: '',
      memo: '',
      pricesIncludeTax: false,
      lines: [{ ...line, discountPercent: 0, taxCodeId: null, accountId: null }],
      draftUid: null,
    })
    expect(answer).toMatchObject({ ok: true })
    company.close()
    const { done } = await killed(program, 'restore', path, backup, momentOf(kill, KILLS, whole_ms, random))
    if (!done) landed += 1
    const now = documentsIn(path)
    expect(done ? [5] : [5, before + 1], `seed ${SEED}`).toContain(now)
    const kept = now === 5 ? asides().map((name) => documentsIn(join(folder, name))) : [now]
    expect(kept, 'the old company, in its place or beside the new one').toContain(before + 1)
    openForWriting(path).close()
    expectInvariants(path)
  }
  expect(landed, `kills that came in the middle of it, seed ${SEED}`).toBeGreaterThan(0)
})
