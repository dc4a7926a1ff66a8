import { formatAmount } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import type { BilledCustomer } from '../facts/customer.ts'

interface Prepayment {
  readonly number: string
  readonly reference: string
  readonly left: number
}

const WAITING = `
  SELECT d.number, d.reference, 0 - i.balance AS left
  FROM document AS d INDEXED BY document_prepayments
  JOIN open_item AS i ON i.document_id = d.id
  WHERE d.unapplied_as = 'prepayment' AND d.customer_id IN (:customerId, :payerId) AND i.balance < 0
  ORDER BY d.reference = :reference COLLATE NOCASE DESC, d.document_date, d.id
  LIMIT 3`

/**
 * What was paid before this invoice and waits to be applied: with the invoice's own reference first. The clerk is told
 * and applies it; nothing is applied by itself.
 */
export const prepaymentWarnings = (
  db: Readable,
  { id, payingParentId, hasPrepaid, currency }: BilledCustomer,
  reference: string,
): readonly string[] => {
  if (!hasPrepaid) return []
  const waiting = db.all<Prepayment>(WAITING, { customerId: id, payerId: payingParentId, reference })
  return waiting.map((prepayment) => {
    const isSame = reference !== '' && prepayment.reference.toLowerCase() === reference.toLowerCase()
    const left = `${formatAmount(prepayment.left, currency)}${isSame ? ` for ${reference}` : ''}`
    return `Prepayment ${prepayment.number} of ${left} is waiting to be applied.`
  })
}
