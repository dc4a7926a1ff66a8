import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename } from 'node:path'
import { Refusal } from '../../src-shared/kit/refusal.ts'
import { sqliteRefusal } from './errors.ts'

export interface WriterLock {
  release(): void
}

const holderOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').slice(0, 200)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'another program'
    throw error
  }
}

/**
 * Lets one Duebook write to a company. The lock is an exclusive transaction on a small database beside the file, so the
 * operating system drops it with the process that held it: a crash leaves nothing stale. A text beside it names the
 * holder for the refusal.
 */
export const takeWriterLock = (companyPath: string, holder: string): WriterLock => {
  const lockPath = `${companyPath}-lock`
  const holderPath = `${companyPath}-holder`
  let lock: Database.Database | undefined
  try {
    lock = new Database(lockPath, { timeout: 0 })
    lock.pragma('journal_mode = MEMORY')
    lock.exec('BEGIN EXCLUSIVE')
    writeFileSync(holderPath, `${holder} on ${hostname()}, process ${process.pid}`)
  } catch (error) {
    lock?.close()
    const busy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
    if (busy) throw new Refusal('file_in_use', { file: basename(companyPath), holder: holderOf(holderPath) })
    throw sqliteRefusal(error, companyPath) ?? error
  }
  const held = lock
  return {
    release: () => {
      try {
        rmSync(holderPath, { force: true })
      } finally {
        held.close()
      }
      // Left in place on purpose: deleting it could let two others lock two different files of this name.
    },
  }
}
