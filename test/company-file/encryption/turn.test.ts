import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidV7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { checkBackup } from '../../../src-main/company-file/backup/backup-check.ts'
import { compareBackup } from '../../../src-main/company-file/backup/backup-compare.ts'
import { manifestPath, readManifest } from '../../../src-main/company-file/backup/backup-manifest.ts'
import { restoreCompany } from '../../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany, copyBackup } from '../../../src-main/company-file/backup/backup.ts'
import { call, openForReading, openForWriting } from '../../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../../src-main/company-file/create-company.ts'
import { keyFileOf } from '../../../src-main/company-file/encryption/sealed-key.ts'
import { keyOfSecret, recoveryPhraseOpens } from '../../../src-main/db/cipher/recovery-phrase.ts'
import { decryptCompany, encryptCompany } from '../../../src-main/company-file/encryption/turn.ts'
import { unlock } from '../../../src-main/company-file/encryption/unlock.ts'
import { moveCompany } from '../../../src-main/company-file/move-company.ts'
import { holdKeys } from '../../../src-main/db/cipher/file-keys.ts'
import { Connection } from '../../../src-main/db/connection.ts'
import { writeRecoveryPhrase } from '../../../src-shared/company/rules/recovery-phrase.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { closedCompany, invoiceInput, refusalOf } from '../../crash/closed-company.ts'
import { expectInvariants, profile, temporaryFolder, TEST_NOW } from '../../fixtures/company.ts'
import { dumpOf } from '../../fixtures/dump.ts'
import { filesWith, heldKey, hold, PASSPHRASE } from '../../fixtures/encrypted-company.ts'

const clock = (): Date => TEST_NOW
/** The company, a customer, an account, and the words of the schema. */
const PLANTED = ['Harbor Paper', 'Quay Street', 'Accounts receivable', 'CREATE TABLE', 'SQLite format']

/** The company alone in a folder of its own. */
const closed = async () => {
  const { copy } = await closedCompany()
  const folder = temporaryFolder()
  return { folder, path: copy('Test.duebook', folder), copy: (name: string) => copy(name) }
}

const codeOf = async (work: () => unknown): Promise<string> => {
  try {
    await work()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  return 'accepted'
}

test('turning encryption on leaves nothing in clear in the folder, and the same company', async () => {
  const { path, folder } = await closed()
  const before = dumpOf(path)
  expect(filesWith(folder, PLANTED).length).toBeGreaterThan(0)
  encryptCompany(path, await heldKey())
  expect(filesWith(folder, PLANTED)).toEqual([])
  expect(dumpOf(path)).toBe(before)
  expectInvariants(path)
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])
})

test('it is in the format of SQLCipher 4: a salt, then nothing that can be read', async () => {
  const { path } = await closed()
  encryptCompany(path, await heldKey())
  const bytes = readFileSync(path)
  expect(bytes.length % 4096).toBe(0)
  expect(new Set(bytes.subarray(0, 4096)).size).toBeGreaterThan(200)
})

test('turning it off gives the company back in clear, and the key file goes', async () => {
  const { path } = await closed()
  const before = dumpOf(path)
  encryptCompany(path, await heldKey())
  decryptCompany(path)
  holdKeys([])
  expect(dumpOf(path)).toBe(before)
  expect(existsSync(keyFileOf(path))).toBe(false)
  expectInvariants(path)
  expect(await codeOf(() => decryptCompany(path))).toBe('not_encrypted')
})

test('without its key nothing opens it, and nothing is changed', async () => {
  const { path } = await closed()
  encryptCompany(path, await heldKey())
  const bytes = readFileSync(path)
  for (const keys of [[], [keyOfSecret(new Uint8Array(20))]]) {
    holdKeys(keys)
    for (const open of [() => openForWriting(path), () => openForReading(path), () => decryptCompany(path)])
      expect(refusalOf(open)?.code).toBe('passphrase_needed')
  }
  expect(readFileSync(path)).toEqual(bytes)
})

test('work goes on in an encrypted company, and what is written meanwhile is encrypted too', async () => {
  const { path, folder } = await closed()
  encryptCompany(path, await heldKey())
  const company = openForWriting(path, { clock })
  await call(company, 'invoices.post', { ...invoiceInput(uuidV7()), memo: 'Planted Heron' } as never)
  expect(filesWith(folder, ['Planted Heron', ...PLANTED])).toEqual([])
  company.close()
  expect(filesWith(folder, ['Planted Heron', ...PLANTED])).toEqual([])
  expectInvariants(path)
})

test('sorting stays in memory', async () => {
  const { path } = await closed()
  encryptCompany(path, await heldKey())
  const connection = new Connection(path)
  expect(connection.driver.pragma('temp_store', { simple: true })).toBe(2)
  connection.close()
})

test('a company is encrypted from its first byte', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'New.duebook')
  const newKey = await heldKey()
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock, newKey })
  expect(filesWith(folder, PLANTED)).toEqual([])
  holdKeys([])
  expect(refusalOf(() => openForWriting(path))?.code).toBe('passphrase_needed')
  hold(newKey)
  openForWriting(path, { clock }).close()
  expectInvariants(path)
})

describe('what opens it', () => {
  test('the passphrase and the recovery phrase do, and no other', async () => {
    const { path } = await closed()
    const key = await heldKey()
    encryptCompany(path, key)
    const phrase = writeRecoveryPhrase(key.secret)
    expect(Buffer.from(await unlock(path, { passphrase: PASSPHRASE }))).toEqual(Buffer.from(key.secret))
    expect(Buffer.from(await unlock(path, { recoveryPhrase: phrase.toLowerCase() }))).toEqual(Buffer.from(key.secret))
    expect(await codeOf(() => unlock(path, { passphrase: `${PASSPHRASE}.` }))).toBe('passphrase_wrong')
    const other = writeRecoveryPhrase((await heldKey()).secret)
    expect(await codeOf(() => unlock(path, { recoveryPhrase: other }))).toBe('recovery_phrase_wrong')
    expect([
      recoveryPhraseOpens(path, phrase),
      recoveryPhraseOpens(path, other),
      recoveryPhraseOpens(path, ''),
    ]).toEqual([true, false, false])
  })

  test('a lost key file is told, and the recovery phrase opens without it', async () => {
    const { path } = await closed()
    const key = await heldKey()
    encryptCompany(path, key)
    rmSync(keyFileOf(path))
    expect(await codeOf(() => unlock(path, { passphrase: PASSPHRASE }))).toBe('key_file_missing')
    writeFileSync(keyFileOf(path), '{"format":1')
    expect(await codeOf(() => unlock(path, { passphrase: PASSPHRASE }))).toBe('key_file_missing')
    expect(Buffer.from(await unlock(path, { recoveryPhrase: writeRecoveryPhrase(key.secret) }))).toEqual(
      Buffer.from(key.secret),
    )
  })

  test('the key file says nothing of the company and holds no key', async () => {
    const { path } = await closed()
    const key = await heldKey()
    encryptCompany(path, key)
    const text = readFileSync(keyFileOf(path), 'utf8')
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(['format', 'keyId', 'nonce', 'scrypt', 'sealed'])
    for (const known of [key.secret, keyOfSecret(key.secret)])
      for (const written of ['hex', 'base64'] as const)
        expect(text).not.toContain(Buffer.from(known).toString(written).slice(0, 12))
  })
})

describe('backups of an encrypted company', () => {
  const backedUp = async () => {
    const { path, copy } = await closed()
    const key = await heldKey()
    encryptCompany(path, key)
    const folder = temporaryFolder()
    const { file } = await backUpCompany(path, folder, clock)
    return { path, copy, key, folder, file }
  }

  test('are encrypted, with a manifest that does not say what they hold', async () => {
    const { folder, file } = await backedUp()
    expect(filesWith(folder, PLANTED)).toEqual([])
    expect(readManifest(manifestPath(file))?.holds).toBe(undefined)
    expect(checkBackup(file)).toMatchObject({ problem: null, isProved: true })
    holdKeys([])
    expect(checkBackup(file).problem?.code).toBe('passphrase_needed')
  })

  test('hold what is still in the write-ahead log', async () => {
    const { path } = await backedUp()
    const company = openForWriting(path, { clock })
    const folder = temporaryFolder()
    const { commandSeq } = await backUpCompany(path, folder, clock)
    await call(company, 'invoices.post', invoiceInput(uuidV7()) as never)
    expect((await backUpCompany(path, folder, clock)).commandSeq).toBe(commandSeq + 1)
    company.close()
    expect(filesWith(folder, PLANTED)).toEqual([])
  })

  test('are restored, also where the company and its key file are gone', async () => {
    const { path, file, folder } = await backedUp()
    const before = dumpOf(path)
    rmSync(path)
    rmSync(keyFileOf(path))
    restoreCompany(file, path, clock)
    expect(dumpOf(path)).toBe(before)
    expect(filesWith(folder, PLANTED)).toEqual([])
    expect(await unlock(path, { passphrase: PASSPHRASE })).toHaveLength(20)
    openForWriting(path, { clock }).close()
  })

  test('are looked at, compared and copied to a second place', async () => {
    const { path, file } = await backedUp()
    expect(compareBackup(file, path)).toMatchObject({ missing: { commands: 0 }, only: { commands: 0 } })
    const second = await copyBackup(file, temporaryFolder(), clock)
    expect(checkBackup(second.file)).toMatchObject({ problem: null, isProved: true })
    expect(await unlock(second.file, { passphrase: PASSPHRASE })).toHaveLength(20)
    expect(refusalOf(() => openForWriting(file))?.code).toBe('file_is_backup')
    openForReading(file).close()
  })

  test('say that they are backups under any name', async () => {
    const { file, copy } = await backedUp()
    const renamed = copy('Anything.duebook')
    copyFileSync(file, renamed)
    expect(refusalOf(() => openForWriting(renamed))?.code).toBe('file_is_backup')
  })
})

test('a company that is moved takes its key file along', async () => {
  const { path } = await closed()
  encryptCompany(path, await heldKey())
  const target = join(temporaryFolder(), 'Moved.duebook')
  moveCompany(path, target)
  expect([existsSync(keyFileOf(path)), existsSync(keyFileOf(target))]).toEqual([false, true])
  expect(await unlock(target, { passphrase: PASSPHRASE })).toHaveLength(20)
})

test('what a rewriting that was killed left in clear is gone when the company is opened', async () => {
  const { path } = await closed()
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(`${path}.part`, 'Harbor Paper in clear')
  openForWriting(path, { clock }).close()
  expect(existsSync(`${path}.part`)).toBe(false)
})
