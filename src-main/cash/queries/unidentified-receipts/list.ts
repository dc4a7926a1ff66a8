import type { UnidentifiedReceipt } from '../../../../src-shared/cash/contract/unidentified-receipts.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

export const UNIDENTIFIED_ROW = `
  unidentified.id, unidentified.number, unidentified.receipt_date AS date, unidentified.amount, unidentified.currency, unidentified.method, unidentified.payer,
  unidentified.reference, unidentified.memo, account.code || ' ' || account.name AS depositAccount
  FROM unidentified_receipt AS unidentified JOIN account ON account.id = unidentified.deposit_account_id`

/** Ended by :asOf, and its receipt not void by then. */
const HAS_ENDED = `
  SELECT 1 FROM unidentified_receipt_end AS ended
  WHERE ended.unidentified_id = unidentified.id AND ended.ended_on <= :asOf
    AND NOT EXISTS (
      SELECT 1 FROM document AS void WHERE void.reverses_id = ended.document_id AND void.document_date <= :asOf)`

export const UNIDENTIFIED_LIST = `
  SELECT ${UNIDENTIFIED_ROW}
  WHERE (unidentified.receipt_date, unidentified.id) > (:date, :id) AND unidentified.receipt_date <= :asOf AND NOT EXISTS (${HAS_ENDED})
  ORDER BY unidentified.receipt_date, unidentified.id LIMIT :limit`

export const unidentifiedList: QueryHandler<'unidentifiedReceipts.list'> = ({ db }, { asOf, after, limit }) => {
  const [date, id] = after ?? ['', 0]
  const rows = db.all<UnidentifiedReceipt>(UNIDENTIFIED_LIST, { asOf, date, id, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { rows, next: last ? [last.date, last.id] : null }
}
