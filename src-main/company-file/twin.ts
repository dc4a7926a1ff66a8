import { basename, dirname } from 'node:path'
import type { Twin } from '../../src-shared/company/contract/copy.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import type { Readable } from '../db/connection.ts'
import { damageRefusal } from '../db/errors.ts'
import { openUnchanging } from '../db/open.ts'
import { copyAt } from './backup/backup-mark.ts'
import { companyUidOf, type DeviceBook } from './device-book.ts'
import { relateLogs } from './log-relation.ts'

/**
 * Another file of the same company that holds what this one does not: of two copies that were both worked in, neither is the
 * whole. Null where this one holds all that the others do. Backups, and what a restore put aside, are no such file.
 */
export function twinOf(db: Readable, path: string, devices: DeviceBook): Twin | null {
  for (const other of devices.otherPaths(companyUidOf(db), path)) {
    const twin = copyAt(other) === null ? comparedWith(db, other) : null
    if (twin !== null) return twin
  }
  return devices.isReplaced(db, path) ? { file: null, folder: null, commonAt: null, onlyHere: 0, onlyThere: 0 } : null
}

function comparedWith(db: Readable, path: string): Twin | null {
  try {
    const other = openUnchanging(path)
    try {
      if (companyUidOf(other) !== companyUidOf(db)) return null
      const { commonAt, onlyHere, onlyThere } = relateLogs(db, other)
      if (onlyThere === 0) return null
      return { file: basename(path), folder: basename(dirname(path)), commonAt, onlyHere, onlyThere }
    } finally {
      other.close()
    }
  } catch (error) {
    // A file that cannot be read now is compared the next time.
    if (error instanceof Refusal || damageRefusal(error, path)) return null
    throw error
  }
}
