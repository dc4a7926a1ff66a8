import { endedBefore, nextDue } from '../../../../src-shared/billing/rules/schedule.ts'
import { recurringRecord } from '../../queries/recurring/record.ts'
import { settledDays } from '../../queries/recurring/settled.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'

/** Ends a recurring invoice before its next day due. One that has ended stays as it is. */
export const endRecurring: CommandHandler<'recurring.end'> = (context, { id, version }) => {
  const { tx } = context
  const stored = recurringRecord(tx, id, 'id')
  assertFresh(context, stored.name, version, {}, { version: stored.version })
  const { schedule } = stored
  const settled = settledDays(tx, id, schedule.firstDate)
  const next = nextDue(schedule, (day) => settled.has(day))
  if (next === null) return { id, version }
  const ended = JSON.stringify(endedBefore(schedule, next))
  tx.run('UPDATE recurring_invoice SET schedule = ?, version = ? WHERE id = ?', [ended, version + 1, id])
  return { id, version: version + 1 }
}

/** Pauses a recurring invoice or lets it go on. */
export const setRecurringPaused: CommandHandler<'recurring.setPaused'> = (context, { id, version, paused }) => {
  const { tx } = context
  const { name, ...stored } = recurringRecord(tx, id, 'id')
  assertFresh(context, name, version, { paused }, { paused: stored.paused, version: stored.version })
  tx.run('UPDATE recurring_invoice SET paused = ?, version = ? WHERE id = ?', [paused ? 1 : 0, version + 1, id])
  return { id, version: version + 1 }
}
