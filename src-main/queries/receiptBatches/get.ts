import type { BatchReceipt } from '../../../src-shared/contract/receiptBatches.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { enteredIn, receiptBatchById } from '../../db/receipt-batches.ts'
import type { QueryHandler } from '../handler.ts'

const RECEIPTS = `${enteredIn(':id')} ORDER BY number`

/** A batch with what is entered in it. */
export const receiptBatchView: QueryHandler<'receiptBatches.get'> = ({ db }, { id }) => {
  const batch = receiptBatchById(db, id)
  if (!batch) throw new Refusal('batch_not_found', {}, 'id')
  return { ...batch, receipts: db.all<BatchReceipt>(RECEIPTS, { id }) }
}
