import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { firstDayOutOfBounds, type DatedAmount } from '../../../../src-shared/ledger/rules/balance-history.ts'
import { FAR_FUTURE, maxDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { payingFamily } from '../../../ledger/facts/payer.ts'
import { itemsAsOf } from '../../../ledger/queries/open-items/as-of.ts'
import { ENTRIES, roomOn } from '../../../ledger/queries/open-items/room.ts'

/** What is open now and was settled, or used up, on a day, each with the day from which it can be settled in full. */
export const leftOutItems: QueryHandler<'receipts.leftOut'> = ({ db }, { customerId, date, currency: entered }) => {
  const own = db.value<string>('SELECT currency FROM customer WHERE id = ?', [customerId])
  if (own === undefined) throw new Refusal('customer_not_found', {}, 'customerId')
  const currency = entered ?? own
  const items = payingFamily(db, customerId).flatMap(({ id }) => itemsAsOf(db, id, FAR_FUTURE))
  const ids = items.map(({ documentId }) => documentId)
  const room = roomOn(db, ids, date)
  return items.flatMap(({ documentId, number, documentDate, original, open, currency: of }) => {
    if (of !== currency || (room.get(documentId) ?? Math.abs(open)) >= Math.abs(open)) return []
    const entries = db.all<DatedAmount>(ENTRIES, [documentId])
    const out = firstDayOutOfBounds(entries, original, { date: maxDate(date, documentDate), amount: -open })
    return out === null || out.earliest === null ? [] : [{ documentId, number, from: out.earliest }]
  })
}
