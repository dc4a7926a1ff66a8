import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { QueryHandler } from '../handler.ts'
import { invoiceLines } from './credited.ts'

/** The lines of an invoice and how much of each is left to credit. */
export const creditableLines: QueryHandler<'creditNotes.creditable'> = ({ db }, { invoiceId }) => {
  if (db.value('SELECT 1 FROM document WHERE id = ?', [invoiceId]) === undefined)
    throw new Refusal('document_not_found', {}, 'invoiceId')
  return invoiceLines(db, invoiceId).map(
    ({ lineNo, description, quantity, creditedQuantity, unitPrice, discountPercent, net, taxCode }) => ({
      lineNo,
      description,
      quantity,
      left: quantity - creditedQuantity,
      unitPrice,
      discountPercent,
      net,
      taxCode,
    }),
  )
}
