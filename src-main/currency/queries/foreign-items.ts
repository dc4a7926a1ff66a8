import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { OPEN_NOW, OPEN_THEN } from '../../ledger/queries/open-items/as-of.ts'

/**
 * The items of other currencies than the company's that its books carry as of a day: those open then, and those that were
 * revalued for the day before a settlement dated until then was posted. A revaluation is taken back on the day after, so
 * it counts on no other day.
 */
export const FOREIGN_ITEMS = `
  SELECT document_id FROM open_item INDEXED BY open_item_by_validity
  WHERE closed_on > document_date AND closed_on > :asOf AND document_date <= :asOf AND currency <> :baseCurrency
  UNION
  SELECT entry.item_id FROM revaluation CROSS JOIN entry ON entry.posting_id = revaluation.posting_id
  WHERE revaluation.date = :asOf AND entry.item_id IS NOT NULL`

const ofCustomer = (open: string): string => `
  SELECT i.document_id FROM ${open} WHERE i.currency <> :baseCurrency
  UNION
  SELECT entry.item_id FROM revaluation CROSS JOIN entry ON entry.posting_id = revaluation.posting_id
  WHERE revaluation.date = :asOf AND entry.item_id IS NOT NULL
    AND entry.customer_id IN (SELECT value FROM json_each(:customers))`

/** Those of the customers in the JSON array :customers, when nothing was closed after :asOf; and through all their documents. */
export const FOREIGN_ITEMS_NOW = ofCustomer(OPEN_NOW)
export const FOREIGN_ITEMS_THEN = ofCustomer(OPEN_THEN)

/** The sums of an item's entries dated on or before the day; the item is :alias.document_id. */
export const sumAsOf = (column: 'amount' | 'base_amount', alias: string): string =>
  `(SELECT coalesce(sum(entry.${column}), 0) FROM entry WHERE entry.item_id = ${alias}.document_id AND entry.posting_date <= :asOf)`

export interface ForeignAsOf {
  readonly asOf: CalendarDate
  readonly baseCurrency: string
}
