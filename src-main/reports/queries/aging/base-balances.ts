import { baseByPart } from '../../../../src-shared/ledger/rules/base-currency/base-parts.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import { anyClosedAfter } from '../../../ledger/queries/open-items/as-of.ts'
import { instalmentsOf, unsettled, type DuePart } from '../../../ledger/queries/open-items/due-parts.ts'
import {
  FOREIGN_ITEMS,
  FOREIGN_ITEMS_NOW,
  FOREIGN_ITEMS_THEN,
  sumAsOf,
} from '../../../currency/queries/foreign-items.ts'

/** Two sums an item, both from the index of its entries; few companies bill most of their customers abroad. */
const balancesOf = (items: string): string => `
  WITH foreign_item AS MATERIALIZED (${items})
  SELECT i.document_id, i.customer_id, i.due_date, i.document_date, i.amount, i.instalments, i.currency,
    ${sumAsOf('amount', 'f')}, ${sumAsOf('base_amount', 'f')}
  FROM foreign_item AS f CROSS JOIN open_item AS i ON i.document_id = f.document_id`

export const BASE_BALANCES = balancesOf(FOREIGN_ITEMS)
export const BASE_BALANCES_NOW = balancesOf(FOREIGN_ITEMS_NOW)
export const BASE_BALANCES_THEN = balancesOf(FOREIGN_ITEMS_THEN)

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
  /** Minor units of the company's currency. */
  readonly base: number
  /** Minor units of the company's currency; they add up to what the control account holds of the item. */
  readonly parts: readonly DuePart[]
}

/** Every item of another currency that the control account holds something of as of a day. */
export const baseBalances = (db: Readable, asOf: CalendarDate, baseCurrency: string): readonly BaseBalance[] =>
  balancesFrom(db, db.rows<Row>(BASE_BALANCES, { asOf, baseCurrency }))

/** The same of one customer: what every report of that day in the company's currency says of it goes back to these. */
export const baseBalancesOf = (
  db: Readable,
  customerId: number,
  asOf: CalendarDate,
  baseCurrency: string,
): readonly BaseBalance[] => {
  const sql = anyClosedAfter(db, asOf) ? BASE_BALANCES_THEN : BASE_BALANCES_NOW
  return balancesFrom(db, db.rows<Row>(sql, { customers: JSON.stringify([customerId]), asOf, baseCurrency }))
}

const balancesFrom = (db: Readable, rows: readonly Row[]): readonly BaseBalance[] =>
  rows
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
        base,
        parts: baseByPart(parts, base, dueDate),
      }
    })
