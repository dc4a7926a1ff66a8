import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { backUpCompany, copyBackup } from '../../src-main/company-file/backup/backup.ts'
import { newestGoodBackup } from '../../src-main/company-file/backup/backup-newest.ts'
import { expectInvariants, newCompany, TEST_NOW, temporaryFolder } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { makeReadOnly, smallDisk } from '../fixtures/small-disk.ts'

const clock = () => TEST_NOW
const later = (days: number) => () => new Date(TEST_NOW.getTime() + days * 86_400_000)
const NAME = 'Test.backup-20250630T120000Z.duebook'

const uidOf = async (company: ReturnType<typeof newCompany>) => (await company.call('company.profile', {})).uid

const numbersIn = (path: string): readonly string[] => {
  const copy = new Connection(path, { readonly: true })
  const numbers = copy.rows<[string]>('SELECT number FROM document ORDER BY id').flat()
  copy.close()
  return numbers
}

describe('a backup', () => {
  test('of a company at work holds what was posted, also what only its log holds', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'N1')
    await postInvoice(company, customer, '2025-06-01', 100)
    const { file, bytes, notRemoved } = await backUpCompany(company.path, join(company.folder, 'backups'), clock)
    expect(basename(file)).toBe(NAME)
    expect(bytes).toBe(readFileSync(file).length)
    expect(notRemoved).toEqual([])
    expect(numbersIn(file)).toEqual(['INV-00001'])
    expectInvariants(file)
  })

  test('has a manifest beside it: hash, size, schema and the head of the command chain', async () => {
    const company = newCompany()
    await addCustomer(company, 'N1')
    const { file, bytes } = await backUpCompany(company.path, company.folder, clock)
    const head = company
      .sql()
      .get<{ seq: number; hash: string }>('SELECT seq, hash FROM command_log ORDER BY seq DESC LIMIT 1')
    expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toEqual({
      format: 1,
      companyUid: await uidOf(company),
      file: NAME,
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
      bytes,
      schemaVersion: company.sql().value('SELECT max(number) FROM schema_migration'),
      commandSeq: head?.seq,
      commandHash: head?.hash,
      madeAt: '2025-06-30T12:00:00.000Z',
      holds: {
        companyName: 'Harbor Paper & Packaging',
        currency: 'USD',
        lastCommandAt: '2025-06-30T12:00:00.000Z',
        documents: 0,
        receivable: 0,
      },
    })
  })

  test('is one file, readable where nothing may be written', async () => {
    const company = newCompany()
    const folder = join(company.folder, 'backups')
    const { file } = await backUpCompany(company.path, folder, clock)
    expect(numbersIn(file)).toEqual([])
    expect(readdirSync(folder)).toEqual([NAME, `${NAME}.json`])
  })

  test('while invoices are being posted is of one moment', async () => {
    const company = newCompany()
    const customer = await addCustomer(company, 'N1')
    const backup = backUpCompany(company.path, join(company.folder, 'backups'), clock)
    for (let number = 1; number <= 20; number += 1) await postInvoice(company, customer, '2025-06-01', number)
    const { file } = await backup
    expectInvariants(file)
    expect(numbersIn(file).length).toBeLessThanOrEqual(20)
  })

  test('made twice in a second has a name of its own', async () => {
    const company = newCompany()
    const first = await backUpCompany(company.path, company.folder, clock)
    const second = await backUpCompany(company.path, company.folder, clock)
    expect(basename(second.file)).toBe('Test.backup-20250630T120000Z-2.duebook')
    expect(existsSync(first.file)).toBe(true)
  })
})

describe('old backups', () => {
  test('go when they are no longer needed, and only those of this company', async () => {
    const company = newCompany()
    const other = newCompany()
    const folder = join(company.folder, 'backups')
    const foreign = await backUpCompany(other.path, folder, later(-400))
    writeFileSync(join(folder, 'Letter.duebook.json'), '{"by": "somebody else"}')
    const made: string[] = []
    for (const age of [3, 2.9, 2.8, 1]) made.push((await backUpCompany(company.path, folder, later(-age))).file)
    await backUpCompany(company.path, folder, clock)
    expect(made.map((file) => existsSync(file))).toEqual([false, false, true, true])
    expect(made.map((file) => existsSync(`${file}.json`))).toEqual([false, false, true, true])
    expect(existsSync(foreign.file)).toBe(true)
    expect(existsSync(join(folder, 'Letter.duebook.json'))).toBe(true)
  })

  test('that a power cut left unfinished go the day after', async () => {
    const company = newCompany()
    const folder = company.folder
    const [old, fresh] = ['20250601T000000Z', '20250630T115959Z'].map((stamp) =>
      join(folder, `Test.backup-${stamp}.duebook.part`),
    ) as [string, string]
    writeFileSync(old, 'half')
    writeFileSync(fresh, 'half')
    utimesSync(old, TEST_NOW, new Date('2025-06-01T00:00:00Z'))
    utimesSync(fresh, TEST_NOW, TEST_NOW)
    await backUpCompany(company.path, folder, clock)
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true])
  })
})

describe('the newest good backup', () => {
  test('is the last one whose bytes are those that were checked', async () => {
    const company = newCompany()
    const folder = join(company.folder, 'backups')
    const uid = await uidOf(company)
    expect(newestGoodBackup(folder, uid)).toBeNull()
    const first = await backUpCompany(company.path, folder, later(-2))
    const second = await backUpCompany(company.path, folder, later(-1))
    expect(newestGoodBackup(folder, uid)?.file).toBe(second.file)
    const bytes = readFileSync(second.file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(second.file, bytes)
    expect(newestGoodBackup(folder, uid)).toMatchObject({ file: first.file, manifest: { commandSeq: 1 } })
    rmSync(first.file)
    expect(newestGoodBackup(folder, uid)).toBeNull()
  })

  test('is never one of another company, nor one without its manifest', async () => {
    const company = newCompany()
    const { file } = await backUpCompany(company.path, company.folder, clock)
    expect(newestGoodBackup(company.folder, 'another')).toBeNull()
    rmSync(`${file}.json`)
    expect(newestGoodBackup(company.folder, await uidOf(company))).toBeNull()
  })
})

describe('when there can be no backup', () => {
  const left = (folder: string) => readdirSync(folder).filter((name) => name.includes('backup'))

  test('the company is not there', async () => {
    const folder = temporaryFolder()
    await expect(backUpCompany(join(folder, 'None.duebook'), folder, clock)).rejects.toMatchObject({
      code: 'file_not_found',
    })
    expect(left(folder)).toEqual([])
  })

  test('the company is damaged: no copy passes for a good one', async () => {
    const company = newCompany()
    const { file } = await backUpCompany(company.path, join(company.folder, 'backups'), clock)
    const folder = temporaryFolder()
    const damaged = join(folder, 'Damaged.duebook')
    copyFileSync(file, damaged)
    const bytes = readFileSync(damaged)
    bytes.fill(0x5a, 4096 * 3, 4096 * 6)
    writeFileSync(damaged, bytes)
    await expect(backUpCompany(damaged, folder, clock)).rejects.toMatchObject({ code: 'file_corrupt' })
    expect(left(folder)).toEqual([])
  })

  test('the books break a rule: no copy passes for a good one', async () => {
    const company = newCompany()
    await addCustomer(company, 'N1')
    const { file } = await backUpCompany(company.path, join(company.folder, 'backups'), clock)
    const folder = temporaryFolder()
    const broken = join(folder, 'Broken.duebook')
    copyFileSync(file, broken)
    const db = new Connection(broken)
    db.driver.exec('DROP TRIGGER command_log_no_update')
    db.run('UPDATE command_log SET prev_hash = ? WHERE seq = 2', ['0'.repeat(64)])
    db.close()
    await expect(backUpCompany(broken, folder, clock)).rejects.toMatchObject({ code: 'file_corrupt' })
    expect(left(folder)).toEqual([])
  })

  test('it is no company at all', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'Letter.duebook')
    writeFileSync(path, 'Dear Sir or Madam')
    await expect(backUpCompany(path, folder, clock)).rejects.toMatchObject({ code: 'file_not_company' })
  })

  test('the disk is full', async ({ skip }) => {
    const company = newCompany()
    const disk = smallDisk(128)
    if (disk === null) return skip('a small disk cannot be mounted here')
    await expect(backUpCompany(company.path, disk, clock)).rejects.toMatchObject({ code: 'disk_full' })
    expect(readdirSync(disk)).toEqual([])
  })

  test('the folder is read-only', async ({ skip }) => {
    const company = newCompany()
    const disk = smallDisk(4096)
    if (disk === null) return skip('a small disk cannot be mounted here')
    makeReadOnly(disk)
    await expect(backUpCompany(company.path, disk, clock)).rejects.toMatchObject({ code: 'file_read_only' })
  })
})

describe('a backup on its way', () => {
  test('tells how far it is, and leaves nothing when it is cancelled', async () => {
    const company = newCompany()
    await addCustomer(company, 'N1')
    const seen: number[] = []
    const control = { progress: (done: number) => void seen.push(done), isCancelled: () => false }
    const { file } = await backUpCompany(company.path, join(company.folder, 'backups'), clock, control)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(seen.at(-1)).toBe(100)
    for (const after of [0, 1, 3]) {
      const folder = temporaryFolder()
      let asked = 0
      const cancelled = { progress: () => {}, isCancelled: () => (asked += 1) > after }
      await expect(backUpCompany(company.path, folder, clock, cancelled)).rejects.toMatchObject({ code: 'cancelled' })
      await expect(copyBackup(file, folder, clock, { ...cancelled, isCancelled: () => true })).rejects.toMatchObject({
        code: 'cancelled',
      })
      expect(readdirSync(folder)).toEqual([])
    }
  })

  test('to a second place is the first one byte for byte; one that was changed on the way does not get there', async () => {
    const company = newCompany()
    const { file } = await backUpCompany(company.path, join(company.folder, 'backups'), clock)
    const second = await copyBackup(file, join(company.folder, 'second'), clock)
    expect(readFileSync(second.file)).toEqual(readFileSync(file))
    expect(newestGoodBackup(join(company.folder, 'second'), await uidOf(company))?.file).toBe(second.file)
    const bytes = readFileSync(file)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const third = join(company.folder, 'third')
    await expect(copyBackup(file, third, clock)).rejects.toMatchObject({ code: 'file_corrupt' })
    expect(readdirSync(third)).toEqual([])
  })

  test('leaves nothing beside a company that nobody has open', async () => {
    const company = newCompany()
    company.file.close()
    const before = readdirSync(company.folder)
    await backUpCompany(company.path, temporaryFolder(), clock)
    expect(readdirSync(company.folder)).toEqual(before)
  })
})
