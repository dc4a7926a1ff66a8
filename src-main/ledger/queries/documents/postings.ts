import type { PostedEntry } from '../../../../src-shared/ledger/contract/documents.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { readGeneratedMemo } from '../../facts/documents/generated-memo.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

// A receipt's posting holds the applications to every invoice it settles; each application balances by itself, so an
// invoice shows its own and not its neighbours'. A revaluation has one entry for each item, of no amount.
const POSTINGS = `
  WITH settled AS (
    SELECT id, posting_id, debit_posting_id FROM application WHERE credit_id = :id
    UNION
    SELECT id, posting_id, debit_posting_id FROM application WHERE debit_id = :id
  ), own AS (
    SELECT posting_id FROM settled
    UNION
    SELECT debit_posting_id FROM settled WHERE debit_posting_id IS NOT NULL
    UNION
    SELECT posting_id FROM document WHERE id = :id
    UNION
    SELECT posting_id FROM entry WHERE item_id = :id AND amount = 0
  )
  SELECT p.id AS postingId, p.posting_date AS postingDate, p.currency, p.memo, p.generated_memo AS generatedMemo, a.code AS accountCode, a.name AS accountName,
    item.number AS itemNumber, e.amount, e.base_amount AS baseAmount, l.seq, l.name AS commandName, u.name AS user, v.name AS device,
    l.recorded_at AS recordedAt, coalesce((SELECT group_concat(DISTINCT s.name) FROM approval AS g
      CROSS JOIN user AS s ON s.id = g.user_id WHERE g.command_seq = l.seq), '') AS approvedBy
  FROM own
  CROSS JOIN posting AS p ON p.id = own.posting_id
  CROSS JOIN entry AS e ON e.posting_id = p.id
  CROSS JOIN account AS a ON a.id = e.account_id
  CROSS JOIN command_log AS l ON l.seq = p.command_seq
  CROSS JOIN user AS u ON u.id = l.user_id
  CROSS JOIN device AS v ON v.id = l.device_id
  LEFT JOIN document AS item ON item.id = e.item_id
  WHERE e.application_id IN (SELECT id FROM settled) OR (e.item_id = :id AND e.amount = 0)
    OR (e.application_id IS NULL AND p.id = (SELECT posting_id FROM document WHERE id = :id))
  ORDER BY p.posting_date, p.command_seq, p.id, e.line_no`

type Row = Omit<PostedEntry, 'command' | 'generatedMemo'> &
  Omit<PostedEntry['command'], 'name'> & { readonly generatedMemo: string | null; readonly commandName: string }

/** The entries of a document and of its applications, each with who made it, when, on which machine and how. */
export const documentPostings: QueryHandler<'documents.postings'> = ({ db }, { id }) => {
  const rows = db.all<Row>(POSTINGS, { id })
  if (rows.length === 0 && db.value('SELECT 1 FROM document WHERE id = ?', [id]) === undefined) {
    throw new Refusal('document_not_found', {}, 'id')
  }
  return rows.map(({ seq, commandName, user, device, recordedAt, approvedBy, generatedMemo, ...entry }) => ({
    ...entry,
    generatedMemo: readGeneratedMemo(generatedMemo),
    command: { seq, name: commandName, user, device, recordedAt, approvedBy },
  }))
}
