import type { ReceiptBatch } from '../../src-shared/contract/receiptBatches.ts'
import type { Readable } from './connection.ts'

/** Null while it is open, and so later than nothing. */
const closedBy = (batch: string): string => `(SELECT closed_seq FROM receipt_batch WHERE id = ${batch})`

/**
 * What counts in a batch: receipts that are neither void nor sent back. Of a closed batch that is what counted when it was
 * closed; what was undone since is named beside it.
 */
export const enteredIn = (batch: ':id' | 'batch.id'): string => `
  SELECT receipt.id AS documentId, receipt.number, customer.name AS payer, receipt.reference, 0 - receipt.total AS amount,
    CASE WHEN void.id IS NULL THEN NULL WHEN returned.reversal_id IS NULL THEN 'void' ELSE 'returned' END AS undone,
    void.id AS undoneById, void.number AS undoneByNumber, void.document_date AS undoneOn
  FROM document AS receipt JOIN customer ON customer.id = receipt.customer_id
  LEFT JOIN document AS void ON void.reverses_id = receipt.id
  LEFT JOIN returned_payment AS returned ON returned.reversal_id = void.id
  WHERE receipt.batch_id = ${batch} AND receipt.reverses_id IS NULL AND (void.id IS NULL OR void.command_seq > ${closedBy(batch)})
  UNION ALL
  SELECT NULL, parked.number, parked.payer, parked.reference, parked.amount, ended.outcome, NULL, NULL, ended.ended_on
  FROM parked_receipt AS parked
  LEFT JOIN parked_receipt_end AS ended ON ended.parked_id = parked.id AND ended.outcome = 'returned'
  WHERE parked.batch_id = ${batch} AND (ended.id IS NULL OR ended.command_seq > ${closedBy(batch)})`

type Row = Omit<ReceiptBatch, 'isClosed'> & { readonly isClosed: 0 | 1 }

const ENTERED = enteredIn('batch.id')

const BATCH = `
  SELECT batch.id, batch.version, batch.name, batch.batch_date AS date, batch.currency, batch.method,
    batch.deposit_account_id AS depositAccountId, batch.is_closed AS isClosed, batch.control_count AS controlCount,
    batch.control_total AS controlTotal,
    (SELECT count(*) FROM (${ENTERED})) AS count, (SELECT coalesce(sum(amount), 0) FROM (${ENTERED})) AS total,
    (SELECT count(undone) FROM (${ENTERED})) AS undoneCount,
    (SELECT coalesce(sum(amount), 0) FROM (${ENTERED}) WHERE undone IS NOT NULL) AS undoneTotal
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
