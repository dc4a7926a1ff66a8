import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { Connection } from '../../db/connection.ts'
import { openUnchanging } from '../../db/open.ts'
import type { BackupControl } from './backup-control.ts'
import { MARK } from './backup-mark.ts'

/** Pages of a step: a few megabytes, between which it can be cancelled. */
const PAGES_AT_ONCE = 2000

/**
 * SQLite's online backup: one consistent state, whatever is posted meanwhile, with what its write-ahead log holds.
 * The source stays in one transaction, so that a posting does not start the copy again.
 * @throws Refusal cancelled, and the driver's errors.
 */
export async function copyDatabase(sourcePath: string, target: string, control: BackupControl): Promise<void> {
  const source = openUnchanging(sourcePath)
  try {
    source.driver.exec('BEGIN')
    source.value('SELECT count(*) FROM sqlite_schema')
    await source.driver.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        if (control.isCancelled()) throw new Refusal('cancelled')
        control.progress(totalPages - remainingPages, totalPages)
        return PAGES_AT_ONCE
      },
    })
  } finally {
    source.close()
  }
}

/**
 * Makes a copy a backup, or a company to work in again. It is one file then, without a write-ahead log, and can be read
 * where nothing may be written.
 */
export function markCopy(path: string, as: 'backup' | 'company'): void {
  const copy = new Connection(path)
  try {
    copy.driver.pragma('journal_mode = DELETE')
    copy.driver.pragma(`user_version = ${as === 'backup' ? MARK : 0}`)
  } finally {
    copy.close()
  }
}
