import { ROWS_MOST, type BilledDocument, type BilledTotal } from '../../../../src-shared/reports/contract/registers.ts'
import { checkAmount } from '../../../../src-shared/domain/amounts/money.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

// A deduction charged back is owed again, not billed again: its invoice stands here already (decision 0048).
const BILLED = `
  SELECT d.id, d.kind, d.number, d.customer_id, d.document_date, d.currency, d.total,
    coalesce((SELECT sum(t.tax) FROM document_tax AS t WHERE t.document_id = d.id), 0) AS tax
  FROM document AS d INDEXED BY document_by_date
  WHERE d.document_date BETWEEN :from AND :to
    AND d.kind IN ('invoice', 'debit_note', 'finance_charge', 'credit_note')
    AND NOT EXISTS (
      SELECT 1 FROM entry AS e JOIN account_role AS r ON r.account_id = e.account_id AND r.role = 'opening_balance'
      WHERE e.posting_id = d.posting_id)
    AND NOT EXISTS (
      SELECT 1 FROM deduction_resolution AS moved WHERE moved.chargeback_id = coalesce(d.reverses_id, d.id))`

const ROWS = `
  SELECT b.id AS documentId, b.kind, b.number, c.code AS customerCode, c.name AS customerName, b.document_date AS date,
    b.currency, b.total - b.tax AS net, b.tax, b.total
  FROM (${BILLED}) AS b JOIN customer AS c ON c.id = b.customer_id
  ORDER BY b.document_date, b.number LIMIT ${ROWS_MOST}`

const TOTALS = `
  SELECT b.currency, count(*) AS count, sum(b.total - b.tax) AS net, sum(b.tax) AS tax, sum(b.total) AS total
  FROM (${BILLED}) AS b GROUP BY b.currency ORDER BY b.currency`

/** What was billed in a period, document by document, and what it comes to in each currency. */
export const invoiceRegister: QueryHandler<'registers.invoices'> = ({ db, checkCancelled }, { from, to }) => {
  const totals = db.all<BilledTotal & { readonly count: number }>(TOTALS, { from, to })
  checkCancelled()
  return {
    from,
    to,
    rows: db.all<BilledDocument>(ROWS, { from, to }),
    count: totals.reduce((sum, { count }) => sum + count, 0),
    totals: totals.map(({ currency, net, tax, total }) => ({
      currency,
      net: checkAmount(net),
      tax: checkAmount(tax),
      total: checkAmount(total),
    })),
  }
}
