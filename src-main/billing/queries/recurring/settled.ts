import type { SettledOccurrence } from '../../../../src-shared/billing/contract/recurring.ts'
import { LAST_DATE, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'

interface Row {
  readonly dueOn: CalendarDate
  readonly outcome: 'billed' | 'skipped' | 'restored'
  readonly documentId: number | null
  readonly number: string | null
  readonly isVoid: 0 | 1
}

const OF_ONE = `
  SELECT o.due_on AS dueOn, o.outcome, o.document_id AS documentId, d.number,
    EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = o.document_id) AS isVoid
  FROM recurring_occurrence AS o
  LEFT JOIN document AS d ON d.id = o.document_id
  WHERE o.recurring_id = :recurringId AND o.due_on BETWEEN :from AND :to
  ORDER BY o.due_on, o.command_seq, o.id`

const stands = ({ dueOn, outcome, documentId, number, isVoid }: Row): SettledOccurrence | null => {
  if (outcome === 'restored' || isVoid === 1) return null
  return { dueOn, outcome, document: documentId === null ? null : { id: documentId, number: number ?? '' } }
}

/** Days of a recurring invoice that are billed or skipped, by day: the last word on each counts. */
export const settledDays = (
  db: Readable,
  recurringId: number,
  from: CalendarDate,
  to: CalendarDate = LAST_DATE,
): ReadonlyMap<CalendarDate, SettledOccurrence> => {
  const settled = new Map<CalendarDate, SettledOccurrence>()
  for (const row of db.all<Row>(OF_ONE, { recurringId, from, to })) {
    const found = stands(row)
    if (found === null) settled.delete(row.dueOn)
    else settled.set(row.dueOn, found)
  }
  return settled
}
