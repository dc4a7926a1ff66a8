import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import { sqliteRefusal } from '../../db/errors.ts'
import type { SealedKey } from '../encryption/sealed-key.ts'
import { isEncryptedFile, sealedKeyOf } from '../encryption/unlock.ts'
import { partOf, uncontrolled, type BackupControl } from './backup-control.ts'
import {
  copyFileWatched,
  discardUnfinished,
  removeUnfinished,
  sha256OfFile,
  syncFile,
  syncFolder,
} from './backup-files.ts'
import { backupsIn, manifestPath, readManifest, writeManifest } from './backup-manifest.ts'
import type { BackupManifest } from './backup-manifest.ts'
import { backupsToDelete } from './backup-retention.ts'
import { assertSoundCompany } from './backup-soundness.ts'
import { copyDatabase, markCopy } from './backup-source.ts'

export interface BackupMade {
  /** Path of the backup. */
  readonly file: string
  readonly bytes: number
  readonly commandSeq: number
  readonly commandHash: string
  /** UTC instant, ISO 8601. */
  readonly madeAt: string
  /** Names of older backups that were due to go but could not be removed. */
  readonly notRemoved: readonly string[]
}

const UNFINISHED = /\.backup-\d{8}T\d{6}Z(-\d+)?\.duebook\.part$/
const DAY_MS = 86_400_000

/**
 * Copies a company, open or not, to a folder: `Name.backup-20250630T101500Z.duebook` with a manifest beside it. The copy
 * is marked as a backup, synced, reopened and checked by every rule before it gets its name; then backups that are no longer
 * needed go.
 * @throws Refusal file_not_found, file_corrupt, file_read_only, disk_full, disk_error, cancelled; then there is no new backup.
 */
export async function backUpCompany(
  sourcePath: string,
  folder: string,
  clock: () => Date,
  control: BackupControl = uncontrolled,
): Promise<BackupMade> {
  if (!existsSync(sourcePath)) throw new Refusal('file_not_found', { file: basename(sourcePath) })
  const now = clock()
  try {
    mkdirSync(folder, { recursive: true })
    const file = freeName(sourcePath, folder, now)
    const manifest = await finished(file, async (unfinished) => {
      await copyDatabase(sourcePath, unfinished, partOf(control, 0, 45))
      markCopy(unfinished, 'backup')
      syncFile(unfinished)
      const company = assertSoundCompany(unfinished, basename(sourcePath), partOf(control, 45, 90))
      const sha256 = sha256OfFile(unfinished, partOf(control, 90, 100))
      const whole = { ...company, sha256, bytes: statSync(unfinished).size, madeAt: now.toISOString() }
      return isEncryptedFile(unfinished) ? told(whole, sealedKeyOf(sourcePath)) : whole
    })
    return { ...manifest, file, notRemoved: tidied(folder, manifest.companyUid, now) }
  } catch (error) {
    throw sqliteRefusal(error, sourcePath) ?? error
  }
}

/**
 * Brings a backup to a second place, byte for byte and proved so. One that is there already stays.
 * @throws Refusal as backing up does; then the second place has no new backup.
 */
export async function copyBackup(
  backup: string,
  folder: string,
  clock: () => Date,
  control: BackupControl = uncontrolled,
): Promise<BackupMade> {
  const now = clock()
  const file = join(folder, basename(backup))
  try {
    const manifest = readManifest(manifestPath(backup))
    if (manifest === null) throw new Refusal('file_not_found', { file: basename(backup) })
    mkdirSync(folder, { recursive: true })
    if (!existsSync(manifestPath(file))) {
      await finished(file, async (unfinished) => {
        copyFileWatched(backup, unfinished, partOf(control, 0, 60))
        if (sha256OfFile(unfinished, partOf(control, 60, 100)) !== manifest.sha256)
          throw new Refusal('file_corrupt', { file: basename(backup) })
        return manifest
      })
    }
    return { ...manifest, file, notRemoved: tidied(folder, manifest.companyUid, now) }
  } catch (error) {
    throw sqliteRefusal(error, file) ?? error
  }
}

type Made = Omit<BackupManifest, 'format' | 'file'>

/** A manifest is read by anybody: of an encrypted backup it does not say what it holds. */
const told = ({ holds: _, ...made }: Made, sealedKey: SealedKey | null): Made =>
  sealedKey === null ? made : { ...made, sealedKey }

/** Whole under its name or not there: the manifest, which makes it count, comes last. */
async function finished(file: string, make: (unfinished: string) => Promise<Made>): Promise<Made> {
  const unfinished = `${file}.part`
  try {
    removeUnfinished(unfinished)
    const made = await make(unfinished)
    renameSync(unfinished, file)
    writeManifest(dirname(file), { ...made, format: 1, file: basename(file) })
    syncFolder(dirname(file))
    return made
  } finally {
    discardUnfinished(unfinished)
  }
}

/** Removes what is not needed any more; answers what could not be removed. */
function tidied(folder: string, companyUid: string, now: Date): readonly string[] {
  removeAbandoned(folder, now)
  return removeOld(folder, companyUid, now)
}

function freeName(sourcePath: string, folder: string, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const name = `${basename(sourcePath).replace(/\.duebook$/, '')}.backup-${stamp}`
  let path = join(folder, `${name}.duebook`)
  for (let copy = 2; existsSync(path); copy += 1) path = join(folder, `${name}-${copy}.duebook`)
  return path
}

/** What a backup left that was cut short, by a power cut perhaps; today's may still be in the making. */
function removeAbandoned(folder: string, now: Date): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (UNFINISHED.test(name) && now.getTime() - statSync(path).mtimeMs > DAY_MS) removeUnfinished(path)
  }
}

/** The new backup is safe by now: one that cannot be removed is named, not a reason to fail. */
function removeOld(folder: string, companyUid: string, now: Date): readonly string[] {
  const backups = backupsIn(folder, companyUid).map(({ file, madeAt }) => ({
    file,
    madeOn: fromClock(new Date(madeAt)),
  }))
  return backupsToDelete(backups, fromClock(now)).filter((file) => !removed(join(folder, file)))
}

function removed(path: string): boolean {
  try {
    // The manifest first: a backup without one counts as unfinished.
    rmSync(manifestPath(path), { force: true })
    rmSync(path, { force: true })
    return true
  } catch (error) {
    if (sqliteRefusal(error, path)) return false
    throw error
  }
}
