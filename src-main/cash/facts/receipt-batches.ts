import type { ReceiptBatch } from '../../../src-shared/cash/contract/receipt-batches.ts'
import { checkAmount } from '../../../src-shared/domain/amounts/money.ts'
import type { Readable } from '../../db/connection.ts'

/** Null while the batch is open, and so later than nothing. */
const CLOSED_SEQ = '(SELECT closed_seq FROM receipt_batch WHERE id = :id)'

/**
 * What counts in the batch :id: receipts that are neither void nor sent back. Of a closed batch that is what counted when it was
 * closed; what was undone since is named beside it.
 */
export const ENTERED = `
  SELECT receipt.id AS documentId, receipt.number, customer.name AS payer, receipt.reference, receipt.cash_rounding - receipt.total AS amount,
    CASE WHEN void.id IS NULL THEN NULL WHEN returned.reversal_id IS NULL THEN 'void' ELSE 'returned' END AS undone,
    void.id AS undoneById, void.number AS undoneByNumber, void.document_date AS undoneOn
  FROM document AS receipt JOIN customer ON customer.id = receipt.customer_id
  LEFT JOIN document AS void ON void.reverses_id = receipt.id
  LEFT JOIN returned_payment AS returned ON returned.reversal_id = void.id
  WHERE receipt.batch_id = :id AND receipt.reverses_id IS NULL AND (void.id IS NULL OR void.command_seq > ${CLOSED_SEQ})
  UNION ALL
  SELECT NULL, unidentified.number, unidentified.payer, unidentified.reference, unidentified.amount, ended.outcome, NULL, NULL, ended.ended_on
  FROM unidentified_receipt AS unidentified
  LEFT JOIN unidentified_receipt_end AS ended ON ended.unidentified_id = unidentified.id AND ended.outcome = 'returned'
  WHERE unidentified.batch_id = :id AND (ended.id IS NULL OR ended.command_seq > ${CLOSED_SEQ})`

type Totals = Pick<ReceiptBatch, 'count' | 'total' | 'undoneCount' | 'undoneTotal'>
type Row = Omit<ReceiptBatch, 'isClosed' | keyof Totals> & { readonly isClosed: 0 | 1 }

const BATCH = `
  SELECT batch.id, batch.version, batch.name, batch.batch_date AS date, batch.currency, batch.method,
    batch.deposit_account_id AS depositAccountId, batch.is_closed AS isClosed, batch.control_count AS controlCount,
    batch.control_total AS controlTotal
  FROM receipt_batch AS batch`

/** One pass over the receipts of a batch, where four sums beside its row would be four. */
const TOTALS = `
  SELECT count(*) AS count, coalesce(sum(amount), 0) AS total, count(undone) AS undoneCount,
    coalesce(sum(iif(undone IS NULL, 0, amount)), 0) AS undoneTotal
  FROM (${ENTERED})`

const batchOf = (db: Readable, { isClosed, ...row }: Row): ReceiptBatch => {
  const totals = db.get<Totals>(TOTALS, { id: row.id })
  if (!totals) throw new Error('a sum has a row')
  checkAmount(totals.total)
  checkAmount(totals.undoneTotal)
  return { ...row, isClosed: isClosed === 1, ...totals }
}

export const receiptBatchById = (db: Readable, id: number): ReceiptBatch | undefined => {
  const row = db.get<Row>(`${BATCH} WHERE batch.id = ?`, [id])
  return row && batchOf(db, row)
}

export const receiptBatchRows = (
  db: Readable,
  where: string,
  params: Readonly<Record<string, string | number>>,
): readonly ReceiptBatch[] => db.all<Row>(`${BATCH} ${where}`, params).map((row) => batchOf(db, row))
