import { FIRST_DATE } from '../../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { recurringRecord } from './record.ts'
import { settledDays } from './settled.ts'

const SHOWN = 100

/** One recurring invoice as it is edited, with the days it was billed or skipped. */
export const recurringInvoice: QueryHandler<'recurring.get'> = ({ db }, input) => {
  const { id, version, name, customerId, schedule, paused, body } = recurringRecord(db, input.id, 'id')
  const settled = [...settledDays(db, id, FIRST_DATE).values()].slice(-SHOWN).toReversed()
  return { id, version, name, customerId, schedule, paused, ...body, settled }
}
