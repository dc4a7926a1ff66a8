import type { DocumentRow } from '../../../../src-shared/ledger/contract/documents.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { Readable } from '../../../db/connection.ts'
import { OPEN_AS_OF } from '../open-items/as-of.ts'

type Row = Omit<DocumentRow, 'status'> & { readonly void: 'void' | 'reversal' | null }

/**
 * The documents whose ids are in the JSON array :ids. A document dated after :asOf has open what it was posted with;
 * void is said of a document whatever the day of its void.
 */
export const DOCUMENT_ROWS = `
  SELECT d.id, d.kind, d.number, d.customer_id AS customerId, c.code AS customerCode, c.name AS customerName,
    d.document_date AS documentDate, d.due_date AS dueDate, d.reference, d.currency, d.total, ${OPEN_AS_OF} AS open,
    CASE WHEN d.reverses_id IS NOT NULL THEN 'reversal'
      WHEN EXISTS (SELECT 1 FROM document AS v WHERE v.reverses_id = d.id) THEN 'void'
    END AS void, m.state AS hold
  FROM json_each(:ids) AS wanted
  CROSS JOIN document AS d ON d.id = wanted.value
  CROSS JOIN open_item AS i ON i.document_id = d.id
  CROSS JOIN customer AS c ON c.id = d.customer_id
  LEFT JOIN item_hold AS m ON m.document_id = d.id
  ORDER BY wanted.key`

/** Rows in the order of the ids given. Minor units, signed as they move the receivable. */
export const documentRows = (db: Readable, ids: readonly number[], asOf: CalendarDate): readonly DocumentRow[] =>
  db
    .all<Row>(DOCUMENT_ROWS, { ids: JSON.stringify(ids), asOf })
    .map(({ void: state, ...row }) => ({ ...row, status: state ?? (row.open === 0 ? 'closed' : 'open') }))
