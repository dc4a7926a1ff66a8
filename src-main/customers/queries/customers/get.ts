import type { CustomerCard } from '../../../../src-shared/customers/contract/customers.ts'
import { addMonthsWithin } from '../../../../src-shared/domain/dates/calendar.ts'
import { payingHabit } from '../../../../src-shared/customers/rules/credit-history.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { itemsAsOf } from '../../../ledger/queries/open-items/as-of.ts'
import { balancesAsOf, splitBalances } from '../open-items/balances.ts'
import { paidParts } from './paid-parts.ts'
import { paidForBy, relatedCustomer } from '../../../ledger/facts/payer.ts'
import { currencyLimitStandings } from './currency-limits.ts'
import { exposureOf } from './exposure.ts'
import { customerRecord } from './record.ts'

const lastReceipt = (besides: string, where: string): string => `
  SELECT d.document_date AS date, -d.total AS amount${besides}
  FROM document AS d INDEXED BY document_by_customer
  WHERE d.customer_id = :id AND d.document_date <= :asOf AND d.kind = 'receipt' AND d.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id AND void.document_date <= :asOf)${where}
  ORDER BY d.document_date DESC, d.command_seq DESC, d.id DESC LIMIT 1`

export const LAST_RECEIPT = lastReceipt(', d.currency', '')
export const LAST_RECEIPT_IN = lastReceipt('', ' AND d.currency = :currency')

const RETURNED_PAYMENTS = 'SELECT count(*) FROM returned_payment WHERE customer_id = :id AND returned_on <= :asOf'

/** Everything about one customer on one card, as of a day. */
export const customerCard: QueryHandler<'customers.get'> = ({ db }, { id, asOf, exceptDraft }) => {
  const customer = customerRecord(db, id)
  const items = itemsAsOf(db, id, asOf)
  const { currency } = customer
  const { baseCurrency } = companyRules(db)
  const balances = balancesAsOf(db, [id], asOf, baseCurrency).get(id)
  const { own, others, inBase } = splitBalances(balances, currency)
  return {
    customer,
    payingParent: customer.payingParentId === null ? null : relatedCustomer(db, customer.payingParentId),
    paysFor: paidForBy(db, id),
    termsName: db.value<string>('SELECT name FROM terms WHERE id = ?', [customer.termsId]) ?? '',
    taxCodeName: db.value<string>('SELECT name FROM tax_code WHERE id = ?', [customer.taxCodeId]) ?? null,
    balance: own.balance,
    overdue: own.overdue,
    unapplied: own.unapplied,
    others,
    inBase: { currency: baseCurrency, balance: inBase },
    exposure: exposureOf(db, { id, currency, baseCurrency, date: asOf, exceptDraft }),
    currencyLimits: currencyLimitStandings(db, { id, currency, exceptDraft }),
    openItems: items,
    lastReceipt: db.get<NonNullable<CustomerCard['lastReceipt']>>(LAST_RECEIPT, { id, asOf }) ?? null,
    averageDaysLate: payingHabit(paidParts(db, { id, currency }, asOf, addMonthsWithin(asOf, -12))).daysLate,
    returnedPayments: db.value<number>(RETURNED_PAYMENTS, { id, asOf }) ?? 0,
  }
}
