import type { ApprovalRow } from '../../../../src-shared/company/contract/people.ts'
import type { Readable } from '../../../db/connection.ts'

const APPROVALS = `
  WITH own AS (
    SELECT command_seq FROM document WHERE id = :id
    UNION
    SELECT command_seq FROM application WHERE credit_id = :id
    UNION
    SELECT command_seq FROM application WHERE debit_id = :id
  )
  SELECT p.command_seq AS commandSeq, u.name AS supervisor, p.act, p.currency, p.most, p.amount
  FROM own
  CROSS JOIN approval AS p INDEXED BY approval_by_command ON p.command_seq = own.command_seq
  CROSS JOIN user AS u ON u.id = p.user_id
  ORDER BY p.command_seq, p.id`

/** What supervisors let pass for the document and for what was applied to it. */
export const approvalsOf = (db: Readable, id: number): readonly ApprovalRow[] => db.all<ApprovalRow>(APPROVALS, { id })
