import { baseByPart } from '../../../src-shared/domain/base-parts.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { Readable } from '../../db/connection.ts'
import { instalmentsOf, unsettled, type DuePart } from '../openItems/dueParts.ts'
import { FOREIGN_ITEMS, sumAsOf } from '../revaluation/foreign-items.ts'

/** Two sums an item, both from the index of its entries; few companies bill most of their customers abroad. */
export const BASE_BALANCES = `
  WITH foreign_item AS MATERIALIZED (${FOREIGN_ITEMS})
  SELECT i.document_id, i.customer_id, i.due_date, i.document_date, i.amount, i.instalments, i.currency,
    ${sumAsOf('amount', 'f')}, ${sumAsOf('base_amount', 'f')}
  FROM foreign_item AS f CROSS JOIN open_item AS i ON i.document_id = f.document_id`

type Row = readonly [
  documentId: number,
  customerId: number,
  dueDate: CalendarDate,
  documentDate: CalendarDate,
  amount: number,
  instalments: number,
  currency: string,
  open: number,
  base: number,
]

/** What the books carry of a foreign item as of a day, by the day it is due. */
export interface BaseBalance {
  readonly documentId: number
  readonly customerId: number
  readonly documentDate: CalendarDate
  readonly currency: string
  readonly isCredit: boolean
  /** In its own currency; 0 when only a revaluation is left on that day. */
  readonly open: number
  /** Minor units of the company's currency; they add up to what the control account holds of the item. */
  readonly parts: readonly DuePart[]
}

/** Every item of another currency that the control account holds something of as of a day. */
export const baseBalances = (db: Readable, asOf: CalendarDate, baseCurrency: string): readonly BaseBalance[] =>
  db
    .rows<Row>(BASE_BALANCES, { asOf, baseCurrency })
    .filter((row) => row[8] !== 0 || row[7] !== 0)
    .map(([documentId, customerId, dueDate, documentDate, amount, instalments, currency, open, base]) => {
      const parts = instalments === 0 ? [] : unsettled(instalmentsOf(db, documentId), amount - open)
      return {
        documentId,
        customerId,
        documentDate,
        currency,
        isCredit: amount < 0,
        open,
        parts: baseByPart(parts, base, dueDate),
      }
    })
