import type { DocumentApplication } from '../../../../src-shared/ledger/contract/documents.ts'
import type { Readable } from '../../../db/connection.ts'

const columns = `a.id AS id, other.id AS documentId, other.kind, other.number, a.effective_date AS effectiveDate,
    a.discount, a.write_off AS writeOff, a.write_off_reason AS writeOffReason, a.reverses_id IS NOT NULL AS isReversal,
    EXISTS (SELECT 1 FROM application AS r WHERE r.reverses_id = a.id) AS isReversed,
    iif(a.debit_amount IS NULL, NULL, other.currency) AS otherCurrency`

const APPLICATIONS = `
  SELECT ${columns}, a.amount, a.debit_amount AS otherAmount, a.command_seq AS seq
  FROM application AS a JOIN document AS other ON other.id = a.debit_id WHERE a.credit_id = :id
  UNION ALL
  SELECT ${columns}, coalesce(a.debit_amount, a.amount), a.amount, a.command_seq
  FROM application AS a JOIN document AS other ON other.id = a.credit_id WHERE a.debit_id = :id
  ORDER BY effectiveDate, seq, id`

type Row = Omit<DocumentApplication, 'isReversal' | 'isReversed' | 'other'> & {
  readonly isReversal: 0 | 1
  readonly isReversed: 0 | 1
  readonly otherCurrency: string | null
  readonly otherAmount: number | null
  readonly seq: number
}

/** What the document settles or is settled by, reversals included, in the order of their dates. */
export const applicationsOf = (db: Readable, documentId: number): readonly DocumentApplication[] =>
  db.all<Row>(APPLICATIONS, { id: documentId }).map(({ otherCurrency, otherAmount, seq: _, ...row }) => ({
    ...row,
    other: otherCurrency === null ? null : { currency: otherCurrency, amount: otherAmount ?? 0 },
    isReversal: row.isReversal === 1,
    isReversed: row.isReversed === 1,
  }))
