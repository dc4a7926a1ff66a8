import { recurringRecord } from '../../queries/recurring/record.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'

/** Pauses a recurring invoice or lets it go on. */
export const setRecurringPaused: CommandHandler<'recurring.setPaused'> = ({ tx }, { id, version, paused }) => {
  const { name, ...stored } = recurringRecord(tx, id, 'id')
  assertFresh(name, version, { paused }, { paused: stored.paused, version: stored.version })
  tx.run('UPDATE recurring_invoice SET paused = ?, version = ? WHERE id = ?', [paused ? 1 : 0, version + 1, id])
  return { id, version: version + 1 }
}
