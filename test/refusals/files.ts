import { hostname } from 'node:os'
import { copyFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../src-main/db/connection.ts'
import { uncontrolled } from '../../src-main/company-file/backup/backup-control.ts'
import { backUpCompany } from '../../src-main/company-file/backup/backup.ts'
import { runBackupJob } from '../../src-main/threads/backup-jobs.ts'
import { call, openForReading, openForWriting } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { profile, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { failWritesBeyond } from '../fixtures/failing-disk.ts'
import { newOpenShell, newShell } from '../fixtures/shell.ts'
import { fillUp, smallDisk } from '../fixtures/small-disk.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'
import { TOKEN, type RefusalCases } from './refusal-case.ts'

const { commandUid: _, ...anAccount } = validInputs(TOKEN)['accounts.create']

/** The closed company, after something was done to its file that no Duebook does. */
const tampered = (company: TestCompany, sql: string): string => {
  company.file.close()
  const path = join(company.folder, 'Other.duebook')
  copyFileSync(company.path, path)
  const connection = new Connection(path)
  connection.driver.exec(sql)
  connection.close()
  return path
}

/** Opens the company at `path`, posts to it and closes it, whatever becomes of that. */
const postAt = async (path: string, between: () => () => void): Promise<unknown> => {
  const file = openForWriting(path, { clock: () => TEST_NOW, log: () => {}, busyTimeout_ms: 20 })
  const after = between()
  try {
    return await call(file, 'accounts.create', anAccount)
  } finally {
    after()
    file.close()
  }
}

/** The company's file and the disk it lies on. */
export const files = {
  no_company_open: {
    says: 'No company is open. Open one first.',
    make: () => newShell().ask('company.profile', {}),
  },
  file_not_found: {
    says: 'The file Gone.duebook is not there any more. Choose another file.',
    make: ({ folder }) => openForWriting(join(folder, 'Gone.duebook')),
  },
  file_not_company: {
    says: 'Letter.duebook is not a Duebook company. Choose a file that ends in .duebook.',
    make: ({ folder }) => {
      const path = join(folder, 'Letter.duebook')
      writeFileSync(path, 'Dear Sir or Madam,')
      return openForWriting(path)
    },
  },
  file_newer: {
    says: /^Other\.duebook was written by a newer Duebook \(schema 9999, this one knows \d+\)\. Install the newer version\.$/,
    make: (company) =>
      openForWriting(tampered(company, `INSERT INTO schema_migration VALUES (9999, 'later', 'x', '2030-01-01')`)),
  },
  file_corrupt: {
    says: 'Other.duebook is damaged and was not changed. Restore the newest good backup.',
    make: (company) => openForWriting(tampered(company, `PRAGMA foreign_keys = OFF; DELETE FROM device`)),
  },
  file_is_backup: {
    says: 'Test.backup-20250630T120000Z.duebook is a backup, and nothing can be entered in it. Restore it to work with what it holds.',
    make: async ({ path, folder }) => openForWriting((await backUpCompany(path, folder, () => TEST_NOW)).file),
  },
  restore_by_owner: {
    says: 'Test.duebook has people with PINs, and only an owner restores it. Open it, sign in, and restore the backup there.',
    make: async () => {
      const shell = await newOpenShell()
      await shell.ask('people.setPin', validInputs(TOKEN)['people.setPin'])
      await shell.ask('company.close', {})
      await shell.context.keeper.settle()
      const [recent] = await shell.ask('company.recent', {})
      const { backups } = await shell.ask('backups.list', { token: recent?.token ?? '' })
      return shell.ask('backups.restore', { token: backups[0]?.token ?? '' })
    },
  },
  backup_place_gone: {
    says: 'The backup place stick cannot be reached. Connect its disk, or choose another place.',
    make: async ({ path, folder }) =>
      runBackupJob(
        { do: 'backUp', path, place: { which: 'first', folder: join(folder, 'stick'), isDefault: false } },
        uncontrolled,
      ),
  },
  file_in_use: {
    says: `Test.duebook is open in another Duebook (Duebook on ${hostname()}, process ${process.pid}). Close it there first.`,
    make: ({ path }) => openForWriting(path),
  },
  file_exists: {
    says: 'Test.duebook already exists. Choose another name.',
    make: ({ path }) => createCompanyFile(path, { profile, baseCurrency: 'USD' }),
  },
  file_read_only: {
    says: 'Test.duebook cannot be written: the file or its folder is read-only. Move it to a folder you may write to.',
    make: async ({ path }) => {
      const file = openForReading(path)
      try {
        return await call(file, 'accounts.create', anAccount)
      } finally {
        file.close()
      }
    },
  },
  name_too_long: {
    says: `The name ${'n'.repeat(40)}… is too long for this disk, or its folder lies too deep. Choose a shorter one.`,
    make: (company) =>
      createCompanyFile(join(company.folder, `${'n'.repeat(300)}.duebook`), { profile, baseCurrency: 'USD' }),
  },
  disk_full: {
    says: 'The disk is full. Nothing was changed. Free some space and try again.',
    make: async (company, skip) => {
      company.file.close()
      const { size } = statSync(company.path)
      const disk = smallDisk(Math.ceil(size / 1024) + 128)
      if (disk === null) return skip('a small disk cannot be mounted here')
      const path = join(disk, 'Test.duebook')
      copyFileSync(company.path, path)
      return postAt(path, () => {
        fillUp(disk)
        return () => {}
      })
    },
  },
  disk_error: {
    says: 'The disk reported an error (SQLITE_IOERR_WRITE). Nothing was changed. Check the disk, then try again.',
    make: async (company, skip) => {
      company.file.close()
      return postAt(company.path, () => failWritesBeyond(4096) ?? skip('a disk cannot be made to fail here'))
    },
  },
  file_locked: {
    says: 'The file is busy in another program, such as a backup. Nothing was changed. Try again in a moment.',
    make: (company) => {
      company.file.close()
      return postAt(company.path, () => {
        const backup = company.sql()
        backup.run('BEGIN IMMEDIATE')
        return () => backup.run('ROLLBACK')
      })
    },
  },
  migration_changed: {
    says: 'Migration 0002-customers differs from the one applied to this company. Install Duebook again.',
    make: (company) =>
      openForWriting(tampered(company, `UPDATE schema_migration SET sha256 = 'other' WHERE number = 2`)),
  },
} as const satisfies RefusalCases
