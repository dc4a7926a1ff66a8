import { copyFileSync, existsSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Connection } from '../../db/connection.ts'
import { keyFileOf } from '../encryption/sealed-key.ts'
import { discardUnfinished, removeUnfinished, syncFile, syncFolder } from './backup-files.ts'

/**
 * A whole copy beside the company, made before its schema changes: `Name.before-migration-20250630T101500Z.duebook`.
 * VACUUM INTO writes a consistent copy that includes what is still in the write-ahead log; the rename makes it whole or
 * absent. Returns its path; throws when the disk refuses, and then nothing is migrated.
 */
export const backUpBeforeMigration = (connection: Connection, path: string, now: Date): string => {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const target = `${path.replace(/\.duebook$/, '')}.before-migration-${stamp}.duebook`
  const unfinished = `${target}.part`
  try {
    removeUnfinished(unfinished)
    connection.run('VACUUM INTO ?', [unfinished])
    syncFile(unfinished)
    if (existsSync(keyFileOf(path))) copyFileSync(keyFileOf(path), keyFileOf(target))
    renameSync(unfinished, target)
    syncFolder(dirname(target))
    return target
  } catch (error) {
    discardUnfinished(unfinished)
    throw error
  }
}
