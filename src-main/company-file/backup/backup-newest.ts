import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sha256OfFile } from './backup-files.ts'
import { backupsIn } from './backup-manifest.ts'
import type { BackupManifest } from './backup-manifest.ts'

export interface GoodBackup {
  /** Path of the backup. */
  readonly file: string
  readonly manifest: BackupManifest
}

/** The newest backup of a company whose bytes are still those that were checked when it was made; null without any. */
export function newestGoodBackup(folder: string, companyUid: string): GoodBackup | null {
  for (const manifest of backupsIn(folder, companyUid)) {
    const file = join(folder, manifest.file)
    if (statSync(file).size === manifest.bytes && sha256OfFile(file) === manifest.sha256) return { file, manifest }
  }
  return null
}
