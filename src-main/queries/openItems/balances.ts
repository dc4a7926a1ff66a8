import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { addChecked, sum } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import { anyClosedAfter, OPEN_AS_OF, OPEN_NOW, OPEN_THEN } from './asOf.ts'
import { dueParts, type DuePart } from './dueParts.ts'

/** Minor units. Debits past due make `overdue`; open credits, as a positive figure, `unapplied`. */
export interface CustomerBalance {
  readonly balance: number
  readonly overdue: number
  readonly unapplied: number
}

interface Open {
  readonly open: number
  readonly parts: readonly DuePart[]
}

type Row = readonly [
  customerId: number,
  documentId: number,
  dueDate: CalendarDate,
  instalments: number,
  original: number,
  open: number,
]

export const NO_BALANCE: CustomerBalance = { balance: 0, overdue: 0, unapplied: 0 }

const columns = `i.customer_id, i.document_id, i.due_date, i.instalments, i.amount, ${OPEN_AS_OF}`
export const BALANCES_NOW = `SELECT ${columns} FROM ${OPEN_NOW}`
export const BALANCES_THEN = `SELECT ${columns} FROM ${OPEN_THEN}`

/** A balance with one more open item in it. Credits do not lower what is overdue. */
export function withItem(before: CustomerBalance, { open, parts }: Open, asOf: CalendarDate): CustomerBalance {
  const late = open > 0 ? sum(parts.flatMap((part) => (part.dueDate < asOf ? [part.open] : []))) : 0
  return {
    balance: addChecked(before.balance, open),
    overdue: addChecked(before.overdue, late),
    unapplied: addChecked(before.unapplied, open < 0 ? -open : 0),
  }
}

/** Balances of the customers given as of a day; customers without open items are absent. */
export function balancesAsOf(
  db: Readable,
  customerIds: readonly number[],
  asOf: CalendarDate,
): ReadonlyMap<number, CustomerBalance> {
  const balances = new Map<number, CustomerBalance>()
  const sql = anyClosedAfter(db, asOf) ? BALANCES_THEN : BALANCES_NOW
  const rows = db.rows<Row>(sql, { customers: JSON.stringify(customerIds), asOf })
  for (const [customerId, documentId, dueDate, instalments, original, open] of rows) {
    const parts = dueParts(db, { documentId, dueDate, instalments, original, open })
    balances.set(customerId, withItem(balances.get(customerId) ?? NO_BALANCE, { open, parts }, asOf))
  }
  return balances
}
