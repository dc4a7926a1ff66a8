import type { CurrencyBalance } from '../../../../src-shared/customers/contract/customers.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { addChecked, checkAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
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

const BASE = `iif(i.currency = :baseCurrency, NULL, (SELECT coalesce(sum(e.base_amount), 0) FROM entry AS e
    WHERE e.item_id = i.document_id AND e.posting_date <= :asOf))`
const columns = `i.customer_id, i.document_id, i.due_date, i.instalments, i.amount, ${OPEN_AS_OF}, i.currency, ${BASE}`
export const PARTS_NOW = `SELECT ${columns} FROM ${OPEN_NOW} WHERE i.instalments > 0`
export const BALANCES_THEN = `SELECT ${columns} FROM ${OPEN_THEN}`

/** What one customer has open when nothing was closed after :asOf, from the index alone; what is due in parts is left out. */
export const BALANCES_NOW = `
  SELECT i.currency, sum(${OPEN_AS_OF}), sum(iif(i.due_date < :asOf, max(${OPEN_AS_OF}, 0), 0)),
    sum(max(0 - (${OPEN_AS_OF}), 0)), sum(coalesce(${BASE}, ${OPEN_AS_OF}))
  FROM open_item AS i INDEXED BY open_item_by_customer
  WHERE i.customer_id = :customerId AND i.closed_on = '9999-12-31' AND i.document_date <= :asOf AND i.instalments = 0
  GROUP BY i.currency`

type Sums = readonly [currency: string, balance: number, overdue: number, unapplied: number, inBase: number]

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

const balanceOf = ([currency, balance, overdue, unapplied, inBase]: Sums): CurrencyBalance => ({
  currency,
  balance: checkAmount(balance),
  overdue: checkAmount(overdue),
  unapplied: checkAmount(unapplied),
  inBase: checkAmount(inBase),
})

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
  const isNow = !anyClosedAfter(db, asOf)
  if (isNow) {
    for (const customerId of customerIds) {
      const sums = db.rows<Sums>(BALANCES_NOW, { customerId, asOf, baseCurrency })
      if (sums.length > 0) balances.set(customerId, new Map(sums.map((each) => [each[0], balanceOf(each)])))
    }
  }
  const asked = { customers: JSON.stringify(customerIds), asOf, baseCurrency }
  const rows = db.rows<Row>(isNow ? PARTS_NOW : BALANCES_THEN, asked)
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
