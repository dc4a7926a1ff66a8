import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { BackupVerdict } from '../../../src-shared/company/contract/backups.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { sqliteRefusal } from '../../db/errors.ts'
import { assertCompanyHeader } from '../../db/open.ts'
import { partOf, uncontrolled, type BackupControl } from './backup-control.ts'
import { sha256OfFile } from './backup-files.ts'
import { manifestPath, readManifest } from './backup-manifest.ts'
import { assertSoundCompany } from './backup-soundness.ts'

/**
 * Reads all of a backup: whether its bytes are those that were written, its pages whole, its books within every rule, and each
 * command with its facts. One that lost its manifest cannot be proved: records that no command hashed may have changed. What is wrong with it is answered, not thrown.
 * @throws Refusal cancelled.
 */
export function checkBackup(file: string, control: BackupControl = uncontrolled): BackupVerdict {
  const name = basename(file)
  try {
    if (!existsSync(file)) throw new Refusal('file_not_found', { file: name })
    assertCompanyHeader(file)
    const manifest = readManifest(manifestPath(file))
    if (manifest !== null) {
      const isAsWritten =
        statSync(file).size === manifest.bytes && sha256OfFile(file, partOf(control, 0, 40)) === manifest.sha256
      if (!isAsWritten) throw new Refusal('file_corrupt', { file: name })
    }
    const { holds } = assertSoundCompany(file, name, partOf(control, 40, 100))
    return { problem: null, isProved: manifest !== null, holds }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : sqliteRefusal(error, file)
    if (refusal === undefined || refusal.code === 'cancelled') throw error
    return { problem: refusal.refused, isProved: false, holds: null }
  }
}
