import type { BatchReceipt } from '../../../../src-shared/cash/contract/receipt-batches.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { ENTERED, receiptBatchById, receiptBatchRows } from '../../facts/receipt-batches.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

const RECEIPTS = `${ENTERED} ORDER BY number`

interface Row extends Omit<BatchReceipt, 'undone'> {
  readonly undone: 'void' | 'returned' | null
  readonly undoneOn: CalendarDate | null
  readonly undoneById: number | null
  readonly undoneByNumber: string | null
}

/** A batch with what is entered in it. */
export const receiptBatchView: QueryHandler<'receiptBatches.get'> = ({ db }, { id }) => {
  const batch = receiptBatchById(db, id)
  if (!batch) throw new Refusal('batch_not_found', {}, 'id')
  return { ...batch, receipts: db.all<Row>(RECEIPTS, { id }).map(receiptOf) }
}

const receiptOf = ({ undone: how, undoneOn: on, undoneById, undoneByNumber, ...receipt }: Row): BatchReceipt => {
  const by = undoneById === null || undoneByNumber === null ? null : { documentId: undoneById, number: undoneByNumber }
  return { ...receipt, undone: how === null || on === null ? null : { how, on, by } }
}

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
