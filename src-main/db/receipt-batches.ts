import type { ReceiptBatch } from '../../src-shared/contract/receiptBatches.ts'
import type { Readable } from './connection.ts'

/** Receipts of a batch, named by a parameter or a column, that are neither void nor sent back. */
export const enteredIn = (batch: ':id' | 'batch.id'): string => `
  SELECT receipt.id AS documentId, receipt.number, customer.name AS payer, receipt.reference, 0 - receipt.total AS amount
  FROM document AS receipt JOIN customer ON customer.id = receipt.customer_id
  WHERE receipt.batch_id = ${batch} AND receipt.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = receipt.id)
  UNION ALL
  SELECT NULL, parked.number, parked.payer, parked.reference, parked.amount
  FROM parked_receipt AS parked
  WHERE parked.batch_id = ${batch}
    AND NOT EXISTS (SELECT 1 FROM parked_receipt_end AS ended WHERE ended.parked_id = parked.id AND ended.outcome = 'returned')`

type Row = Omit<ReceiptBatch, 'isClosed'> & { readonly isClosed: 0 | 1 }

const ENTERED = enteredIn('batch.id')

const BATCH = `
  SELECT batch.id, batch.version, batch.name, batch.batch_date AS date, batch.currency, batch.method,
    batch.deposit_account_id AS depositAccountId, batch.is_closed AS isClosed, batch.control_count AS controlCount,
    batch.control_total AS controlTotal,
    (SELECT count(*) FROM (${ENTERED})) AS count, (SELECT coalesce(sum(amount), 0) FROM (${ENTERED})) AS total
  FROM receipt_batch AS batch`

const batchOf = ({ isClosed, ...row }: Row): ReceiptBatch => ({ ...row, isClosed: isClosed === 1 })

export const receiptBatchById = (db: Readable, id: number): ReceiptBatch | undefined => {
  const row = db.get<Row>(`${BATCH} WHERE batch.id = ?`, [id])
  return row && batchOf(row)
}

export const receiptBatchRows = (
  db: Readable,
  where: string,
  params: Readonly<Record<string, string | number>>,
): readonly ReceiptBatch[] => db.all<Row>(`${BATCH} ${where}`, params).map(batchOf)
