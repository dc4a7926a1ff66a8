import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { AgingInput } from '../../../src-shared/domain/aging.ts'
import type { Readable } from '../../db/connection.ts'
import { unsettled } from '../openItems/dueParts.ts'

/**
 * Only the documents whose validity holds the day, read from the covering index; sums of entries only where something
 * was applied by then. One column for the balance keeps SQLite from evaluating the sum once per bucket.
 */
export const OPEN_BALANCES = `
  SELECT customer_id, due_date, document_date, amount,
    CASE WHEN first_applied_on > :asOf THEN amount
      ELSE (SELECT sum(entry.amount) FROM entry WHERE entry.item_id = document_id AND entry.posting_date <= :asOf)
    END,
    iif(instalments = 0, 0, document_id)
  FROM open_item INDEXED BY open_item_by_validity
  WHERE closed_on > document_date AND closed_on > :asOf AND document_date <= :asOf`

type Row = readonly [
  customerId: number,
  dueDate: CalendarDate,
  documentDate: CalendarDate,
  amount: number,
  balance: number,
  instalmentsOf: number,
]

export interface Counted {
  openDebits: number
}

const INSTALMENTS =
  'SELECT due_date AS dueDate, amount FROM instalment WHERE document_id = ? ORDER BY due_date, position'

/**
 * Each open item's balance as of a day, for one pass of ageRows; a document due in parts gives one row for each part
 * still open. Minor units of the item's currency. `each` is called every 50,000 rows; it may throw to stop.
 */
export function* openBalances(
  db: Readable,
  asOf: CalendarDate,
  wanted: ReadonlySet<number> | null,
  counted: Counted,
  each: () => void,
): Generator<AgingInput> {
  const inParts: Row[] = []
  let read = 0
  for (const row of db.iterateRows<Row>(OPEN_BALANCES, { asOf })) {
    const [customerId, dueDate, documentDate, , balance, instalmentsOf] = row
    read += 1
    if (read % 50_000 === 0) each()
    if (balance === 0 || (wanted !== null && !wanted.has(customerId))) continue
    if (balance > 0) counted.openDebits += 1
    if (instalmentsOf !== 0) inParts.push(row)
    else yield { customerId, dueDate, documentDate, balance }
  }
  for (const [customerId, , documentDate, amount, balance, documentId] of inParts) {
    const plan = db.all<{ dueDate: CalendarDate; amount: number }>(INSTALMENTS, [documentId])
    for (const { dueDate, open } of unsettled(plan, amount - balance))
      yield { customerId, dueDate, documentDate, balance: open }
  }
}
