import type { StatementLine } from '../../../../src-shared/reports/contract/statements.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { toBase, type ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import type { Readable } from '../../../db/connection.ts'

/** What moved a customer's balance on a day. Minor units; positive raises what the customer owes. */
export interface Activity extends Pick<StatementLine, 'date' | 'kind' | 'number' | 'reference' | 'dueDate'> {
  readonly amount: number
  /** The same in the company's currency, at the rate of the customer's own document. */
  readonly base: number
}

/** What the statement is of, and the company's own. */
export interface Currencies {
  readonly currency: string
  readonly baseCurrency: string
}

// What applying rounded at one rate went back to where a credit came from: it belongs to the credit's own row.
const ROUNDED = `
  SELECT coalesce(sum(e.base_amount), 0)
  FROM application AS a INDEXED BY application_by_credit
  CROSS JOIN document AS debit ON debit.id = a.debit_id AND debit.customer_id = document.customer_id
  CROSS JOIN entry AS e ON e.posting_id = a.posting_id AND e.application_id = a.id
  WHERE a.credit_id = document.id AND a.effective_date <= :to AND e.item_id IS NULL AND e.amount = 0
    AND e.account_id <> (SELECT account_id FROM account_role WHERE role = 'exchange')`

export const DOCUMENTS_POSTED = `
  SELECT document_date AS date, kind, number, reference, iif(total < 0, NULL, due_date) AS dueDate, total AS amount,
    base_total - iif(total < 0, (${ROUNDED}), 0) AS base
  FROM document INDEXED BY document_by_customer
  WHERE customer_id = :customerId AND currency = :currency AND document_date >= :from AND document_date <= :to AND total <> 0
  ORDER BY document_date, command_seq, id`

// Of two items of one customer in one currency, what is given away is what their own movements lack; without money, it is
// all that the item loses.
const GIVEN_IN_BASE = `
  SELECT 0 - coalesce(sum(e.base_amount), 0) FROM entry AS e
  WHERE e.posting_id = a.posting_id AND e.application_id = a.id AND (e.item_id IS NOT NULL OR e.amount = 0)
    AND (a.amount = 0 OR EXISTS (
      SELECT 1 FROM document AS credit
      WHERE credit.id = a.credit_id AND credit.customer_id = d.customer_id AND credit.currency = d.currency))
  HAVING count(*) > 0`

export const ALLOWANCES_GIVEN = `
  SELECT a.effective_date AS date, d.number, d.rate, a.discount, a.write_off AS writeOff, (${GIVEN_IN_BASE}) AS givenInBase
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_debit ON a.debit_id = d.id
  WHERE d.customer_id = :customerId AND d.currency = :currency AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND (a.discount <> 0 OR a.write_off <> 0)
  ORDER BY a.effective_date, a.command_seq, a.id`

/** Whose the item on the other side is, and in what currency; null where it is the same. */
const OTHER_SIDE = `iif(other.customer_id = d.customer_id, NULL, c.code) AS code,
    iif(other.currency = d.currency, NULL, other.currency) AS currency`

/**
 * A family's customers settle each other's items, and money in one currency items in another: what credits of another
 * customer or currency settled of this customer's debits in this one.
 */
export const SETTLED_BY_OTHERS = `
  SELECT a.effective_date AS date, other.kind, other.number, ${OTHER_SIDE}, d.rate, -coalesce(a.debit_amount, a.amount) AS amount
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_debit ON a.debit_id = d.id
  CROSS JOIN document AS other ON other.id = a.credit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND d.currency = :currency AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND (other.customer_id <> d.customer_id OR other.currency <> d.currency) AND a.amount <> 0
  ORDER BY a.effective_date, a.command_seq, a.id`

/** And what this customer's credits in this currency settled of debits of another. */
export const SETTLED_FOR_OTHERS = `
  SELECT a.effective_date AS date, other.kind, other.number, ${OTHER_SIDE}, d.rate, a.amount
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_credit ON a.credit_id = d.id
  CROSS JOIN document AS other ON other.id = a.debit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND d.currency = :currency AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND (other.customer_id <> d.customer_id OR other.currency <> d.currency) AND a.amount <> 0
  ORDER BY a.effective_date, a.command_seq, a.id`

interface AcrossItems extends Pick<Activity, 'date' | 'kind' | 'number' | 'amount'> {
  /** The other customer's; null where it is the same. */
  readonly code: string | null
  /** The other side's; null where it is the same. */
  readonly currency: string | null
  readonly rate: ExchangeRate
}

interface Allowance {
  readonly date: CalendarDate
  readonly number: string
  readonly rate: ExchangeRate
  readonly discount: number
  readonly writeOff: number
  /** Of both, where the books say it; null between customers. */
  readonly givenInBase: number | null
}

/**
 * Documents dated in the period, the discounts and write-offs given in it, and what moved between the customers of a
 * paying parent and between currencies. Applying moves nothing else: what a receipt settles of its own customer and currency, the receipt itself has already
 * taken off the balance.
 */
export function activityOf(
  db: Readable,
  customerId: number,
  from: CalendarDate,
  to: CalendarDate,
  { currency, baseCurrency }: Currencies,
): readonly Activity[] {
  const period = { customerId, currency, from, to }
  const worth = (amount: number, rate: ExchangeRate): number => toBase(amount, currency, baseCurrency, rate)
  return [
    ...db.all<Activity>(DOCUMENTS_POSTED, period),
    ...db.all<Allowance>(ALLOWANCES_GIVEN, period).flatMap((row) => allowanceLines(row, worth)),
    ...db
      .all<AcrossItems>(SETTLED_BY_OTHERS, period)
      .map((row) => acrossLine(row, worth, row.amount < 0 ? 'Paid' : 'Payment', 'by')),
    ...db
      .all<AcrossItems>(SETTLED_FOR_OTHERS, period)
      .map((row) => acrossLine(row, worth, row.amount > 0 ? 'Paid' : 'Payment', 'for')),
  ]
}

type Worth = (amount: number, rate: ExchangeRate) => number

/** "Paid by NORTH01 in USD", or "Payment for NORTH01 withdrawn". */
const acrossLine = (row: AcrossItems, worth: Worth, done: 'Paid' | 'Payment', side: 'by' | 'for'): Activity => {
  const { date, kind, number, amount, rate, code, currency } = row
  const who = code === null ? '' : ` ${side} ${code}`
  const money = currency === null ? '' : side === 'by' || code !== null ? ` in ${currency}` : ` for ${currency}`
  return {
    date,
    kind,
    number,
    reference: `${done}${who}${money}${done === 'Payment' ? ' withdrawn' : ''}`,
    dueDate: null,
    amount,
    base: worth(amount, rate),
  }
}

function allowanceLines(row: Allowance, worth: Worth): readonly Activity[] {
  const { date, number, rate, discount, writeOff, givenInBase } = row
  const onDiscount = writeOff === 0 && givenInBase !== null ? givenInBase : worth(discount, rate)
  const onWriteOff = givenInBase === null ? worth(writeOff, rate) : givenInBase - onDiscount
  const line = (amount: number, base: number, given: string, withdrawn: string): readonly Activity[] =>
    amount === 0
      ? []
      : [
          {
            date,
            kind: 'adjustment',
            number,
            reference: amount > 0 ? given : withdrawn,
            dueDate: null,
            amount: -amount,
            base: 0 - base,
          },
        ]
  return [
    ...line(discount, onDiscount, 'Discount taken', 'Discount withdrawn'),
    ...line(writeOff, onWriteOff, 'Adjustment', 'Adjustment withdrawn'),
  ]
}
