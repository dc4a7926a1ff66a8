import { receiptBatchRows } from '../../facts/receipt-batches.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

const OPEN = `
  WHERE batch.is_closed = 0 AND (batch.batch_date, batch.id) < (:date, :id)
  ORDER BY batch.batch_date DESC, batch.id DESC LIMIT :limit`
const ALL = `
  WHERE (batch.batch_date, batch.id) < (:date, :id) ORDER BY batch.batch_date DESC, batch.id DESC LIMIT :limit`

/** Later than any date. */
const END = '~'

export const receiptBatchList: QueryHandler<'receiptBatches.list'> = ({ db }, { state, after, limit }) => {
  const [date, id] = after ?? [END, 0]
  const rows = receiptBatchRows(db, state === 'open' ? OPEN : ALL, { date, id, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { rows, next: last ? [last.date, last.id] : null }
}
