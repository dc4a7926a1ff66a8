import type { ReceiptBatch } from '../../../../src-shared/cash/contract/receipt-batches.ts'
import { isAtLeast } from '../../../../src-shared/kit/operation.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Readable } from '../../../db/connection.ts'
import { receiptBatchById } from '../../facts/receipt-batches.ts'
import { refuseUnlessApproved } from '../../../company/facts/approval.ts'
import { assertAccountFit } from '../../../company/facts/account.ts'
import { orm, eq } from '../../../db/orm.ts'
import { receiptBatch } from '../../../db/schema.ts'
import type { CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/fresh-version.ts'
import { amountIn, codeIn } from '../../../company/commands/records/value-text.ts'
import { formatAmount } from '../../../../src-shared/domain/amounts/money.ts'

export const loadBatch = (db: Readable, id: number): ReceiptBatch => {
  const batch = receiptBatchById(db, id)
  if (!batch) throw new Refusal('batch_not_found', {}, 'id')
  return batch
}

export const assertBatchOpen = ({ name, isClosed }: ReceiptBatch): void => {
  if (isClosed) throw new Refusal('batch_closed', { name }, 'id')
}

export const assertDepositFit = (db: Readable, depositAccountId: number | null): void => {
  if (depositAccountId !== null) assertAccountFit(db, depositAccountId, 'deposit', 'depositAccountId')
}

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

/** Corrects what was counted; the receipts entered stay as they are. */
export const updateBatch: CommandHandler<'receiptBatches.update'> = (context, { id, version, ...counted }) => {
  const { tx } = context
  const stored = loadBatch(tx, id)
  assertFresh(
    context,
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

/** "11 of 12 receipts, 1 missing" */
const inWords = (entered: number, counted: number, shown: (value: number) => string): string => {
  const off = entered - counted
  const difference = off === 0 ? 'which agrees' : `${shown(Math.abs(off))} ${off < 0 ? 'missing' : 'too much'}`
  return `${shown(entered)} of ${shown(counted)}, ${difference}`
}

/** Closes a batch in which everything that was counted is entered, and nothing else. */
export const closeBatch: CommandHandler<'receiptBatches.close'> = (context, { id, version }) => {
  const { tx, seq } = context
  const batch = loadBatch(tx, id)
  assertFresh(context, `Batch ${batch.name}`, version, {}, { ...batch })
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

/** Opens a closed batch again: a supervisor's act, or one that a supervisor approves; the log keeps the reason. */
export const reopenBatch: CommandHandler<'receiptBatches.reopen'> = (context, { id, version }) => {
  const { tx } = context
  const batch = loadBatch(tx, id)
  assertFresh(context, `Batch ${batch.name}`, version, {}, { ...batch })
  if (!batch.isClosed) throw new Refusal('batch_open', { name: batch.name }, 'id')
  if (!isAtLeast(context.role, 'supervisor')) {
    const noAmount = { currency: batch.currency, most: null, amount: null }
    refuseUnlessApproved(context, new Refusal('batch_reopens', { name: batch.name }, 'id'), {
      act: 'reopen_batch',
      ...noAmount,
    })
  }
  tx.run('UPDATE receipt_batch SET is_closed = 0, closed_seq = NULL, version = version + 1 WHERE id = ?', [id])
  return { version: version + 1 }
}
