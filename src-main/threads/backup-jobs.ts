import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fromClock } from '../../src-shared/domain/dates/calendar.ts'
import type { BookCheck } from '../../src-shared/company/contract/company.ts'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { asksWhoWorks } from '../company-file/asks-who-works.ts'
import { compareBackup } from '../company-file/backup/backup-compare.ts'
import { isBackupDue } from '../company-file/backup/backup-due.ts'
import { checkBackup } from '../company-file/backup/backup-check.ts'
import { findBackups, findPlaces, type Place } from '../company-file/backup/backup-list.ts'
import { manifestPath, readManifest } from '../company-file/backup/backup-manifest.ts'
import { newestBackup, newestGoodBackup, changesOf } from '../company-file/backup/backup-newest.ts'
import { restoreCompany } from '../company-file/backup/backup-restore.ts'
import { backUpCompany, copyBackup } from '../company-file/backup/backup.ts'
import { checkFile } from '../company-file/check-file.ts'
import { call, openForReading } from '../company-file/company-file.ts'
import type { EncryptionState } from '../../src-shared/company/contract/encryption.ts'
import {
  deleteReadable,
  encryptReadable,
  readableCopies,
  sealAnew,
  unreachedPlaces,
  type OfCompany,
} from '../company-file/encryption/other-copies.ts'
import { readKeyFile, type NewKey, type SealedKey } from '../company-file/encryption/sealed-key.ts'
import { decryptCompany, encryptCompany } from '../company-file/encryption/turn.ts'
import { isEncryptedFile } from '../company-file/encryption/unlock.ts'
import { DeviceBook } from '../company-file/device-book.ts'
import { companyUidAt, moveCompany } from '../company-file/move-company.ts'
import type { BackupControl } from '../company-file/backup/backup-control.ts'

/** What the encryption of a company is turned on, off and looked at by. */
type EncryptionJob =
  | { readonly do: 'encrypt'; readonly path: string; readonly newKey: NewKey }
  | { readonly do: 'decrypt'; readonly path: string }
  | ({ readonly do: 'encryptionState' } & OfCompany)
  | ({ readonly do: 'encryptReadable' | 'deleteReadable' } & OfCompany)
  | ({ readonly do: 'sealAnew'; readonly sealedKey: SealedKey } & OfCompany)

/** What is done to backups, each in a thread of its own beside running work. */
export type BackupJob =
  | { readonly do: 'backUp'; readonly path: string; readonly place: Place }
  /** Brings a backup to another place. */
  | { readonly do: 'copy'; readonly backup: string; readonly place: Place }
  | { readonly do: 'isDue'; readonly path: string; readonly companyUid: string; readonly place: Place }
  | { readonly do: 'places'; readonly companyUid: string; readonly places: readonly Place[] }
  | { readonly do: 'list'; readonly companyUid: string; readonly path: string; readonly places: readonly Place[] }
  | { readonly do: 'check'; readonly file: string }
  | { readonly do: 'compare'; readonly file: string; readonly path: string }
  | { readonly do: 'newestGood'; readonly companyUid: string; readonly places: readonly Place[] }
  /** Whose a file is; null where it cannot be read. */
  | { readonly do: 'whose'; readonly path: string }
  /** Whether somebody has to sign in to it. */
  | { readonly do: 'asksWhoWorks'; readonly path: string }
  /** The two halves of Check the books, beside the work in it. */
  | { readonly do: 'checkFile'; readonly path: string }
  | { readonly do: 'checkBooks'; readonly path: string }
  | EncryptionJob
  | { readonly do: 'move'; readonly path: string; readonly target: string }
  | { readonly do: 'restore'; readonly file: string; readonly path: string; readonly devices: string | null }

const clock = (): Date => new Date()

export const runBackupJob = (job: BackupJob, control: BackupControl): unknown => {
  switch (job.do) {
    case 'backUp':
      return backUpCompany(job.path, reached(job.place), clock, control)
    case 'copy':
      return copyBackup(job.backup, reached(job.place), clock, control)
    case 'isDue': {
      const newest = newestBackup(job.place.folder, job.companyUid)
      return isBackupDue(changesOf(job.path), newest, fromClock(clock()))
    }
    case 'places':
      return findPlaces(job.places, job.companyUid)
    case 'list':
      return {
        isThere: existsSync(job.path),
        places: findPlaces(job.places, job.companyUid),
        backups: findBackups(job.places, job.companyUid, job.path),
      }
    case 'check':
      return checkBackup(job.file, control)
    case 'compare':
      return compareBackup(job.file, job.path)
    case 'newestGood':
      return newestGoodOf(job, control)
    case 'whose':
      return companyUidAt(job.path)
    case 'asksWhoWorks':
      return asksWhoWorks(job.path)
    case 'checkFile':
      return checkFile(job.path, control)
    case 'checkBooks':
      return checkBooks(job.path, control)
    case 'move':
      return moveCompany(job.path, job.target, control)
    case 'restore':
      return restored(job, control)
    default:
      return runEncryptionJob(job, control)
  }
}

const runEncryptionJob = (job: EncryptionJob, control: BackupControl): unknown => {
  switch (job.do) {
    case 'encrypt':
      return encryptCompany(job.path, job.newKey, control) ?? null
    case 'decrypt':
      return decryptCompany(job.path, control) ?? null
    case 'encryptionState':
      return encryptionState(job)
    case 'encryptReadable':
      return encryptReadable(job, control) ?? null
    case 'deleteReadable':
      return deleteReadable(job) ?? null
    case 'sealAnew':
      return { backups: sealAnew(job, job.sealedKey), unreached: unreachedPlaces(job) }
  }
}

const encryptionState = (company: OfCompany): EncryptionState => {
  const isEncrypted = isEncryptedFile(company.path)
  return {
    isEncrypted,
    hasKeyFile: readKeyFile(company.path) !== null,
    readable: isEncrypted
      ? readableCopies(company).map(({ path, madeAt }) => ({ file: basename(path), folder: dirname(path), madeAt }))
      : [],
    unreached: unreachedPlaces(company),
  }
}

const checkBooks = async (path: string, control: BackupControl): Promise<BookCheck> => {
  const company = openForReading(path)
  try {
    return await call(company, 'company.check', { withFile: false }, control)
  } finally {
    company.close()
  }
}

/** What was in use is the copy that this computer worked in, under its new name. */
const restored = ({ file, path, devices }: Extract<BackupJob, { do: 'restore' }>, control: BackupControl) => {
  const done = restoreCompany(file, path, clock, control)
  if (devices !== null && done.previous !== null) new DeviceBook(devices, () => {}).renamed(path, done.previous)
  return { ...done, isProved: readManifest(manifestPath(file)) !== null }
}

/** A folder that somebody chose is never made: where a stick is not plugged in, its name would be a folder of this disk. */
const reached = ({ folder, isDefault }: Place): string => {
  if (!isDefault && !existsSync(folder)) throw new Refusal('backup_place_gone', { place: basename(folder) })
  return folder
}

const newestGoodOf = ({ places, companyUid }: Extract<BackupJob, { do: 'newestGood' }>, control: BackupControl) => {
  const good = places.map(({ folder }) => newestGoodBackup(folder, companyUid, control)).filter((each) => each !== null)
  return good.toSorted((a, b) => b.manifest.commandSeq - a.manifest.commandSeq)[0]?.file ?? null
}
