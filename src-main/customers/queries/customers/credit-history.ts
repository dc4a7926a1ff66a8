import type { CreditHistory } from '../../../../src-shared/customers/contract/customers.ts'
import type { DatedAmount } from '../../../../src-shared/ledger/rules/balance-history.ts'
import { addMonthsWithin, startOfYear, type CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import {
  highestBalance,
  payingHabit,
  salesByMonth,
  salesOfYear,
  type MonthlySales,
} from '../../../../src-shared/customers/rules/credit-history.ts'
import { checkAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { currenciesOf } from './currencies.ts'
import { LAST_RECEIPT_IN } from './get.ts'
import { paidParts } from './paid-parts.ts'

/** Entries of every item of the customer, dates added up: an application between two of them changes nothing. */
const CHANGES = `
  SELECT e.posting_date AS date, sum(e.amount) AS amount
  FROM document AS d INDEXED BY document_by_customer
  JOIN entry AS e INDEXED BY entry_by_item ON e.item_id = d.id
  WHERE d.customer_id = :id AND d.currency = :currency AND d.document_date <= :asOf AND e.posting_date <= :asOf
  GROUP BY e.posting_date
  ORDER BY e.posting_date`

/**
 * By lines, so that no tax counts and no balance brought in from other books. A void takes off what it voids. A finance charge
 * is no sale, and what is credited of one takes nothing off them.
 */
const SALES = `
  SELECT substr(d.document_date, 1, 7) || '-01' AS month, sum(line.net) AS amount
  FROM document AS d INDEXED BY document_by_customer
  JOIN document_line AS line ON line.document_id = d.id
  WHERE d.customer_id = :id AND d.currency = :currency AND d.document_date BETWEEN :from AND :asOf
    AND d.kind IN ('invoice', 'debit_note', 'credit_note')
    AND NOT EXISTS (SELECT 1 FROM document AS charge WHERE charge.id = d.credits_id AND charge.kind = 'finance_charge')
  GROUP BY month
  ORDER BY month`

const RETURNED = `
  SELECT count(*) AS count, max(returned_on) AS last FROM returned_payment
  WHERE customer_id = :id AND returned_on <= :asOf`

/** Sums of SQL, which counts further than a number is exact. */
const checked = <Row extends { readonly amount: number }>(rows: readonly Row[]): readonly Row[] => {
  for (const { amount } of rows) checkAmount(amount)
  return rows
}

/** How a customer bought and paid, as of a day. Reads the customer's documents and no others. */
export const creditHistory: QueryHandler<'customers.creditHistory'> = ({ db }, { id, asOf, currency: wanted }) => {
  const own = db.value<string>('SELECT currency FROM customer WHERE id = ?', [id])
  if (own === undefined) throw new Refusal('customer_not_found', {}, 'id')
  const currency = wanted ?? own
  const yearAgo = addMonthsWithin(asOf, -12)
  const changes = checked(db.all<DatedAmount>(CHANGES, { id, asOf, currency }))
  // The thirteen months lie within this calendar year and the one before.
  const sales = checked(db.all<MonthlySales>(SALES, { id, from: startOfYear(yearAgo), asOf, currency }))
  const returned = db.get<{ count: number; last: CalendarDate | null }>(RETURNED, { id, asOf })
  return {
    currency,
    otherCurrencies: [own, ...currenciesOf(db, id)].filter(
      (used, at, all) => used !== currency && all.indexOf(used) === at,
    ),
    highest: highestBalance(changes, null),
    highestLastYear: highestBalance(changes, yearAgo),
    ...payingHabit(paidParts(db, { id, currency }, asOf, yearAgo)),
    lastPayment: db.get<NonNullable<CreditHistory['lastPayment']>>(LAST_RECEIPT_IN, { id, asOf, currency }) ?? null,
    returnedPayments: returned?.count ?? 0,
    lastReturned: returned?.last ?? null,
    months: salesByMonth(sales, asOf),
    salesThisYear: salesOfYear(sales, asOf),
    salesLastYear: salesOfYear(sales, yearAgo),
  }
}
