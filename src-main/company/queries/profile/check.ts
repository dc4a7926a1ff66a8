import { settingsInput } from '../../../../src-shared/company/contract/company.ts'
import { runInvariants } from '../../../db/invariants.ts'
import { verifyChain } from '../../../db/command-chain.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { readSettings } from './profile.ts'

/** Opening a company reads every page but compares no index with its table: that takes too long to be waited for. */
const damagedPlaces = (db: Readable): number =>
  db.rows<[finding: string]>('PRAGMA integrity_check(100)').filter(([finding]) => finding !== 'ok').length

/** Every report counts by them, and a changed byte may leave them readable with one missing. */
const unfitSettings = (db: Readable): number => (settingsInput.safeParse(readSettings(db)).success ? 0 : 1)

/** The file itself, the settings, every invariant, and the hash chain of the command log from its first row. */
export const checkBooks: QueryHandler<'company.check'> = (context) => {
  const { db } = context
  const file = { title: 'Every page and every index of the file is whole', violations: damagedPlaces(db) }
  const settings = {
    title: 'Every setting of the company is there and within its bounds',
    violations: unfitSettings(db),
  }
  const rules = runInvariants(db, 'all', (done, total) => {
    context.checkCancelled()
    context.progress(done + 1, total + 2)
  })
  return {
    rules: [file, settings, ...rules.map(({ title, violations }) => ({ title, violations }))],
    chain: verifyChain(db, context.checkCancelled),
  }
}
