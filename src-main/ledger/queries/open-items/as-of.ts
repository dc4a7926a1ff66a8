import type { OpenItem } from '../../../../src-shared/ledger/contract/open-items.ts'
import type { OfferedDiscount } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { discountLeft } from '../../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { daysLate } from '../../../../src-shared/domain/aging.ts'
import { compareDates, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import { discountParts } from '../../facts/settlement/discount-parts.ts'
import { dueParts } from './due-parts.ts'

/**
 * The as-of rule: an item counts when document_date <= D < closed_on. Its balance as of D is today's when nothing moved
 * it after D, its amount when nothing was applied by D, and the sum of its entries dated on or before D otherwise; a
 * reversal can leave that sum at 0, and such a row is dropped.
 */
export const OPEN_AS_OF = `CASE
    WHEN i.last_entry_on <= :asOf THEN i.balance
    WHEN i.first_applied_on > :asOf THEN i.amount
    ELSE (SELECT coalesce(sum(e.amount), 0) FROM entry AS e WHERE e.item_id = i.document_id AND e.posting_date <= :asOf)
  END`

/** Open items of the customers in the JSON array :customers, when nothing was closed after :asOf. */
export const OPEN_NOW = `json_each(:customers) AS wanted
  CROSS JOIN open_item AS i INDEXED BY open_item_by_customer
    ON i.customer_id = wanted.value AND i.closed_on = '9999-12-31' AND i.document_date <= :asOf`

/** The same for a day after which something was closed: through all documents of the customers up to it. */
export const OPEN_THEN = `json_each(:customers) AS wanted
  CROSS JOIN document AS dated INDEXED BY document_by_customer
    ON dated.customer_id = wanted.value AND dated.document_date <= :asOf
  CROSS JOIN open_item AS i ON i.document_id = dated.id AND i.closed_on > :asOf`

const CLOSED_AFTER = `
  SELECT 1 FROM open_item
  WHERE closed_on > ? AND closed_on < '9999-12-31' AND closed_on > document_date
  LIMIT 1`

/** Whether an item open on that day was closed later; asked once a query, one step into an index. */
export const anyClosedAfter = (db: Readable, asOf: CalendarDate): boolean =>
  db.value(CLOSED_AFTER, [asOf]) !== undefined

type Row = Omit<OpenItem, 'daysLate' | 'discount' | 'parts'> &
  Omit<OfferedDiscount, 'original'> & { readonly earning: number; readonly instalments: number }

/** The few that offer a discount: what has become of it is not asked of the others. */
const OFFERING = 'iif(d.discount = 0, NULL, d.id)'

const columns = `i.document_id AS documentId, i.customer_id AS customerId, d.kind, d.number, d.reference, d.currency,
    i.document_date AS documentDate, i.due_date AS dueDate, i.amount AS original, ${OPEN_AS_OF} AS open,
    d.unapplied_as AS unappliedAs, d.discount_until AS discountUntil, d.discount AS offered, ${discountParts(OFFERING)},
    d.grace_days AS graceDays, i.instalments,
    (SELECT m.state FROM item_hold AS m WHERE m.document_id = d.id) AS hold`

export const ITEMS_NOW = `SELECT ${columns} FROM ${OPEN_NOW} JOIN document AS d ON d.id = i.document_id`
export const ITEMS_THEN = `SELECT ${columns} FROM ${OPEN_THEN} JOIN document AS d ON d.id = i.document_id`

/**
 * Debits and credits of one customer open as of a day, by due date; an item due in parts by its next open part. Amounts are
 * minor units of each item's currency, signed as they move the receivable.
 */
export const itemsAsOf = (db: Readable, customerId: number, asOf: CalendarDate): readonly OpenItem[] =>
  itemsOfAll(db, [customerId], asOf)

/** The same of several customers together. */
export function itemsOfAll(db: Readable, customerIds: readonly number[], asOf: CalendarDate): readonly OpenItem[] {
  const sql = anyClosedAfter(db, asOf) ? ITEMS_THEN : ITEMS_NOW
  return db
    .all<Row>(sql, { customers: JSON.stringify(customerIds), asOf })
    .filter((row) => row.open !== 0)
    .map(({ instalments, earning, offered, credited, discountTaken, ...row }) => {
      const parts = dueParts(db, { ...row, instalments })
      const dueDate = parts[0]?.dueDate ?? row.dueDate
      const discount = discountLeft({ original: earning, offered, credited, discountTaken })
      return { ...row, discount, dueDate, daysLate: row.open > 0 ? daysLate(dueDate, asOf) : 0, parts }
    })
    .toSorted(
      (a, b) =>
        compareDates(a.dueDate, b.dueDate) ||
        compareDates(a.documentDate, b.documentDate) ||
        a.documentId - b.documentId,
    )
}
