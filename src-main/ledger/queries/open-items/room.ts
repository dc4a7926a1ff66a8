import { leastFrom, type DatedAmount } from '../../../../src-shared/ledger/rules/balance-history.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'

/** Those moved after the day, or after their own where that is later: something may have been settled on it. */
const MOVED_AFTER = `
  SELECT i.document_id AS documentId, max(:day, i.document_date) AS day
  FROM json_each(:items) AS wanted CROSS JOIN open_item AS i ON i.document_id = wanted.value
  WHERE i.last_entry_on > max(:day, i.document_date)`

export const ENTRIES = 'SELECT posting_date AS date, amount FROM entry WHERE item_id = ?'

/**
 * How much of the items can be settled on a day, where it is not all that is open now: what was settled on the day and open
 * again later cannot be settled on it a second time. Minor units, above zero for debits and credits alike; by document id.
 */
export function roomOn(db: Readable, items: readonly number[], day: CalendarDate): ReadonlyMap<number, number> {
  const moved = db.all<{ documentId: number; day: CalendarDate }>(MOVED_AFTER, { items: JSON.stringify(items), day })
  return new Map(
    moved.map(({ documentId, day: from }) => [documentId, leastFrom(db.all<DatedAmount>(ENTRIES, [documentId]), from)]),
  )
}
