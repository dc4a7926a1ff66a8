import type { Deduction } from '../../../../src-shared/cash/contract/deductions.ts'
import { daysBetween } from '../../../../src-shared/domain/dates/calendar.ts'
import { readGeneratedMemo } from '../../../ledger/facts/documents/generated-memo.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

interface Row extends Omit<Deduction, 'daysOld' | 'invoice' | 'receipt' | 'generatedMemo'> {
  readonly generatedMemo: string | null
  readonly invoiceId: number
  readonly invoiceNumber: string
  readonly receiptId: number
  readonly receiptNumber: string
}

export const OPEN_DEDUCTIONS = `
  SELECT debit.id, debit.number, debit.document_date AS date, debit.customer_id AS customerId, customer.code AS customerCode,
    customer.name AS customerName, reason.code AS reasonCode, reason.name AS reason, invoice.id AS invoiceId,
    invoice.number AS invoiceNumber, receipt.id AS receiptId, receipt.number AS receiptNumber, debit.currency,
    debit.total AS amount, item.balance AS open, debit.memo,
    debit.generated_memo AS generatedMemo
  FROM deduction
  CROSS JOIN open_item AS item ON item.document_id = deduction.document_id
  CROSS JOIN document AS debit ON debit.id = deduction.document_id
  CROSS JOIN document AS invoice ON invoice.id = deduction.invoice_id
  CROSS JOIN document AS receipt ON receipt.id = deduction.receipt_id
  CROSS JOIN customer ON customer.id = debit.customer_id
  CROSS JOIN reason_code AS reason ON reason.id = debit.reason_code_id
  WHERE deduction.document_id > :after AND item.balance <> 0 AND debit.document_date <= :asOf
    AND (:customerId IS NULL OR debit.customer_id = :customerId)
  ORDER BY deduction.document_id LIMIT :limit`

/** Deductions that nothing has settled yet, in the order they were taken. */
export const deductionList: QueryHandler<'deductions.list'> = ({ db }, { asOf, customerId, after, limit }) => {
  const rows = db.all<Row>(OPEN_DEDUCTIONS, { asOf, customerId, after: after ?? 0, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    rows: rows.map(({ invoiceId, invoiceNumber, receiptId, receiptNumber, generatedMemo, ...row }) => ({
      ...row,
      generatedMemo: readGeneratedMemo(generatedMemo),
      daysOld: daysBetween(row.date, asOf),
      invoice: { id: invoiceId, number: invoiceNumber },
      receipt: { id: receiptId, number: receiptNumber },
    })),
    next: last?.id ?? null,
  }
}
