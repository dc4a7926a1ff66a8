import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import {
  paidByPart,
  type DatedSettlement,
  type PaidPart,
} from '../../../../src-shared/customers/rules/credit-history.ts'
import type { Readable } from '../../../db/connection.ts'
import { instalmentsOf } from '../../../ledger/queries/open-items/due-parts.ts'

/** Not undone by the day. */
const STANDS = `a.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM application AS undone WHERE undone.reverses_id = a.id AND undone.effective_date <= :asOf)`

/**
 * What receipts paid and was not unapplied by the day. The small rows of open items sort out what was settled before the
 * year; documents are read only for the rest.
 */
const PAID = `
  SELECT i.document_id AS documentId, i.instalments, i.document_date AS documentDate, i.due_date AS dueDate,
    a.effective_date AS paidOn, coalesce(a.debit_amount, a.amount) AS amount
  FROM document AS dated INDEXED BY document_by_customer
  CROSS JOIN open_item AS i ON i.document_id = dated.id AND i.last_entry_on > :after AND i.amount > 0
    AND i.currency = :currency
  CROSS JOIN application AS a INDEXED BY application_by_debit ON a.debit_id = i.document_id
  CROSS JOIN document AS receipt ON receipt.id = a.credit_id AND receipt.kind = 'receipt'
  CROSS JOIN document AS d ON d.id = i.document_id
  WHERE dated.customer_id = :id AND dated.document_date <= :asOf AND d.kind IN ('invoice', 'debit_note')
    AND d.reverses_id IS NULL AND a.amount > 0 AND a.effective_date > :after AND a.effective_date <= :asOf
    AND ${STANDS}`

/** All that settled one item by the day, in the order in which it covered the parts. */
const SETTLED = `
  SELECT a.effective_date AS paidOn, iif(c.kind = 'receipt', coalesce(a.debit_amount, a.amount), 0) AS paid,
    a.discount + a.write_off + iif(c.kind = 'receipt', 0, coalesce(a.debit_amount, a.amount)) AS besides
  FROM application AS a INDEXED BY application_by_debit JOIN document AS c ON c.id = a.credit_id
  WHERE a.debit_id = :documentId AND a.effective_date <= :asOf AND ${STANDS}
  ORDER BY a.effective_date, a.command_seq, a.id`

interface Row extends PaidPart {
  readonly documentId: number
  readonly instalments: number
}

/**
 * What a customer's receipts paid of items in one currency after one day and by another, each part with the day it was due: of an item due in
 * instalments, the instalment that was paid. Minor units of the items' currency.
 */
export function paidParts(
  db: Readable,
  customer: { readonly id: number; readonly currency: string },
  asOf: CalendarDate,
  after: CalendarDate,
): readonly PaidPart[] {
  const rows = db.all<Row>(PAID, { id: customer.id, currency: customer.currency, asOf, after })
  const inParts = new Map(rows.filter(({ instalments }) => instalments > 0).map((row) => [row.documentId, row]))
  const byPart = [...inParts].flatMap(([documentId, { documentDate }]) =>
    paidByPart(
      { documentDate, plan: instalmentsOf(db, documentId) },
      db.all<DatedSettlement>(SETTLED, { documentId, asOf }),
    ).filter(({ paidOn }) => paidOn > after),
  )
  return [...rows.filter(({ instalments }) => instalments === 0), ...byPart]
}
