import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'
import { loadBatch } from './batch.ts'

/** Opens a closed batch again; the contract asks for a supervisor, the log keeps the reason. */
export const reopenBatch: CommandHandler<'receiptBatches.reopen'> = ({ tx }, { id, version }) => {
  const batch = loadBatch(tx, id)
  assertFresh(`Batch ${batch.name}`, version, {}, { ...batch })
  if (!batch.isClosed) throw new Refusal('batch_open', { name: batch.name }, 'id')
  tx.run('UPDATE receipt_batch SET is_closed = 0, closed_seq = NULL, version = version + 1 WHERE id = ?', [id])
  return { version: version + 1 }
}
