import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isBackupDue } from '../../../src-main/company-file/backup/backup-due.ts'
import { changesOf, newestBackup } from '../../../src-main/company-file/backup/backup-newest.ts'
import { backUpCompany } from '../../../src-main/company-file/backup/backup.ts'
import { call, openForWriting } from '../../../src-main/company-file/company-file.ts'
import { encryptCompany } from '../../../src-main/company-file/encryption/turn.ts'
import { keyFileOf } from '../../../src-main/company-file/encryption/sealed-key.ts'
import { isEncryptedFile, unlock } from '../../../src-main/company-file/encryption/unlock.ts'
import { companyUidAt } from '../../../src-main/company-file/move-company.ts'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import { closedCompany } from '../../crash/closed-company.ts'
import { expectInvariants, temporaryFolder, TEST_NOW } from '../../fixtures/company.ts'
import { filesWith, heldKey, PASSPHRASE } from '../../fixtures/encrypted-company.ts'
import { makeOlderCompany } from '../../fixtures/older-company.ts'

const clock = (): Date => TEST_NOW

test('an encrypted company of an older Duebook is migrated as it is opened; what is kept of before is encrypted too', async () => {
  const { path: today } = await closedCompany(5)
  const folder = temporaryFolder()
  const path = join(folder, 'Older.duebook')
  makeOlderCompany(today, path)
  encryptCompany(path, await heldKey())
  const company = openForWriting(path, { clock })
  expect(await call(company, 'company.profile', {})).toMatchObject({ documents: 6 })
  company.close()
  expectInvariants(path)
  const kept = readdirSync(folder).filter((name) => /before-migration.*\.duebook$/.test(name))
  expect(kept).toHaveLength(1)
  expect(isEncryptedFile(join(folder, kept[0] ?? ''))).toBe(true)
  expect(await unlock(join(folder, kept[0] ?? ''), { passphrase: PASSPHRASE })).toHaveLength(20)
  expect(filesWith(folder, ['Quay Street', 'CREATE TABLE'])).toEqual([])
})

test('two copies of an encrypted company that were both worked in are told from each other', async () => {
  const { path: source } = await closedCompany()
  const folder = temporaryFolder()
  const [path, copy, devices] = [
    join(folder, 'Company.duebook'),
    join(folder, 'Copy.duebook'),
    join(folder, 'devices.json'),
  ]
  copyFileSync(source, path)
  encryptCompany(path, await heldKey())
  let code = 4100
  const work = async (file: string, accounts: number) => {
    const company = openForWriting(file, { clock, devices, log: () => {} })
    for (let each = 0; each < accounts; each += 1)
      await call(company, 'accounts.create', { code: String((code += 1)), name: `Account ${code}`, type: 'income' })
    company.close()
    return company.twin
  }
  await work(path, 1)
  copyFileSync(path, copy)
  copyFileSync(keyFileOf(path), keyFileOf(copy))
  await work(copy, 2)
  expect(await work(path, 3)).toMatchObject({ file: 'Copy.duebook', onlyHere: 0, onlyThere: 2 })
  expect(await work(copy, 0)).toMatchObject({ file: 'Company.duebook', onlyHere: 2, onlyThere: 3 })
})

test('an encrypted company is backed up once a day, when something has changed', async () => {
  const { path: source } = await closedCompany()
  const [folder, place] = [temporaryFolder(), temporaryFolder()]
  const path = join(folder, 'Company.duebook')
  copyFileSync(source, path)
  encryptCompany(path, await heldKey())
  expect(existsSync(keyFileOf(path))).toBe(true)
  const companyUid = companyUidAt(path) ?? ''
  let now = TEST_NOW
  const nextDay = (): void => {
    now = new Date(now.getTime() + 86_400_000)
  }
  const isDue = (): boolean => isBackupDue(changesOf(path), newestBackup(place, companyUid), fromClock(now))
  const enter = async (code: string): Promise<void> => {
    const company = openForWriting(path, { clock: () => now })
    await call(company, 'accounts.create', { code, name: `Account ${code}`, type: 'income' })
    company.close()
  }
  const backUp = () => backUpCompany(path, place, () => now)
  expect(isDue(), 'on the day of its first command').toBe(false)
  nextDay()
  expect(isDue()).toBe(true)
  await backUp()
  expect(isDue()).toBe(false)
  await enter('4101')
  expect(isDue(), 'twice a day').toBe(false)
  nextDay()
  expect(isDue()).toBe(true)
  await backUp()
  for (let day = 0; day < 3; day += 1) {
    nextDay()
    expect(isDue(), 'when nothing has changed').toBe(false)
  }
})
