import { Refusal } from '../../../src-shared/kit/refusal.ts'
import type { Warning } from '../../../src-shared/kit/warning.ts'
import type { Readable } from '../../db/connection.ts'
import type { Stored } from '../../db/stored.ts'

type Batch = Stored<'receiptBatch', 'name' | 'currency' | 'isClosed'>

/** Refuses a batch that takes no more receipts, or none in this currency. */
export const assertBatchTakes = (db: Readable, batchId: number, currency: string): void => {
  const batch = db.get<Batch>('SELECT name, currency, is_closed AS isClosed FROM receipt_batch WHERE id = ?', [batchId])
  if (!batch) throw new Refusal('batch_not_found', {}, 'batchId')
  if (batch.isClosed === 1) throw new Refusal('batch_closed', { name: batch.name }, 'batchId')
  if (batch.currency !== currency) {
    throw new Refusal('batch_currency', { name: batch.name, expected: batch.currency, actual: currency }, 'batchId')
  }
}

const CLOSED_BATCH = {
  document: `
    SELECT receipt.number, batch.name FROM document AS receipt JOIN receipt_batch AS batch ON batch.id = receipt.batch_id
    WHERE receipt.id = ? AND batch.is_closed = 1`,
  unidentified_receipt: `
    SELECT receipt.number, batch.name
    FROM unidentified_receipt AS receipt JOIN receipt_batch AS batch ON batch.id = receipt.batch_id
    WHERE receipt.id = ? AND batch.is_closed = 1`,
} as const

/** Says that a closed batch keeps the count of a receipt that is undone. */
export const closedBatchWarnings = (db: Readable, table: keyof typeof CLOSED_BATCH, id: number): readonly Warning[] =>
  db
    .all<{ number: string; name: string }>(CLOSED_BATCH[table], [id])
    .map((params) => ({ code: 'batch_keeps_count', params }))
