import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import { Connection } from '../../db/connection.ts'
import { sqliteRefusal } from '../../db/errors.ts'
import { openReadable } from '../../db/open.ts'
import { removeUnfinished, sha256OfFile, syncFile, syncFolder } from './backup-files.ts'
import { backupsIn, manifestPath, writeManifest } from './backup-manifest.ts'
import { backupsToDelete } from './backup-retention.ts'
import { assertSoundCompany } from './backup-soundness.ts'

export interface BackupMade {
  /** Path of the backup. */
  readonly file: string
  readonly bytes: number
  /** Names of older backups that were due to go but could not be removed. */
  readonly notRemoved: readonly string[]
}

const ALL_PAGES = 0x7fffffff
const UNFINISHED = /\.backup-\d{8}T\d{6}Z(-\d+)?\.duebook\.part$/
const DAY_MS = 86_400_000

/**
 * Copies a company, open or not, to a folder: `Name.backup-20250630T101500Z.duebook` with a manifest beside it. The copy
 * is synced, reopened and checked by every rule before it gets its name; then backups that are no longer needed go.
 * @throws Refusal file_not_found, file_corrupt, file_read_only, disk_full, disk_error; then there is no new backup.
 */
export async function backUpCompany(sourcePath: string, folder: string, clock: () => Date): Promise<BackupMade> {
  if (!existsSync(sourcePath)) throw new Refusal('file_not_found', { file: basename(sourcePath) })
  const now = clock()
  const file = freeName(sourcePath, folder, now)
  const unfinished = `${file}.part`
  try {
    mkdirSync(folder, { recursive: true })
    removeUnfinished(unfinished)
    await copyDatabase(sourcePath, unfinished)
    const { companyUid, ...company } = assertSoundCompany(unfinished, basename(sourcePath))
    const bytes = statSync(unfinished).size
    const sha256 = sha256OfFile(unfinished)
    renameSync(unfinished, file)
    const madeAt = now.toISOString()
    writeManifest(folder, { format: 1, companyUid, file: basename(file), sha256, bytes, ...company, madeAt })
    syncFolder(folder)
    removeAbandoned(folder, now)
    return { file, bytes, notRemoved: removeOld(folder, companyUid, now) }
  } catch (error) {
    throw sqliteRefusal(error, file) ?? error
  } finally {
    removeUnfinished(unfinished)
  }
}

/** SQLite's online backup: one consistent state, whatever is posted meanwhile, with what its write-ahead log holds. */
async function copyDatabase(sourcePath: string, target: string): Promise<void> {
  const source = openReadable(sourcePath)
  try {
    // In one step: a copy in steps starts again at each posting and might never end.
    await source.driver.backup(target, { progress: () => ALL_PAGES })
  } finally {
    source.close()
  }
  detachLog(target)
  syncFile(target)
}

/** A copy of its own needs no write-ahead log, and can then be read where nothing may be written. */
function detachLog(path: string): void {
  const copy = new Connection(path)
  try {
    copy.driver.pragma('journal_mode = DELETE')
  } finally {
    copy.close()
  }
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
