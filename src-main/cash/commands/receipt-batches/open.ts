import { orm } from '../../../db/orm.ts'
import { receiptBatch } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertDepositFit } from './batch.ts'

/** Opens a batch of receipts that were counted. */
export const openBatch: CommandHandler<'receiptBatches.open'> = (
  { tx, newUid, newId },
  { date: batchDate, ...counted },
) => {
  assertDepositFit(tx, counted.depositAccountId)
  const made = { id: receiptBatch.id, version: receiptBatch.version }
  return orm(tx)
    .insert(receiptBatch)
    .values({ id: newId('receipt_batch'), uid: newUid(), batchDate, ...counted })
    .returning(made)
    .get()
}
