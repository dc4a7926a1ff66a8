import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { expectInvariants, newCompany, TEST_NOW, temporaryFolder, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice } from '../fixtures/entries.ts'
import { smallDisk } from '../fixtures/small-disk.ts'

const clock = () => TEST_NOW
const ASIDE = 'Test.before-restore-20250630T120000Z.duebook'

const numbersIn = (path: string): readonly string[] => {
  const copy = new Connection(path)
  const numbers = copy.rows<[string]>('SELECT number FROM document ORDER BY id').flat()
  copy.close()
  return numbers
}

/** One invoice, a backup, then a second invoice that only the write-ahead log holds. */
const backedUp = async (): Promise<{ readonly company: TestCompany; readonly backup: string }> => {
  const company = newCompany()
  const customer = await addCustomer(company, 'N1')
  await postInvoice(company, customer, '2025-06-01', 100)
  const { file: backup } = await backUpCompany(company.path, join(company.folder, 'backups'), clock)
  await postInvoice(company, customer, '2025-06-02', 200)
  return { company, backup }
}

/** Bytes of a file without what changing its mark changes: the mark, and the counts of changes beside it in the header. */
const withoutMark = (path: string): Buffer => {
  const bytes = readFileSync(path)
  bytes.fill(0, 24, 28)
  bytes.fill(0, 60, 64)
  bytes.fill(0, 92, 96)
  return bytes
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'accepted'
}

/** The company as a crash leaves it: its file and its log, and nobody who has it open. */
const crashed = (company: TestCompany): string => {
  const path = join(temporaryFolder(), 'Test.duebook')
  for (const suffix of ['', '-wal']) copyFileSync(company.path + suffix, path + suffix)
  return path
}

test('a restored company is the backup, opens and works', async () => {
  const { company, backup } = await backedUp()
  const path = crashed(company)
  expect(restoreCompany(backup, path, clock)).toEqual({ file: path, previous: path.replace('Test.duebook', ASIDE) })
  expect(withoutMark(path)).toEqual(withoutMark(backup))
  const opened = openForWriting(path)
  const answer = await opened.dispatch('customers.search', { text: 'N1' })
  opened.close()
  expect(answer).toMatchObject({ ok: true, value: [{ code: 'N1', balance: 100 }] })
  expectInvariants(path)
})

test('what was there is kept under another name, with what its log held', async () => {
  const { company, backup } = await backedUp()
  const path = crashed(company)
  expect(statSync(`${path}-wal`).size).toBeGreaterThan(0)
  const { previous } = restoreCompany(backup, path, clock)
  expect(numbersIn(previous ?? '')).toEqual(['INV-00001', 'INV-00002'])
})

test('no log of the old company is left beside the new one: it would damage it', async () => {
  const { company, backup } = await backedUp()
  const path = crashed(company)
  restoreCompany(backup, path, clock)
  expect(readdirSync(dirname(path)).toSorted()).toEqual([
    ASIDE,
    'Test.duebook',
    'Test.duebook-closed',
    'Test.duebook-lock',
  ])
  expect(numbersIn(path)).toEqual(['INV-00001'])
})

test('a company damaged beyond opening is kept too, log and all', async () => {
  const { company, backup } = await backedUp()
  const path = crashed(company)
  const damaged = Buffer.alloc(8192, 0x5a)
  const log = readFileSync(`${path}-wal`)
  writeFileSync(path, damaged)
  const { previous } = restoreCompany(backup, path, clock)
  expect(readFileSync(previous ?? '')).toEqual(damaged)
  expect(readFileSync(`${previous}-wal`)).toEqual(log)
  expect(numbersIn(path)).toEqual(['INV-00001'])
})

test('twice in a second, and both former companies are kept', async () => {
  const { company, backup } = await backedUp()
  const path = crashed(company)
  restoreCompany(backup, path, clock)
  expect(restoreCompany(backup, path, clock).previous).toBe(path.replace('Test.duebook', ASIDE.replace('Z.', 'Z-2.')))
})

test('where there is no company yet, the backup becomes one', async () => {
  const { backup } = await backedUp()
  const path = join(temporaryFolder(), 'New.duebook')
  expect(restoreCompany(backup, path, clock)).toEqual({ file: path, previous: null })
  expect(numbersIn(path)).toEqual(['INV-00001'])
})

describe('a restore that is refused changes nothing', () => {
  const attempt = async (spoil: (backup: string) => void, pathOf: (company: TestCompany) => string = crashed) => {
    const { company, backup } = await backedUp()
    const path = pathOf(company)
    spoil(backup)
    const before = readFileSync(path)
    const code = codeOf(() => restoreCompany(backup, path, clock))
    return {
      code,
      changed: !readFileSync(path).equals(before),
      left: readdirSync(dirname(path)).filter((name) => name === ASIDE || name.endsWith('.part')),
      numbers: numbersIn(path),
    }
  }

  const untouched = (code: string) => ({ code, changed: false, left: [], numbers: ['INV-00001', 'INV-00002'] })

  test('the backup is not what was backed up', async () => {
    const flipOneBit = (backup: string) => {
      const bytes = readFileSync(backup)
      bytes[100] = (bytes[100] ?? 0) ^ 1
      writeFileSync(backup, bytes)
    }
    expect(await attempt(flipOneBit)).toEqual(untouched('file_corrupt'))
  })

  test('the backup is a file of another kind', async () => {
    const replace = (backup: string) => {
      writeFileSync(backup, 'Dear Sir or Madam')
      writeFileSync(`${backup}.json`, '{}')
    }
    expect(await attempt(replace)).toEqual(untouched('file_not_company'))
  })

  test('the company is open', async () => {
    expect(
      await attempt(
        () => {},
        ({ path }) => path,
      ),
    ).toEqual(untouched('file_in_use'))
  })

  test('the backup is gone', async () => {
    const { company } = await backedUp()
    const path = crashed(company)
    expect(() => restoreCompany(`${path}.none`, path, clock)).toThrow(
      expect.objectContaining({ code: 'file_not_found' }),
    )
    expect(numbersIn(path)).toEqual(['INV-00001', 'INV-00002'])
  })

  test('the disk is full', async ({ skip }) => {
    const { company, backup } = await backedUp()
    const disk = smallDisk(Math.ceil((statSync(company.path).size * 1.5 + statSync(`${company.path}-wal`).size) / 1024))
    if (disk === null) return skip('a small disk cannot be mounted here')
    const path = join(disk, 'Test.duebook')
    for (const suffix of ['', '-wal']) copyFileSync(company.path + suffix, path + suffix)
    expect(() => restoreCompany(backup, path, clock)).toThrow(expect.objectContaining({ code: 'disk_full' }))
    expect(existsSync(`${path}.part`)).toBe(false)
    expect(numbersIn(path)).toEqual(['INV-00001', 'INV-00002'])
  })
})
