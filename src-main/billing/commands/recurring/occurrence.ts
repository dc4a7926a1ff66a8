import type { RecurringRow, SettledOccurrence } from '../../../../src-shared/billing/contract/recurring.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { isOccurrence } from '../../../../src-shared/billing/rules/schedule.ts'
import { recurringRecord, type Recurring } from '../../queries/recurring/record.ts'
import { settledDays } from '../../queries/recurring/settled.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

/** A day on which a recurring invoice is due. */
export interface Occurrence {
  readonly recurringId: RecurringRow['id']
  readonly dueOn: CalendarDate
}

/** The recurring invoice, and how the day stands; null while it is neither billed nor skipped. */
export const loadOccurrence = (
  { tx }: CommandContext,
  { recurringId, dueOn }: Occurrence,
  path: string,
): { readonly recurring: Recurring; readonly settled: SettledOccurrence | null } => ({
  recurring: recurringRecord(tx, recurringId, `${path}.recurringId`),
  settled: settledDays(tx, recurringId, dueOn, dueOn).get(dueOn) ?? null,
})

/** Refuses a day that the schedule does not have, or that is billed or skipped. */
export const assertDue = (
  { name, schedule }: Recurring,
  dueOn: CalendarDate,
  settled: SettledOccurrence | null,
  path: string,
): void => {
  const date = formatDate(dueOn, 'text')
  if (!isOccurrence(schedule, dueOn)) throw new Refusal('occurrence_not_due', { name, date }, `${path}.dueOn`)
  if (settled === null) return
  const how = settled.document === null ? 'skipped' : `billed as ${settled.document.number}`
  throw new Refusal('occurrence_settled', { name, date, how }, `${path}.dueOn`)
}

export const insertOccurrence = (
  context: CommandContext,
  { recurringId, dueOn }: Occurrence,
  outcome: 'billed' | 'skipped' | 'restored',
  documentId: number | null = null,
): void => {
  context.tx.run(
    'INSERT INTO recurring_occurrence (id, uid, command_seq, recurring_id, due_on, outcome, document_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [context.newId('recurring_occurrence'), context.newUid(), context.seq, recurringId, dueOn, outcome, documentId],
  )
}
