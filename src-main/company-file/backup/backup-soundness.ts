import { basename } from 'node:path'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { chainHead } from '../../db/command-chain.ts'
import type { Connection } from '../../db/connection.ts'
import { damageRefusal } from '../../db/errors.ts'
import { runInvariants } from '../../db/invariants.ts'
import { pendingMigrations } from '../../db/migrate.ts'
import { openReadable } from '../../db/open.ts'

export interface SoundCompany {
  readonly companyUid: string
  readonly schemaVersion: number
  readonly commandSeq: number
  readonly commandHash: string
}

/**
 * Opens a company file read-only and checks all of it: every page, every index, every rule of the books.
 * @param name what the refusal calls the file
 * @throws Refusal file_corrupt, file_not_company, file_newer, migration_changed.
 */
export function assertSoundCompany(path: string, name: string): SoundCompany {
  const connection = openReadable(path)
  try {
    const pending = pendingMigrations(connection).length
    const sound = connection.driver.pragma('integrity_check(1)', { simple: true }) === 'ok'
    // The rules are written for today's tables; an older file is checked by them once it is migrated.
    if (!sound || (pending === 0 && breaksRules(connection))) throw new Refusal('file_corrupt', { file: name })
    return describe(connection)
  } catch (error) {
    throw damageRefusal(error, name) ?? error
  } finally {
    connection.close()
  }
}

const breaksRules = (connection: Connection): boolean =>
  runInvariants(connection).some(({ violations }) => violations > 0)

function describe(connection: Connection): SoundCompany {
  const companyUid = connection.value<string>('SELECT uid FROM company')
  const schemaVersion = connection.value<number>('SELECT max(number) FROM schema_migration')
  if (companyUid === undefined || schemaVersion === undefined) {
    throw new Refusal('file_corrupt', { file: basename(connection.file) })
  }
  const { seq, hash } = chainHead(connection)
  return { companyUid, schemaVersion, commandSeq: seq, commandHash: hash }
}
