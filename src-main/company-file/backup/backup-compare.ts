import type { BackupComparison, Beyond, DocumentsApart } from '../../../src-shared/company/contract/backups.ts'
import type { Connection, Readable } from '../../db/connection.ts'
import { damageRefusal } from '../../db/errors.ts'
import { openReadable } from '../../db/open.ts'
import { relateLogs, type LogRelation } from '../log-relation.ts'
import { whatItHolds } from './backup-soundness.ts'

/**
 * What a backup and the file in use have in common, and what only one of them has. The file in use may be damaged or gone:
 * what cannot be read of it is null.
 * @throws Refusal file_corrupt, file_not_company (of the backup).
 */
export function compareBackup(backupFile: string, companyPath: string): BackupComparison {
  const backup = opened(backupFile)
  try {
    const inUse = readOrNull(() => openReadable(companyPath))
    try {
      const found = inUse && readOrNull(() => compared(inUse, backup))
      return found ?? { ...nothingKnown, backup: whatItHolds(backup) }
    } finally {
      inUse?.close()
    }
  } catch (error) {
    throw damageRefusal(error, backupFile) ?? error
  } finally {
    backup.close()
  }
}

const nothingKnown = { commonAt: null, missing: null, only: { commands: 0, documents: [] }, inUse: null }

const opened = (path: string): Connection => {
  try {
    return openReadable(path)
  } catch (error) {
    throw damageRefusal(error, path) ?? error
  }
}

function compared(inUse: Readable, backup: Readable): BackupComparison {
  const logs = relateLogs(inUse, backup)
  return {
    commonAt: logs.commonAt,
    missing: beyond(inUse, logs, logs.onlyHere),
    only: beyond(backup, logs, logs.onlyThere),
    inUse: readOrNull(() => whatItHolds(inUse)),
    backup: whatItHolds(backup),
  }
}

const beyond = (db: Readable, { common }: LogRelation, commands: number): Beyond => ({
  commands,
  documents: commands === 0 ? [] : db.all<DocumentsApart>(DOCUMENTS_AFTER, [common]),
})

const DOCUMENTS_AFTER = `
  SELECT kind, count(*) AS count, min(number) AS first, max(number) AS last
  FROM document WHERE command_seq > ? GROUP BY kind ORDER BY min(id)`

/** Null where damage keeps it from being read; a defect is thrown on. */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (damageRefusal(error, '') === undefined && !(error instanceof Error && error.name === 'Refusal')) throw error
    return null
  }
}
