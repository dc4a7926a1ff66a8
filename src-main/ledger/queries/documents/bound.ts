import type { Readable } from '../../../db/connection.ts'

/**
 * What falls with a document that is not void: a deduction with its receipt or invoice, both its sides together; what was
 * paid too much with its receipt; and an adjustment that does nothing but lower it, which would else be left as a credit
 * that nobody paid.
 */
const BOUND = `
  SELECT document_id AS id FROM deduction WHERE receipt_id = :id
  UNION ALL SELECT document_id FROM deduction WHERE invoice_id = :id
  UNION ALL SELECT document_id FROM overpayment WHERE receipt_id = :id
  UNION ALL SELECT chargeback_id FROM deduction_resolution WHERE deduction_id = :id AND chargeback_id IS NOT NULL
  UNION ALL SELECT credit_id FROM deduction_resolution WHERE deduction_id = :id
  UNION ALL SELECT credit_id FROM deduction_resolution WHERE chargeback_id = :id
  UNION ALL SELECT chargeback_id FROM deduction_resolution WHERE credit_id = :id AND chargeback_id IS NOT NULL
  UNION ALL SELECT credit_id FROM deduction WHERE document_id = :id
  UNION ALL SELECT document_id FROM deduction WHERE credit_id = :id
  UNION ALL SELECT adjustment.id FROM document AS billed
    JOIN application AS lowered ON lowered.debit_id = billed.id AND lowered.reverses_id IS NULL
    JOIN document AS adjustment ON adjustment.id = lowered.credit_id
    WHERE billed.id = :id AND billed.kind IN ('invoice', 'debit_note', 'finance_charge', 'adjustment')
      AND adjustment.kind = 'adjustment' AND adjustment.reverses_id IS NULL
      AND 0 - adjustment.total = (
        SELECT sum(whole.amount) FROM application AS whole
        WHERE whole.credit_id = adjustment.id AND whole.debit_id = billed.id)`

/** Every document that has to be void once this one is, in the order to void them: what resolved a deduction first. */
export const boundDocuments = (db: Readable, id: number): readonly number[] => {
  const seen = new Set([id])
  const ordered: number[] = []
  const visit = (document: number): void => {
    for (const { id: next } of db.all<{ id: number }>(BOUND, { id: document })) {
      if (seen.has(next)) continue
      seen.add(next)
      visit(next)
      if (db.value('SELECT 1 FROM document WHERE reverses_id = ?', [next]) === undefined) ordered.push(next)
    }
  }
  visit(id)
  return ordered
}
