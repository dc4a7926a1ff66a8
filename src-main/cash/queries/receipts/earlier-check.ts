import { lookAlikeKey } from '../../../../src-shared/domain/text/look-alike.ts'
import type { EarlierCheck } from '../../../../src-shared/cash/contract/receipts.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

const EARLIER = `
  SELECT d.id, d.number, d.document_date AS date, 0 - d.total AS amount
  FROM document AS d INDEXED BY document_by_check_key
  WHERE d.customer_id = ? AND d.check_key = ? AND d.kind = 'receipt' AND d.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = d.id)
  ORDER BY d.command_seq, d.id LIMIT 1`

/** The first receipt of the customer's that has a check of this number and is not void. */
export const earlierCheckOf = (db: Readable, customerId: number, reference: string): EarlierCheck | null =>
  reference === '' ? null : (db.get<EarlierCheck>(EARLIER, [customerId, lookAlikeKey(reference)]) ?? null)

export const earlierCheck: QueryHandler<'receipts.earlierCheck'> = ({ db }, { customerId, reference }) =>
  earlierCheckOf(db, customerId, reference)
