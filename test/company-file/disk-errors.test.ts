import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { restoreCompany } from '../../src-main/company-file/backup/backup-restore.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { unlock } from '../../src-main/company-file/encryption/unlock.ts'
import { fillNewCompany } from '../../src-main/company-file/fill-company.ts'
import { moveCompany } from '../../src-main/company-file/move-company.ts'
import { asDiskRefusal } from '../../src-main/shell/disk-refusal.ts'
import { sqliteRefusal } from '../../src-main/db/errors.ts'
import { describeRefusal } from '../../src-shared/refusals.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { closedCompany, countsIn } from '../crash/closed-company.ts'
import { profile, temporaryFolder, TEST_NOW } from '../fixtures/company.ts'

const clock = (): Date => TEST_NOW
const FILE = '/home/ann/Books.duebook'

const said = {
  ENOSPC: 'The disk is full. Nothing was changed. Free some space and try again.',
  EDQUOT: 'The disk is full. Nothing was changed. Free some space and try again.',
  EACCES: 'Books.duebook cannot be written: the file or its folder is read-only. Move it to a folder you may write to.',
  EPERM: 'Books.duebook cannot be written: the file or its folder is read-only. Move it to a folder you may write to.',
  EROFS: 'Books.duebook cannot be written: the file or its folder is read-only. Move it to a folder you may write to.',
  ENOENT: 'The file Books.duebook is not there any more. Choose another file.',
  ENOTDIR: 'The file Books.duebook is not there any more. Choose another file.',
  ELOOP: 'The file Books.duebook is not there any more. Choose another file.',
  ENAMETOOLONG: 'The name Books.duebook is too long for this disk, or its folder lies too deep. Choose a shorter one.',
  EBUSY: 'The file is busy in another program, such as a backup. Nothing was changed. Try again in a moment.',
  ETXTBSY: 'The file is busy in another program, such as a backup. Nothing was changed. Try again in a moment.',
  EIO: 'The disk reported an error (EIO). Nothing was changed. Check the disk, then try again.',
  // A stick that was pulled out, a share whose server is gone, and what nobody has thought of.
  ENODEV: 'The disk reported an error (ENODEV). Nothing was changed. Check the disk, then try again.',
  ESTALE: 'The disk reported an error (ESTALE). Nothing was changed. Check the disk, then try again.',
  EMFILE: 'The disk reported an error (EMFILE). Nothing was changed. Check the disk, then try again.',
} as const

describe.each(Object.entries(said))('%s of the system', (code, words) => {
  test('is said in the same words by the ledger and by the main process, and names no folder', () => {
    const error = Object.assign(new Error(`${code}: write '${FILE}'`), { code, syscall: 'write' })
    for (const refusal of [sqliteRefusal(error, FILE), asDiskRefusal(error, FILE)]) {
      if (!(refusal instanceof Refusal)) throw new Error(`${code} is no refusal`)
      expect(describeRefusal(refusal.refused)).toBe(words)
    }
  })
})

test('a defect is no error of the disk, also one of Node with a code', () => {
  for (const error of [
    new Error('a defect'),
    Object.assign(new TypeError('a path'), { code: 'ERR_INVALID_ARG_TYPE' }),
  ]) {
    expect(asDiskRefusal(error, FILE)).toBe(error)
    expect(sqliteRefusal(error, FILE)).toBeUndefined()
  }
})

/** All that is done to files under a name of the clerk's. */
const doing: Readonly<Record<string, (target: string, company: string, backup: string) => unknown>> = {
  'making a company': (target) => createCompanyFile(target, { profile, baseCurrency: 'USD' }),
  'making the sample': (target) => fillNewCompany(target, { profile, baseCurrency: 'USD' }, clock, async () => {}),
  'opening one': (target) => openForWriting(target),
  'looking at one': (target) => openForReading(target),
  'moving one': (target, company) => moveCompany(company, target),
  'restoring one': (target, _company, backup) => restoreCompany(backup, target, clock),
  'unlocking one': (target) => unlock(target, { passphrase: 'four quiet herons' }),
  'backing up to it': (target, company) => backUpCompany(company, target, clock),
}

describe.each(Object.entries(doing))('%s', (what, work) => {
  test.each([
    ['a name that no disk takes', (folder: string) => join(folder, `${'n'.repeat(300)}.duebook`), /too long|not there/],
    ['a folder that is a file', (folder: string) => join(folder, 'letter.txt', 'Books.duebook'), /not there|read-only/],
    ['a folder that is gone', (folder: string) => join(folder, 'gone', 'Books.duebook'), /not there|cannot be reached/],
  ])('under %s is refused in words, and leaves nothing', async (_name, nameIn, words) => {
    const { path } = await closedCompany()
    const { file: backup } = await backUpCompany(path, temporaryFolder(), clock)
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'letter.txt'), 'Dear Sir or Madam')
    mkdirSync(join(folder, 'empty'))
    const outcome = await (async () => work(nameIn(folder), path, backup))().then(
      () => null,
      (error: unknown) => error,
    )
    // A folder for backups is made where there is none.
    if (outcome === null && what === 'backing up to it') return
    if (!(outcome instanceof Refusal)) throw new Error('not refused in words', { cause: outcome })
    expect(describeRefusal(outcome.refused)).toMatch(words)
    expect(readdirSync(folder).toSorted()).toEqual(['empty', 'letter.txt'])
    expect(countsIn(path).documents).toBe(4)
  })
})
