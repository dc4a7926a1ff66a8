import { copyFileSync, constants, existsSync, linkSync, renameSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Connection } from '../../db/connection.ts'
import { damageRefusal, sqliteRefusal } from '../../db/errors.ts'
import { takeWriterLock } from '../../db/lock.ts'
import { assertCompanyHeader, openWritable } from '../../db/open.ts'
import { noteEnd } from '../clean-end.ts'
import { keyFileOf, writeKeyFile } from '../encryption/sealed-key.ts'
import { isEncryptedFile, sealedKeyOf } from '../encryption/unlock.ts'
import { partOf, stopIfCancelled, uncontrolled, type BackupControl } from './backup-control.ts'
import {
  copyFileWatched,
  discardUnfinished,
  removeCompanions,
  removeUnfinished,
  sha256OfFile,
  syncFile,
  syncFolder,
} from './backup-files.ts'
import { manifestPath, readManifest } from './backup-manifest.ts'
import { assertSoundCompany, type SoundCompany } from './backup-soundness.ts'
import { markCopy } from './backup-source.ts'

export interface Restored {
  readonly file: string
  /** Where the company as it was is kept; null when there was none. */
  readonly previous: string | null
}

/**
 * Puts a backup in the place of a company, which must not be open anywhere. What was there is kept as
 * `Name.before-restore-20250630T101500Z.duebook`. At every moment the path holds the old company or the new one, whole.
 * @throws Refusal file_not_found, file_corrupt (of the backup), file_in_use, file_read_only, disk_full, cancelled;
 * then nothing was changed.
 */
export function restoreCompany(
  backupFile: string,
  companyPath: string,
  clock: () => Date,
  control: BackupControl = uncontrolled,
): Restored {
  if (!existsSync(backupFile)) throw new Refusal('file_not_found', { file: basename(backupFile) })
  const unfinished = `${companyPath}.part`
  const lock = takeWriterLock(companyPath, 'Restore')
  try {
    removeUnfinished(unfinished)
    const { commandSeq: seq, commandHash: hash } = copyChecked(backupFile, unfinished, control)
    stopIfCancelled(control)
    const previous = existsSync(companyPath) ? setAside(companyPath, clock()) : null
    removeCompanions(companyPath)
    const sealedKey = isEncryptedFile(unfinished) ? sealedKeyOf(backupFile) : null
    if (sealedKey !== null) writeKeyFile(companyPath, sealedKey)
    renameSync(unfinished, companyPath)
    syncFolder(dirname(companyPath))
    // Every page and rule of it was just checked.
    noteEnd(companyPath, { seq, hash })
    return { file: companyPath, previous }
  } catch (error) {
    throw sqliteRefusal(error, companyPath) ?? error
  } finally {
    try {
      discardUnfinished(unfinished)
    } finally {
      lock.release()
    }
  }
}

/** A whole copy beside the company, proved equal to what was backed up, no backup any more, and sound by every rule. */
function copyChecked(backupFile: string, target: string, control: BackupControl): SoundCompany {
  const manifest = readManifest(manifestPath(backupFile))
  const name = basename(backupFile)
  copyFileWatched(backupFile, target, partOf(control, 0, 40))
  if (manifest !== null && sha256OfFile(target, partOf(control, 40, 55)) !== manifest.sha256)
    throw new Refusal('file_corrupt', { file: name })
  assertCompanyHeader(target, name)
  try {
    markCopy(target, 'company')
  } catch (error) {
    throw damageRefusal(error, name) ?? error
  }
  syncFile(target)
  return assertSoundCompany(target, name, partOf(control, 55, 100))
}

/** Gives the company a second name, under which it stays when the backup takes the first. */
function setAside(companyPath: string, now: Date): string {
  emptyLog(companyPath)
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const stem = `${companyPath.replace(/\.duebook$/, '')}.before-restore-${stamp}`
  let aside = `${stem}.duebook`
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${stem}-${copy}.duebook`
  keepAs(companyPath, aside)
  if (existsSync(keyFileOf(companyPath))) copyFileSync(keyFileOf(companyPath), keyFileOf(aside))
  // Only a damaged company still has a log here; with it, more of it may be saved.
  for (const suffix of ['-wal', '-journal']) {
    if (existsSync(companyPath + suffix)) renameSync(companyPath + suffix, aside + suffix)
  }
  syncFolder(dirname(companyPath))
  return aside
}

/** Moves what the write-ahead log still holds into the file, so that the file alone is the company. */
function emptyLog(companyPath: string): void {
  let connection: Connection | undefined
  try {
    connection = openWritable(companyPath)
    connection.driver.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    const refusal = error instanceof Refusal ? error : sqliteRefusal(error, companyPath)
    // A damaged company is why one restores: it is set aside as it is, log and all.
    const damaged = refusal?.code === 'file_corrupt' || refusal?.code === 'file_not_company'
    if (!damaged) throw error
  } finally {
    connection?.close()
  }
}

/** A second name costs nothing; where the disk knows none (FAT), a copy does. */
function keepAs(path: string, aside: string): void {
  try {
    linkSync(path, aside)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error
    copyFileSync(path, aside, constants.COPYFILE_EXCL)
    syncFile(aside)
  }
}
