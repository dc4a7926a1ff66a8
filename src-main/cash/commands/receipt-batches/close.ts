import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'
import { assertBatchOpen, loadBatch } from './batch.ts'

/** "11 of 12 receipts, 1 missing" */
const inWords = (entered: number, counted: number, shown: (value: number) => string): string => {
  const off = entered - counted
  const difference = off === 0 ? 'which agrees' : `${shown(Math.abs(off))} ${off < 0 ? 'missing' : 'too much'}`
  return `${shown(entered)} of ${shown(counted)}, ${difference}`
}

/** Closes a batch in which everything that was counted is entered, and nothing else. */
export const closeBatch: CommandHandler<'receiptBatches.close'> = ({ tx, seq }, { id, version }) => {
  const batch = loadBatch(tx, id)
  assertFresh(`Batch ${batch.name}`, version, {}, { ...batch })
  assertBatchOpen(batch)
  const { count, controlCount, total, controlTotal, currency } = batch
  if (count !== controlCount || total !== controlTotal) {
    const shown = (amount: number): string => formatAmount(amount, currency)
    throw new Refusal('batch_differs', {
      name: batch.name,
      count: inWords(count, controlCount, String),
      total: inWords(total, controlTotal, shown),
    })
  }
  tx.run('UPDATE receipt_batch SET is_closed = 1, closed_seq = ?, version = version + 1 WHERE id = ?', [seq, id])
  return { version: version + 1 }
}
