import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { creditedInvoice } from '../../../ledger/facts/settlement/credited.ts'
import { roundingStanding } from './rounding.ts'

/** The lines and taxes of an invoice, how much of each is left to credit, and what was given away on it without money. */
export const creditableLines: QueryHandler<'creditNotes.creditable'> = ({ db }, { invoiceId }) => {
  if (db.value('SELECT 1 FROM document WHERE id = ?', [invoiceId]) === undefined)
    throw new Refusal('document_not_found', {}, 'invoiceId')
  const { lines, taxes, reductions, creditedThen } = creditedInvoice(db, invoiceId)
  return {
    reductions,
    creditedThen,
    rounding: roundingStanding(db, invoiceId),
    lines: lines.map(({ accountId: _, productId: __, ...line }) => ({
      ...line,
      left: line.quantity - line.creditedQuantity,
    })),
    taxes: taxes.map(({ accountId: _, ...tax }) => tax),
  }
}
