import type { DocumentApplication } from '../../../src-shared/contract/documents.ts'
import type { Readable } from '../../db/connection.ts'

const columns = `a.id AS id, other.id AS documentId, other.kind, other.number, a.effective_date AS effectiveDate, a.amount,
    a.discount, a.write_off AS writeOff, a.write_off_reason AS writeOffReason, a.reverses_id IS NOT NULL AS isReversal,
    EXISTS (SELECT 1 FROM application AS r WHERE r.reverses_id = a.id) AS isReversed`

const APPLICATIONS = `
  SELECT ${columns} FROM application AS a JOIN document AS other ON other.id = a.debit_id WHERE a.credit_id = :id
  UNION ALL
  SELECT ${columns} FROM application AS a JOIN document AS other ON other.id = a.credit_id WHERE a.debit_id = :id
  ORDER BY effectiveDate, id`

type Row = Omit<DocumentApplication, 'isReversal' | 'isReversed'> & {
  readonly isReversal: 0 | 1
  readonly isReversed: 0 | 1
}

/** What the document settles or is settled by, reversals included, in the order of their dates. */
export const applicationsOf = (db: Readable, documentId: number): readonly DocumentApplication[] =>
  db
    .all<Row>(APPLICATIONS, { id: documentId })
    .map((row) => ({ ...row, isReversal: row.isReversal === 1, isReversed: row.isReversed === 1 }))
