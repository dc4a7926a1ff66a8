import type { BookCheck } from '../../src-shared/company/contract/company.ts'
import { sqliteRefusal } from '../db/errors.ts'
import { openReadable } from '../db/open.ts'
import { FILE_RULE, damagedPlaces } from '../db/whole-file.ts'
import { stopIfCancelled, type BackupControl } from './backup/backup-control.ts'

/**
 * The part of Check the books that reads every page and every index, on a connection of its own.
 * @throws Refusal file_corrupt for what cannot be read at all, cancelled
 */
export const checkFile = (path: string, control: BackupControl): BookCheck['rules'][number] => {
  try {
    const connection = openReadable(path)
    try {
      const between = (done: number, total: number): void => {
        stopIfCancelled(control)
        control.progress(done, total)
      }
      return { title: FILE_RULE, violations: damagedPlaces(connection, between) }
    } finally {
      connection.close()
    }
  } catch (error) {
    throw sqliteRefusal(error, path) ?? error
  }
}
