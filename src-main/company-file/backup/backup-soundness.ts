import { basename } from 'node:path'
import type { Holds } from '../../../src-shared/company/contract/backups.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { chainHead, verifyChain } from '../../db/command-chain.ts'
import type { Connection, Readable } from '../../db/connection.ts'
import { areEncryptedPagesWhole } from '../../db/cipher/file-keys.ts'
import { damageRefusal } from '../../db/errors.ts'
import { runInvariants } from '../../db/invariants.ts'
import { pendingMigrations } from '../../db/migrate.ts'
import { openReadable } from '../../db/open.ts'
import { hasOwnSchema } from '../own-schema.ts'
import { partOf, stopIfCancelled, uncontrolled, type BackupControl } from './backup-control.ts'

export interface SoundCompany {
  readonly companyUid: string
  readonly schemaVersion: number
  readonly commandSeq: number
  readonly commandHash: string
  readonly holds: Holds
}

/**
 * Opens a company file read-only and checks all of it: every page, every index, every rule of the books, and each command
 * with its facts.
 * @param name what the refusal calls the file
 * @throws Refusal file_corrupt, file_not_company, file_newer, migration_changed, cancelled.
 */
export function assertSoundCompany(path: string, name: string, control: BackupControl = uncontrolled): SoundCompany {
  const connection = openReadable(path)
  try {
    const pending = pendingMigrations(connection).length
    const sound =
      areEncryptedPagesWhole(path, () => stopIfCancelled(control)) &&
      connection.driver.pragma('integrity_check(1)', { simple: true }) === 'ok'
    stopIfCancelled(control)
    // The rules are written for today's tables; an older file is checked by them once it is migrated.
    if (!sound || (pending === 0 && (!hasOwnSchema(connection) || breaksRules(connection, control))))
      throw new Refusal('file_corrupt', { file: name })
    return describe(connection)
  } catch (error) {
    throw damageRefusal(error, name) ?? error
  } finally {
    connection.close()
  }
}

const breaksRules = (connection: Connection, control: BackupControl): boolean => {
  const rules = partOf(control, 10, 80)
  const broken = runInvariants(connection, 'all', (done, total) => {
    stopIfCancelled(control)
    rules.progress(done, total)
  }).some(({ violations }) => violations > 0)
  return broken || !verifyChain(connection, () => stopIfCancelled(control)).intact
}

function describe(connection: Connection): SoundCompany {
  const companyUid = connection.value<string>('SELECT uid FROM company')
  const schemaVersion = connection.value<number>('SELECT max(number) FROM schema_migration')
  if (companyUid === undefined || schemaVersion === undefined) {
    throw new Refusal('file_corrupt', { file: basename(connection.file) })
  }
  const { seq, hash } = chainHead(connection)
  return { companyUid, schemaVersion, commandSeq: seq, commandHash: hash, holds: whatItHolds(connection) }
}

/** What a person knows a copy by. Receivable is what the control account holds, in the company's currency. */
export function whatItHolds(db: Readable): Holds {
  const holds = db.get<Holds>(
    `SELECT company.name AS companyName, base_currency AS currency,
       last.recorded_at AS lastCommandAt,
       (SELECT count(*) FROM document) AS documents,
       (SELECT coalesce(sum(base_balance), 0) FROM open_item WHERE closed_on = '9999-12-31') AS receivable
     FROM company JOIN command_log AS last ON last.seq = (SELECT max(seq) FROM command_log)`,
  )
  if (holds === undefined) throw new Refusal('file_corrupt', { file: basename(db.file) })
  return holds
}
