import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import { instalmentsOf, unsettled } from '../../../ledger/queries/open-items/due-parts.ts'

/**
 * Only the documents whose validity holds the day, read from the covering index; sums of entries only where something
 * was applied by then. One column for the balance keeps SQLite from evaluating the sum once per bucket.
 */
const openBalances = (where: string): string => `
  SELECT customer_id, due_date, document_date,
    CASE WHEN first_applied_on > :asOf THEN amount
      ELSE (SELECT sum(entry.amount) FROM entry WHERE entry.item_id = document_id AND entry.posting_date <= :asOf)
    END,
    iif(instalments = 0, 0, document_id), amount
  FROM open_item INDEXED BY open_item_by_validity
  WHERE closed_on > document_date AND closed_on > :asOf AND document_date <= :asOf${where}`

export const OPEN_BALANCES = openBalances('')
export const OPEN_BALANCES_IN = openBalances(' AND currency = :currency')

type Row = readonly [
  customerId: number,
  dueDate: CalendarDate,
  documentDate: CalendarDate,
  balance: number,
  /** The document when it is due in parts, else 0. */
  inParts: number,
  amount: number,
]

const ROWS_BETWEEN_CHECKS = 50_000

export interface OpenBalancesOptions {
  /** Null while all there is is in one currency. */
  readonly currency: string | null
  readonly checkCancelled: () => void
  /** Called for each balance, in minor units of the item's currency: once a document, or once each part still open. */
  readonly each: (customerId: number, dueDate: CalendarDate, documentDate: CalendarDate, balance: number) => void
}

/**
 * Tells each open item's balance as of a day. Returns how many debit documents were open. SQLite gives all rows at once,
 * which costs least; none is wrapped in an object: this is the bulk of every aging.
 */
export const forEachOpenBalance = (db: Readable, asOf: CalendarDate, options: OpenBalancesOptions): number => {
  const { currency, checkCancelled, each } = options
  let openDebits = 0
  let untilCheck = ROWS_BETWEEN_CHECKS
  const rows =
    currency === null ? db.rows<Row>(OPEN_BALANCES, { asOf }) : db.rows<Row>(OPEN_BALANCES_IN, { asOf, currency })
  for (const row of rows) {
    if ((untilCheck -= 1) === 0) {
      checkCancelled()
      untilCheck = ROWS_BETWEEN_CHECKS
    }
    const customerId = row[0]
    const balance = row[3]
    if (balance === 0) continue
    if (balance > 0) openDebits += 1
    if (row[4] === 0) each(customerId, row[1], row[2], balance)
    else eachPart(db, row, each)
  }
  return openDebits
}

const eachPart = (db: Readable, row: Row, each: OpenBalancesOptions['each']): void => {
  const [customerId, , documentDate, balance, documentId, amount] = row
  for (const { dueDate, open } of unsettled(instalmentsOf(db, documentId), amount - balance))
    each(customerId, dueDate, documentDate, open)
}
