import type { ParkedReceipt } from '../../../../src-shared/cash/contract/parkedReceipts.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const PARKED_ROW = `
  parked.id, parked.number, parked.receipt_date AS date, parked.amount, parked.currency, parked.method, parked.payer,
  parked.reference, parked.memo, account.code || ' ' || account.name AS depositAccount
  FROM unidentified_receipt AS parked JOIN account ON account.id = parked.deposit_account_id`

/** Ended by :asOf, and its receipt not void by then. */
const HAS_ENDED = `
  SELECT 1 FROM unidentified_receipt_end AS ended
  WHERE ended.unidentified_id = parked.id AND ended.ended_on <= :asOf
    AND NOT EXISTS (
      SELECT 1 FROM document AS void WHERE void.reverses_id = ended.document_id AND void.document_date <= :asOf)`

export const PARKED_LIST = `
  SELECT ${PARKED_ROW}
  WHERE (parked.receipt_date, parked.id) > (:date, :id) AND parked.receipt_date <= :asOf AND NOT EXISTS (${HAS_ENDED})
  ORDER BY parked.receipt_date, parked.id LIMIT :limit`

export const parkedList: QueryHandler<'parkedReceipts.list'> = ({ db }, { asOf, after, limit }) => {
  const [date, id] = after ?? ['', 0]
  const rows = db.all<ParkedReceipt>(PARKED_LIST, { asOf, date, id, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { rows, next: last ? [last.date, last.id] : null }
}
