import type { CurrencyBalance } from '../../../../src-shared/customers/contract/customers.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { addChecked, sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../../db/connection.ts'
import { anyClosedAfter, OPEN_AS_OF, OPEN_NOW, OPEN_THEN } from '../../../ledger/queries/open-items/as-of.ts'
import { dueParts, type DuePart } from '../../../ledger/queries/open-items/due-parts.ts'

interface Open {
  readonly open: number
  /** As the books carry it, in the company's currency. */
  readonly base: number
  readonly parts: readonly DuePart[]
}

type Row = readonly [
  customerId: number,
  documentId: number,
  dueDate: CalendarDate,
  instalments: number,
  original: number,
  open: number,
  currency: string,
  /** Null where the item is in the company's own currency: then it is what is open. */
  base: number | null,
]

export const noBalance = (currency: string): CurrencyBalance => ({
  currency,
  balance: 0,
  overdue: 0,
  unapplied: 0,
  inBase: 0,
})

const columns = `i.customer_id, i.document_id, i.due_date, i.instalments, i.amount, ${OPEN_AS_OF}, i.currency,
  iif(i.currency = :baseCurrency, NULL, (SELECT coalesce(sum(e.base_amount), 0) FROM entry AS e
    WHERE e.item_id = i.document_id AND e.posting_date <= :asOf))`
export const BALANCES_NOW = `SELECT ${columns} FROM ${OPEN_NOW}`
export const BALANCES_THEN = `SELECT ${columns} FROM ${OPEN_THEN}`

/** A balance with one more open item in it. Credits do not lower what is overdue. */
function withItem(before: CurrencyBalance, { open, base, parts }: Open, asOf: CalendarDate): CurrencyBalance {
  const late = open > 0 ? sum(parts.flatMap((part) => (part.dueDate < asOf ? [part.open] : []))) : 0
  return {
    currency: before.currency,
    balance: addChecked(before.balance, open),
    overdue: addChecked(before.overdue, late),
    unapplied: addChecked(before.unapplied, open < 0 ? -open : 0),
    inBase: addChecked(before.inBase, base),
  }
}

/** What a customer has open in each currency, by its code. */
export type BalancesByCurrency = ReadonlyMap<string, CurrencyBalance>

/** Balances of the customers given as of a day, by currency; customers without open items are absent. */
export function balancesAsOf(
  db: Readable,
  customerIds: readonly number[],
  asOf: CalendarDate,
  baseCurrency: string,
): ReadonlyMap<number, BalancesByCurrency> {
  const balances = new Map<number, Map<string, CurrencyBalance>>()
  const sql = anyClosedAfter(db, asOf) ? BALANCES_THEN : BALANCES_NOW
  const rows = db.rows<Row>(sql, { customers: JSON.stringify(customerIds), asOf, baseCurrency })
  for (const [customerId, documentId, dueDate, instalments, original, open, currency, base] of rows) {
    const ofCustomer = balances.get(customerId) ?? new Map<string, CurrencyBalance>()
    balances.set(customerId, ofCustomer)
    const parts = dueParts(db, { documentId, dueDate, instalments, original, open })
    const item = { open, base: base ?? open, parts }
    ofCustomer.set(currency, withItem(ofCustomer.get(currency) ?? noBalance(currency), item, asOf))
  }
  return balances
}

/** A customer's own currency, what is open in others, and all of them as the books carry them. */
export interface SplitBalances {
  readonly own: CurrencyBalance
  /** By code; none of which nothing is open. */
  readonly others: readonly CurrencyBalance[]
  readonly inBase: number
}

/** Tells a customer's own currency from the others. */
export function splitBalances(balances: BalancesByCurrency | undefined, currency: string): SplitBalances {
  const all = [...(balances ?? new Map<string, CurrencyBalance>()).values()]
  return {
    own: balances?.get(currency) ?? noBalance(currency),
    others: all
      .filter((each) => each.currency !== currency && (each.balance !== 0 || each.unapplied !== 0))
      .toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
    inBase: sum(all.map(({ inBase }) => inBase)),
  }
}
