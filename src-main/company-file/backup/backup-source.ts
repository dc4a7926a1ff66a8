import { existsSync } from 'node:fs'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { Connection } from '../../db/connection.ts'
import { openUnchanging } from '../../db/open.ts'
import { keyOf } from '../../db/cipher/file-keys.ts'
import { partOf, uncontrolled, type BackupControl } from './backup-control.ts'
import { copyFileWatched } from './backup-files.ts'
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
    if (keyOf(sourcePath) !== null) {
      copyEncrypted(sourcePath, target, control)
      return
    }
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
 * SQLite's online backup cannot give its target a key. So the bytes are copied as they are, the file first, then its write-ahead
 * log: while somebody reads, nothing beyond what he sees is moved into the file, and his log is not begun anew. Of a command
 * that is written meanwhile the copy of the log has all, or SQLite leaves its half out.
 */
function copyEncrypted(sourcePath: string, target: string, control: BackupControl): void {
  copyFileWatched(sourcePath, target, partOf(control, 0, 95))
  if (existsSync(`${sourcePath}-wal`))
    copyFileWatched(`${sourcePath}-wal`, `${target}-wal`, { ...uncontrolled, isCancelled: control.isCancelled })
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
