import { looksLike } from '../../../../src-shared/domain/text/look-alike.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import { itemsNamedIn } from '../../../../src-shared/cash/rules/proposals/remittance.ts'
import type { Warning } from '../../../../src-shared/kit/warning.ts'
import type { Readable } from '../../../db/connection.ts'
import type { BilledCustomer } from '../../../ledger/facts/customer.ts'

interface Prepayment {
  readonly number: string
  readonly reference: string
  readonly memo: string
  readonly left: number
  readonly currency: string
}

const WAITING = `
  SELECT d.number, d.reference, d.memo, 0 - i.balance AS left, d.currency
  FROM document AS d INDEXED BY document_prepayments
  JOIN open_item AS i ON i.document_id = d.id
  WHERE d.unapplied_as = 'prepayment' AND d.customer_id IN (:customerId, :payerId) AND i.balance < 0
  ORDER BY d.document_date, d.command_seq, d.id
  LIMIT 200`

const NAMED_MOST = 3

/** The order that the customer paid for stands in the memo, or in place of a check's number. */
const isFor = (reference: string, prepayment: Prepayment): boolean => {
  if (reference === '') return false
  if (looksLike(prepayment.reference, reference)) return true
  return itemsNamedIn(prepayment.memo, [{ number: reference, reference }]).length > 0
}

/**
 * What was paid before this invoice and waits to be applied: for the invoice's own reference first. The clerk is told
 * and applies it; nothing is applied by itself.
 */
export const prepaymentWarnings = (
  db: Readable,
  { id, payingParentId, hasPrepaid }: BilledCustomer,
  currency: string,
  reference: string,
): readonly Warning[] => {
  if (!hasPrepaid) return []
  const waiting = db
    .all<Prepayment>(WAITING, { customerId: id, payerId: payingParentId })
    .map((prepayment) => ({ ...prepayment, isFor: isFor(reference, prepayment) }))
  const named = [...waiting.filter((each) => each.isFor), ...waiting.filter((each) => !each.isFor)]
  return named.slice(0, NAMED_MOST).map((prepayment) => {
    const unit = prepayment.currency === currency ? '' : ` ${prepayment.currency}`
    const left = `${formatAmount(prepayment.left, prepayment.currency)}${unit}`
    const params = { number: prepayment.number, left, ...(prepayment.isFor ? { reference } : {}) }
    return { code: 'prepayment_waits', params }
  })
}
