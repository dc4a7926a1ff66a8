import type { ApprovalRow } from '../../../../src-shared/company/contract/people.ts'
import type { Readable } from '../../../db/connection.ts'
import type { DocumentView } from '../../../../src-shared/ledger/contract/documents.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { FAR_FUTURE } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { sum } from '../../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Stored } from '../../../db/stored.ts'
import { unitPriceIn } from '../../../company/facts/unit-price.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { readGeneratedMemo } from '../../facts/documents/generated-memo.ts'
import { applicationsOf } from './applications.ts'
import { documentRows } from './rows.ts'
import { undoingOf } from './undoing.ts'

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

type Head = Pick<
  DocumentView,
  | 'uid'
  | 'memo'
  | 'method'
  | 'unappliedAs'
  | 'documentDiscountPercent'
  | 'termsName'
  | 'depositAccount'
  | 'reason'
  | 'reversesId'
  | 'reversesNumber'
  | 'reversedById'
  | 'reversedByNumber'
  | 'creditsId'
  | 'creditsNumber'
  | 'creditsKind'
  | 'rounding'
  | 'toleranceMost'
> & {
  readonly pricesIncludeTax: 0 | 1
  readonly batchName: string | null
  readonly batchIsClosed: 0 | 1 | null
  readonly rate: ExchangeRate
  readonly discount: number
  readonly discountUntil: CalendarDate | null
  readonly generatedMemo: string | null
}

const HEAD = `
  SELECT d.uid, d.memo, d.generated_memo AS generatedMemo, d.method, d.unapplied_as AS unappliedAs, d.document_discount_percent AS documentDiscountPercent,
    t.name AS termsName, a.code || ' ' || a.name AS depositAccount, r.name AS reason,
    d.prices_include_tax AS pricesIncludeTax, d.reverses_id AS reversesId, original.number AS reversesNumber,
    reversal.id AS reversedById, reversal.number AS reversedByNumber, d.credits_id AS creditsId,
    invoice.number AS creditsNumber, invoice.kind AS creditsKind, d.cash_rounding + (
      SELECT coalesce(sum(net), 0) FROM document_line WHERE document_id = d.id AND is_rounding = 1) AS rounding, b.name AS batchName, b.is_closed AS batchIsClosed, d.rate,
    d.discount, d.discount_until AS discountUntil, d.tolerance_most AS toleranceMost
  FROM document AS d
  LEFT JOIN document AS original ON original.id = d.reverses_id
  LEFT JOIN document AS reversal ON reversal.reverses_id = d.id
  LEFT JOIN document AS invoice ON invoice.id = d.credits_id
  LEFT JOIN terms AS t ON t.id = d.terms_id
  LEFT JOIN account AS a ON a.id = d.deposit_account_id
  LEFT JOIN reason_code AS r ON r.id = d.reason_code_id
  LEFT JOIN receipt_batch AS b ON b.id = d.batch_id
  WHERE d.id = ?`

const LINES = `
  SELECT l.line_no AS lineNo, p.code AS productCode, l.description, l.quantity, ${unitPriceIn('l')},
    l.discount_percent AS discountPercent, l.net,
    l.document_discount AS documentDiscount, l.earns_discount AS earnsDiscount, t.code AS taxCode, a.code AS accountCode
  FROM document_line AS l
  JOIN account AS a ON a.id = l.account_id
  LEFT JOIN product AS p ON p.id = l.product_id
  LEFT JOIN tax_code AS t ON t.id = l.tax_code_id
  WHERE l.document_id = ? AND l.is_rounding = 0
  ORDER BY l.line_no`

const HELD = `
  SELECT m.reason, u.name AS user, l.recorded_at AS recordedAt
  FROM item_hold AS m
  JOIN command_log AS l ON l.seq = m.command_seq
  JOIN user AS u ON u.id = l.user_id
  WHERE m.document_id = ?`

const TAXES = `
  SELECT t.code AS taxCode, x.rate, x.base, x.tax
  FROM document_tax AS x
  JOIN tax_code AS t ON t.id = x.tax_code_id
  WHERE x.document_id = ?
  ORDER BY x.position, t.code`

const CREDITED_BY = `
  SELECT note.id, note.number FROM document AS note
  WHERE note.credits_id = ? AND note.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM document AS void WHERE void.reverses_id = note.id)
  ORDER BY note.command_seq, note.id`

/** One document with all its parts; `open` counts everything posted, whatever its date. */
export const documentView: QueryHandler<'documents.get'> = ({ db }, { id }) => {
  const row = documentRows(db, [id], FAR_FUTURE)[0]
  const stored = db.get<Head>(HEAD, [id])
  if (!row || !stored) throw new Refusal('document_not_found', {}, 'id')
  const { batchName, batchIsClosed, rate, discount, discountUntil, generatedMemo, ...head } = stored
  const { baseCurrency } = companyRules(db)
  const taxes = taxesOf(db, id)
  return {
    ...row,
    ...head,
    generatedMemo: readGeneratedMemo(generatedMemo),
    pricesIncludeTax: head.pricesIncludeTax === 1,
    exchange: row.currency === baseCurrency ? null : { baseCurrency, rate },
    offeredDiscount: discount === 0 || discountUntil === null ? null : { amount: discount, until: discountUntil },
    batch: batchName === null ? null : { name: batchName, isClosed: batchIsClosed === 1 },
    creditedBy: db.all<Stored<'document', 'id' | 'number'>>(CREDITED_BY, [id]),
    net:
      row.total -
      sum(taxes.map(({ tax }) => tax)) -
      (row.kind === 'receipt' || row.kind === 'refund' ? 0 : head.rounding),
    taxes,
    lines: linesOf(db, id),
    applications: applicationsOf(db, id),
    heldBy: db.get<NonNullable<DocumentView['heldBy']>>(HELD, [id]) ?? null,
    approvals: approvalsOf(db, id),
    ...undoingOf(db, id),
  }
}

const linesOf = (db: Readable, id: number): DocumentView['lines'] =>
  db
    .all<Omit<DocumentView['lines'][number], 'earnsDiscount'> & { readonly earnsDiscount: 0 | 1 }>(LINES, [id])
    .map((line) => ({ ...line, earnsDiscount: line.earnsDiscount === 1 }))

const taxesOf = (db: Readable, id: number): DocumentView['taxes'] => db.all<DocumentView['taxes'][number]>(TAXES, [id])
