import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { QueryHandler } from '../handler.ts'
import { invoiceLines, invoiceTaxes } from './credited.ts'

/** The lines and taxes of an invoice, and how much of each is left to credit. */
export const creditableLines: QueryHandler<'creditNotes.creditable'> = ({ db }, { invoiceId }) => {
  if (db.value('SELECT 1 FROM document WHERE id = ?', [invoiceId]) === undefined)
    throw new Refusal('document_not_found', {}, 'invoiceId')
  const lines = invoiceLines(db, invoiceId)
  return {
    lines: lines.map(({ accountId: _, productId: __, ...line }) => ({
      ...line,
      left: line.quantity - line.creditedQuantity,
    })),
    taxes: invoiceTaxes(db, invoiceId).map(({ accountId: _, ...tax }) => tax),
  }
}
