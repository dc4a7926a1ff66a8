import { copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { damageRefusal, sqliteRefusal } from '../db/errors.ts'
import { takeWriterLock } from '../db/lock.ts'
import { openReadable, openWritable } from '../db/open.ts'
import { partOf, uncontrolled, type BackupControl } from './backup/backup-control.ts'
import {
  copyFileWatched,
  discardUnfinished,
  removeCompanions,
  sha256OfFile,
  syncFolder,
} from './backup/backup-files.ts'
import { copyAt } from './backup/backup-mark.ts'
import { endOf, noteEnd } from './clean-end.ts'
import { keyFileOf } from './encryption/sealed-key.ts'

/**
 * Moves a company's file, which must not be open anywhere; to another disk by a copy that is proved equal before the file goes.
 * At every moment one of the two paths holds the company, whole.
 * @throws Refusal file_exists, file_in_use, file_is_backup, file_read_only, disk_full, cancelled; then nothing was moved.
 */
export function moveCompany(path: string, target: string, control: BackupControl = uncontrolled): string {
  if (copyAt(path) !== null) throw new Refusal('file_is_backup', { file: basename(path) })
  if (existsSync(target)) throw new Refusal('file_exists', { file: basename(target) })
  try {
    moveLocked(path, target, control)
  } catch (error) {
    throw sqliteRefusal(error, target) ?? error
  }
  removeLock(path)
  return target
}

function moveLocked(path: string, target: string, control: BackupControl): void {
  const lock = takeWriterLock(path, 'Move')
  try {
    const end = endOf(path)
    emptyLog(path)
    if (existsSync(keyFileOf(path))) copyFileSync(keyFileOf(path), keyFileOf(target))
    if (!linked(path, target)) copied(path, target, control)
    syncFolder(dirname(target))
    removeCompanions(path)
    rmSync(path)
    rmSync(keyFileOf(path), { force: true })
    syncFolder(dirname(path))
    if (end.kind === 'closed') noteEnd(target, end.head, end.isSound)
  } finally {
    lock.release()
  }
}

/** Nothing is of that name any more, so that nobody else can lock it. The company has moved by now: a disk that refuses is no reason to say no. */
function removeLock(path: string): void {
  try {
    rmSync(`${path}-lock`, { force: true })
  } catch (error) {
    if (!sqliteRefusal(error, path)) throw error
  }
}

/** Whose a file is; null where it cannot be read. */
export function companyUidAt(path: string): string | null {
  if (!existsSync(path)) return null
  try {
    const connection = openReadable(path)
    try {
      return connection.value<string>('SELECT uid FROM company') ?? null
    } finally {
      connection.close()
    }
  } catch (error) {
    if (error instanceof Refusal || damageRefusal(error, path)) return null
    throw error
  }
}

/** What the write-ahead log still holds goes into the file, which then is the company alone. */
function emptyLog(path: string): void {
  const connection = openWritable(path)
  try {
    connection.driver.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    connection.close()
  }
}

/** A second name on the same disk: the target is there whole, or not at all, and no file of that name is replaced. */
function linked(path: string, target: string): boolean {
  try {
    linkSync(path, target)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') throw new Refusal('file_exists', { file: basename(target) })
    if (code === 'EXDEV' || code === 'EPERM' || code === 'ENOTSUP' || code === 'EOPNOTSUPP' || code === 'ENOSYS')
      return false
    throw error
  }
}

function copied(path: string, target: string, control: BackupControl): void {
  const unfinished = `${target}.part`
  try {
    copyFileWatched(path, unfinished, partOf(control, 0, 50))
    const wanted = sha256OfFile(path, partOf(control, 50, 75))
    if (sha256OfFile(unfinished, partOf(control, 75, 100)) !== wanted)
      throw new Refusal('disk_error', { detail: 'the copy differs' })
    renameSync(unfinished, target)
  } finally {
    discardUnfinished(unfinished)
  }
}
