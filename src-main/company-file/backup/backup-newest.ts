import { statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { damageRefusal } from '../../db/errors.ts'
import { openReadable } from '../../db/open.ts'
import { uncontrolled, type BackupControl } from './backup-control.ts'
import type { Changes, NewestBackup } from './backup-due.ts'
import { sha256OfFile } from './backup-files.ts'
import { backupsIn } from './backup-manifest.ts'
import type { BackupManifest } from './backup-manifest.ts'

export interface GoodBackup {
  /** Path of the backup. */
  readonly file: string
  readonly manifest: BackupManifest
}

/** The newest backup of a company whose bytes are still those that were checked when it was made; null without any. */
export function newestGoodBackup(
  folder: string,
  companyUid: string,
  control: BackupControl = uncontrolled,
): GoodBackup | null {
  for (const manifest of backupsIn(folder, companyUid)) {
    const file = join(folder, manifest.file)
    if (statSync(file).size === manifest.bytes && sha256OfFile(file, control) === manifest.sha256)
      return { file, manifest }
  }
  return null
}

/** By its manifest; its bytes are not read. */
export function newestBackup(folder: string, companyUid: string): NewestBackup | null {
  const newest = backupsIn(folder, companyUid)[0]
  if (newest === undefined) return null
  const { commandSeq, commandHash, madeAt } = newest
  return { commandSeq, commandHash, madeOn: fromClock(new Date(madeAt)) }
}

/** How far a company's log is. Throws the Refusals of a file that cannot be read. */
export function changesOf(path: string): Changes {
  const connection = openReadable(path)
  try {
    const last = connection.get<{ seq: number; hash: string; at: string }>(
      'SELECT seq, hash, recorded_at AS at FROM command_log ORDER BY seq DESC LIMIT 1',
    )
    if (last === undefined) throw new Refusal('file_corrupt', { file: basename(path) })
    return { lastCommandSeq: last.seq, lastCommandHash: last.hash, lastCommandOn: fromClock(new Date(last.at)) }
  } catch (error) {
    throw damageRefusal(error, path) ?? error
  } finally {
    connection.close()
  }
}
