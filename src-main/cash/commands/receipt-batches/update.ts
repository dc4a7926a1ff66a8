import { eq, orm } from '../../../db/orm.ts'
import { receiptBatch } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'
import { amountIn, codeIn } from '../../../company/commands/records/value-text.ts'
import { assertBatchOpen, assertDepositFit, loadBatch } from './batch.ts'

/** Corrects what was counted; the receipts entered stay as they are. */
export const updateBatch: CommandHandler<'receiptBatches.update'> = ({ tx }, { id, version, ...counted }) => {
  const stored = loadBatch(tx, id)
  assertFresh(
    `Batch ${stored.name}`,
    version,
    counted,
    { ...stored },
    {
      controlTotal: amountIn(stored.currency),
      depositAccountId: codeIn(tx, 'account'),
    },
  )
  assertBatchOpen(stored)
  assertDepositFit(tx, counted.depositAccountId)
  const { date: batchDate, ...rest } = counted
  orm(tx)
    .update(receiptBatch)
    .set({ ...rest, batchDate, version: version + 1 })
    .where(eq(receiptBatch.id, id))
    .run()
  return { version: version + 1 }
}
