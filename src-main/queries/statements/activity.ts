import type { StatementLine } from '../../../src-shared/contract/statements.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { toBase, type ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
import type { Readable } from '../../db/connection.ts'

/** What moved a customer's balance on a day. Minor units; positive raises what the customer owes. */
export interface Activity extends Pick<StatementLine, 'date' | 'kind' | 'number' | 'reference' | 'dueDate'> {
  readonly amount: number
  /** The same in the company's currency, at the rate of the customer's own document. */
  readonly base: number
}

/** What the customer is billed in, and the company's own. */
export interface Currencies {
  readonly currency: string
  readonly baseCurrency: string
}

export const DOCUMENTS_POSTED = `
  SELECT document_date AS date, kind, number, reference, iif(total < 0, NULL, due_date) AS dueDate, total AS amount,
    base_total AS base
  FROM document INDEXED BY document_by_customer
  WHERE customer_id = :customerId AND document_date >= :from AND document_date <= :to AND total <> 0
  ORDER BY document_date, id`

export const ALLOWANCES_GIVEN = `
  SELECT a.effective_date AS date, d.number, d.rate, a.discount, a.write_off AS writeOff
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_debit ON a.debit_id = d.id
  WHERE d.customer_id = :customerId AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND (a.discount <> 0 OR a.write_off <> 0)
  ORDER BY a.effective_date, a.id`

/** A family's customers settle each other's items: what another one's credit settled of this customer's debits. */
export const SETTLED_BY_OTHERS = `
  SELECT a.effective_date AS date, other.kind, other.number, c.code, d.rate, -a.amount AS amount
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_debit ON a.debit_id = d.id
  CROSS JOIN document AS other ON other.id = a.credit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND other.customer_id <> d.customer_id AND a.amount <> 0
  ORDER BY a.effective_date, a.id`

/** And what this customer's credits settled of another one's debits. */
export const SETTLED_FOR_OTHERS = `
  SELECT a.effective_date AS date, other.kind, other.number, c.code, d.rate, a.amount AS amount
  FROM document AS d INDEXED BY document_by_customer
  CROSS JOIN application AS a INDEXED BY application_by_credit ON a.credit_id = d.id
  CROSS JOIN document AS other ON other.id = a.debit_id
  CROSS JOIN customer AS c ON c.id = other.customer_id
  WHERE d.customer_id = :customerId AND d.document_date <= :to AND a.effective_date >= :from AND a.effective_date <= :to
    AND other.customer_id <> d.customer_id AND a.amount <> 0
  ORDER BY a.effective_date, a.id`

interface AcrossCustomers extends Pick<Activity, 'date' | 'kind' | 'number' | 'amount'> {
  /** The other customer's. */
  readonly code: string
  readonly rate: ExchangeRate
}

interface Allowance {
  readonly date: CalendarDate
  readonly number: string
  readonly rate: ExchangeRate
  readonly discount: number
  readonly writeOff: number
}

/**
 * Documents dated in the period, the discounts and write-offs given in it, and what moved between the customers of a
 * paying parent. Applying moves nothing else: what a receipt settles of its own customer, the receipt itself has already
 * taken off the balance.
 */
export function activityOf(
  db: Readable,
  customerId: number,
  from: CalendarDate,
  to: CalendarDate,
  { currency, baseCurrency }: Currencies,
): readonly Activity[] {
  const period = { customerId, from, to }
  const worth = (amount: number, rate: ExchangeRate): number => toBase(amount, currency, baseCurrency, rate)
  return [
    ...db.all<Activity>(DOCUMENTS_POSTED, period),
    ...db.all<Allowance>(ALLOWANCES_GIVEN, period).flatMap((row) => allowanceLines(row, worth)),
    ...db
      .all<AcrossCustomers>(SETTLED_BY_OTHERS, period)
      .map((row) =>
        acrossLine(row, worth, row.amount < 0 ? `Paid by ${row.code}` : `Payment by ${row.code} withdrawn`),
      ),
    ...db
      .all<AcrossCustomers>(SETTLED_FOR_OTHERS, period)
      .map((row) =>
        acrossLine(row, worth, row.amount > 0 ? `Paid for ${row.code}` : `Payment for ${row.code} withdrawn`),
      ),
  ]
}

type Worth = (amount: number, rate: ExchangeRate) => number

const acrossLine = (
  { date, kind, number, amount, rate }: AcrossCustomers,
  worth: Worth,
  reference: string,
): Activity => ({
  date,
  kind,
  number,
  reference,
  dueDate: null,
  amount,
  base: worth(amount, rate),
})

function allowanceLines({ date, number, rate, discount, writeOff }: Allowance, worth: Worth): readonly Activity[] {
  const line = (amount: number, given: string, withdrawn: string): readonly Activity[] =>
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
            base: worth(-amount, rate),
          },
        ]
  return [
    ...line(discount, 'Discount taken', 'Discount withdrawn'),
    ...line(writeOff, 'Adjustment', 'Adjustment withdrawn'),
  ]
}
