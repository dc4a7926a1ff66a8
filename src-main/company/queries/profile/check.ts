import { settingsInput } from '../../../../src-shared/company/contract/company.ts'
import { runInvariants } from '../../../db/invariants.ts'
import { verifyChain } from '../../../db/command-chain.ts'
import type { Readable } from '../../../db/connection.ts'
import { FILE_RULE, damagedPlaces } from '../../../db/whole-file.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { readSettings } from './profile.ts'

/** Every report counts by them, and a changed byte may leave them readable with one missing. */
const unfitSettings = (db: Readable): number => (settingsInput.safeParse(readSettings(db)).success ? 0 : 1)

/** Of a hundred parts of the work, those of the file. */
const FILE = 45

/** The file itself, the settings, every invariant, and the hash chain of the command log from its first row. */
export const checkBooks: QueryHandler<'company.check'> = (context, { withFile }) => {
  const { db } = context
  const step =
    (from: number, span: number) =>
    (done: number, total: number): void => {
      context.checkCancelled()
      context.progress(from + Math.floor((span * done) / total), 100)
    }
  const file = withFile ? [{ title: FILE_RULE, violations: damagedPlaces(db, step(0, FILE)) }] : []
  const before = withFile ? FILE : 0
  const settings = {
    title: 'Every setting of the company is there and within its bounds',
    violations: unfitSettings(db),
  }
  const rules = runInvariants(db, 'all', step(before, 98 - before))
  return {
    rules: [...file, settings, ...rules.map(({ title, violations }) => ({ title, violations }))],
    chain: verifyChain(db, context.checkCancelled),
  }
}
