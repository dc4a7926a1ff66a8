import type { DocumentView } from '../../../src-shared/contract/documents.ts'
import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { FAR_FUTURE } from '../../../src-shared/domain/calendar.ts'
import { sum } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import type { QueryHandler } from '../handler.ts'
import { applicationsOf } from './applications.ts'
import { documentRows } from './rows.ts'

type Head = Pick<
  DocumentView,
  'uid' | 'memo' | 'method' | 'termsName' | 'depositAccount' | 'reason' | 'reversesNumber' | 'reversedByNumber'
>

const HEAD = `
  SELECT d.uid, d.memo, d.method, t.name AS termsName, a.code || ' ' || a.name AS depositAccount, r.name AS reason,
    (SELECT o.number FROM document AS o WHERE o.id = d.reverses_id) AS reversesNumber,
    (SELECT v.number FROM document AS v WHERE v.reverses_id = d.id) AS reversedByNumber
  FROM document AS d
  LEFT JOIN terms AS t ON t.id = d.terms_id
  LEFT JOIN account AS a ON a.id = d.deposit_account_id
  LEFT JOIN reason_code AS r ON r.id = d.reason_code_id
  WHERE d.id = ?`

const LINES = `
  SELECT l.line_no AS lineNo, p.code AS productCode, l.description, l.quantity, l.unit_price AS unitPrice,
    l.discount_percent AS discountPercent, l.net,
    l.document_discount AS documentDiscount, t.code AS taxCode, a.code AS accountCode
  FROM document_line AS l
  JOIN account AS a ON a.id = l.account_id
  LEFT JOIN product AS p ON p.id = l.product_id
  LEFT JOIN tax_code AS t ON t.id = l.tax_code_id
  WHERE l.document_id = ?
  ORDER BY l.line_no`

const MARKED = `
  SELECT m.reason, u.name AS user, l.recorded_at AS recordedAt
  FROM item_mark AS m
  JOIN command_log AS l ON l.seq = m.command_seq
  JOIN user AS u ON u.id = l.user_id
  WHERE m.document_id = ?`

const TAXES = `
  SELECT t.code AS taxCode, x.rate, x.base, x.tax
  FROM document_tax AS x
  JOIN tax_code AS t ON t.id = x.tax_code_id
  WHERE x.document_id = ?
  ORDER BY t.code`

/** One document with all its parts; `open` counts everything posted, whatever its date. */
export const documentView: QueryHandler<'documents.get'> = ({ db }, { id }) => {
  const row = documentRows(db, [id], FAR_FUTURE)[0]
  const head = db.get<Head>(HEAD, [id])
  if (!row || !head) throw new Refusal('document_not_found', {}, 'id')
  const taxes = taxesOf(db, id)
  return {
    ...row,
    ...head,
    net: row.total - sum(taxes.map(({ tax }) => tax)),
    taxes,
    lines: db.all<DocumentView['lines'][number]>(LINES, [id]),
    applications: applicationsOf(db, id),
    marked: db.get<NonNullable<DocumentView['marked']>>(MARKED, [id]) ?? null,
  }
}

const taxesOf = (db: Readable, id: number): DocumentView['taxes'] => db.all<DocumentView['taxes'][number]>(TAXES, [id])
