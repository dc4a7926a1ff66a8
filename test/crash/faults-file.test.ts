import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { unlock } from '../../src-main/company-file/encryption/unlock.ts'
import type { BookCheck } from '../../src-shared/company/contract/company.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { bytesOf, closedCompany, expectRefused, refusalOf } from './closed-company.ts'

const SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
const PAGE = 4096

const overwrite = (path: string, offset: number, bytes: Uint8Array): void => {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, offset)
  closeSync(file)
}

/** Runs SQL on a company as no Duebook would. */
const tamper = (path: string, ...statements: readonly string[]): void => {
  const connection = new Connection(path)
  for (const sql of statements) connection.driver.exec(sql)
  connection.close()
}

/** Numbers, from 0, of the pages that hold nothing of the books: the trunks of the list of free pages, and what they name. */
const freePages = (path: string): ReadonlySet<number> => {
  const bytes = readFileSync(path)
  const free = new Set<number>()
  for (let trunk = bytes.readUInt32BE(32); trunk !== 0; trunk = bytes.readUInt32BE((trunk - 1) * PAGE)) {
    const at = (trunk - 1) * PAGE
    const leaves = bytes.readUInt32BE(at + 4)
    free.add(trunk - 1)
    for (let leaf = 0; leaf < leaves; leaf += 1) free.add(bytes.readUInt32BE(at + 8 + 4 * leaf) - 1)
  }
  return free
}

/** Both ways to open refuse it so, and neither changes a byte. */
const expectNeitherOpens = (path: string, ...refusal: [code: 'file_corrupt' | 'file_not_company', remedy: RegExp]) => {
  const before = bytesOf(path)
  expectRefused(() => openForWriting(path), ...refusal)
  expectRefused(() => openForReading(path), ...refusal)
  expect(bytesOf(path)).toBe(before)
}

const noise = (length: number): Buffer => Buffer.from(Array.from({ length }, () => Math.floor(Math.random() * 256)))

describe('a file that is not a company is refused as such', () => {
  const contents: Readonly<Record<string, () => Uint8Array>> = {
    'an empty file': () => new Uint8Array(),
    'one byte': () => new Uint8Array(1),
    'a letter': () => Buffer.from('Dear Sir or Madam,\n'.repeat(500)),
    'noise that is no whole pages': () => noise(3 * PAGE - 1),
  }
  for (const [name, bytes] of Object.entries(contents)) {
    test(`${name} by a company’s name`, () => {
      const path = join(temporaryFolder(), 'Letter.duebook')
      writeFileSync(path, bytes())
      expectNeitherOpens(path, 'file_not_company', /Choose a file that ends in \.duebook/)
    })
  }

  // What is encrypted looks like noise to whoever has no key.
  test('whole pages of noise by a company’s name may be an encrypted company, and nothing opens them', async () => {
    const path = join(temporaryFolder(), 'Letter.duebook')
    writeFileSync(path, noise(3 * PAGE))
    const before = bytesOf(path)
    expectRefused(() => openForWriting(path), 'passphrase_needed', /Enter its passphrase, or its recovery phrase/)
    expectRefused(() => openForReading(path), 'passphrase_needed', /Enter its passphrase, or its recovery phrase/)
    await expect(unlock(path, { passphrase: 'four words to guess' })).rejects.toMatchObject({
      code: 'key_file_missing',
    })
    expect(bytesOf(path)).toBe(before)
  })

  test('a database of another program', () => {
    const path = join(temporaryFolder(), 'Photos.duebook')
    tamper(path, 'CREATE TABLE photo (id INTEGER PRIMARY KEY, name TEXT)', `INSERT INTO photo VALUES (1, 'sea')`)
    expectNeitherOpens(path, 'file_not_company', /Choose a file that ends in \.duebook/)
  })

  test('a file that is gone', () => {
    const path = join(temporaryFolder(), 'Gone.duebook')
    expectRefused(() => openForWriting(path), 'file_not_found', /Choose another file/)
    expectRefused(() => openForReading(path), 'file_not_found', /Choose another file/)
  })
})

describe('a damaged company is refused, with the way back, and not a byte of it is changed', () => {
  test('cut short at any page', async () => {
    const closed = await closedCompany()
    const pages = statSync(closed.path).size / PAGE
    for (const kept of [1, 2, Math.floor(pages / 3), Math.floor(pages / 2), pages - 1]) {
      const path = closed.copy(`Cut ${kept}.duebook`)
      truncateSync(path, kept * PAGE)
      const before = bytesOf(path)
      expectRefused(() => openForWriting(path), 'file_corrupt', /Restore the newest good backup/)
      expect(bytesOf(path), `cut to ${kept} pages`).toBe(before)
    }
  })

  test('any page of it overwritten, but for those that hold nothing', { timeout: 60_000 }, async () => {
    const closed = await closedCompany()
    const pages = statSync(closed.path).size / PAGE
    const free = freePages(closed.path)
    const random = seededRandom(SEED)
    for (let page = 1; page < pages; page += 1) {
      const path = closed.copy('Damaged.duebook')
      const random256 = Buffer.from(Array.from({ length: PAGE }, () => Math.floor(random() * 256)))
      overwrite(path, page * PAGE, page % 2 === 0 ? random256 : Buffer.alloc(PAGE))
      const where = `page ${page} of ${pages}, seed ${SEED}`
      const outcome = await outcomeOf(path, where)
      if (free.has(page)) expect(['opened', 'file_corrupt'], where).toContain(outcome)
      else expect(outcome, where).toBe('file_corrupt')
    }
  })

  test('the schema no longer readable', async () => {
    const { copy } = await closedCompany()
    const path = copy('Damaged.duebook')
    overwrite(path, 100, Buffer.alloc(200, 0xff))
    expectNeitherOpens(path, 'file_corrupt', /Restore the newest good backup/)
  })

  test('the text of a rule no longer readable, though the error quotes what the rule says', async () => {
    const { copy } = await closedCompany()
    const path = copy('Damaged.duebook')
    const closingQuote = readFileSync(path).indexOf("the period is closed'") + 'the period is closed'.length
    overwrite(path, closingQuote, Buffer.from('.'))
    expectNeitherOpens(path, 'file_corrupt', /Restore the newest good backup/)
  })

  test('the books breaking a rule, though every page is whole', async () => {
    const { copy } = await closedCompany()
    const path = copy('Broken.duebook')
    tamper(path, 'PRAGMA foreign_keys = OFF', 'DELETE FROM open_item WHERE document_id = 2')
    const before = bytesOf(path)
    expectRefused(() => openForWriting(path), 'file_corrupt', /Restore the newest good backup/)
    expect(bytesOf(path)).toBe(before)
  })
})

test(
  'single bytes flipped anywhere: it is refused, or found by the check of the books, or does no harm',
  {
    timeout: 120_000,
  },
  async () => {
    const closed = await closedCompany()
    const { size } = statSync(closed.path)
    const random = seededRandom(SEED)
    const outcomes = new Map<string, number>()
    for (let flip = 0; flip < 150; flip += 1) {
      const path = closed.copy('Flipped.duebook')
      const offset = Math.floor(random() * size)
      const bit = 1 << Math.floor(random() * 8)
      overwrite(path, offset, Uint8Array.of((readFileSync(path)[offset] ?? 0) ^ bit))
      const where = `bit ${bit} of byte ${offset}, seed ${SEED}`
      const outcome = await outcomeOf(path, where)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect(outcomes.get('opened'), `seed ${SEED}`).toBeGreaterThan(0)
    expect(outcomes.get('file_corrupt'), `seed ${SEED}`).toBeGreaterThan(0)
  },
)

const REFUSED_WHEN_DAMAGED = ['file_corrupt', 'file_not_company', 'file_newer', 'migration_changed']

const QUERIES = [
  ['company.profile', {}],
  ['documents.get', { id: 1 }],
  ['documents.postings', { id: 4 }],
  ['openItems.forCustomer', { customerId: 1, asOf: '2025-06-30' }],
  ['aging.byCustomer', { asOf: '2025-06-30', basis: null, currency: null }],
] as const

const outcomeOf = async (path: string, where: string): Promise<string> => {
  const before = bytesOf(path)
  const refusal = refusalOf(() => openForWriting(path).close())
  if (!refusal) return (await isFoundByCheck(path, where)) ? 'found by the check of the books' : 'opened'
  expect(REFUSED_WHEN_DAMAGED, where).toContain(refusal.code)
  expect(bytesOf(path), where).toBe(before)
  return refusal.code
}

/** Only on a file that the check of the books calls damaged may a query end in a defect. */
const isFoundByCheck = async (path: string, where: string): Promise<boolean> => {
  const company = openForReading(path, { log: () => {} })
  const check = await company.dispatch('company.check', {})
  const { rules, chain } = check.ok ? (check.value as BookCheck) : { rules: [], chain: { intact: false } }
  const found = !chain.intact || rules.some(({ violations }) => violations > 0)
  for (const [name, input] of QUERIES) {
    const answer = await company.dispatch(name, input)
    if (!found) expect(answer.ok || answer.error.code, `${name}, ${where}`).not.toBe('internal')
  }
  company.close()
  return found
}

test('damage met in the middle of a query is told as damage', async () => {
  const { copy } = await closedCompany(400)
  const path = copy('Damaged.duebook')
  const company = openForReading(path)
  const { size } = statSync(path)
  // The page of each table's root stays: what is read first is sound, what follows is not.
  overwrite(path, PAGE * 90, Buffer.alloc(size - PAGE * 90, 0x5a))
  const answer = await company.dispatch('company.check', {})
  expect(answer).toMatchObject({ ok: false, error: { code: 'file_corrupt', params: { file: 'Damaged.duebook' } } })
  company.close()
})

describe('a company of another version of Duebook', () => {
  test('newer than this one is refused, naming both', async () => {
    const { copy } = await closedCompany()
    const path = copy('Newer.duebook')
    tamper(path, `INSERT INTO schema_migration VALUES (99, '0099-later', 'x', '2030-01-01T00:00:00.000Z')`)
    const before = bytesOf(path)
    const refusal = expectRefused(() => openForWriting(path), 'file_newer', /Install the newer version/)
    expectRefused(() => openForReading(path), 'file_newer', /schema 99/)
    expect(refusal?.params).toMatchObject({ file: 'Newer.duebook', found: 99 })
    expect(bytesOf(path)).toBe(before)
  })

  test('made by a migration that is not the one known here is refused, naming it', async () => {
    const { copy } = await closedCompany()
    const path = copy('Changed.duebook')
    tamper(path, `UPDATE schema_migration SET sha256 = 'other' WHERE number = 2`)
    const before = bytesOf(path)
    expectRefused(() => openForWriting(path), 'migration_changed', /0002-customers.*Install Duebook again/)
    expectRefused(() => openForReading(path), 'migration_changed', /Install Duebook again/)
    expect(bytesOf(path)).toBe(before)
  })
})
