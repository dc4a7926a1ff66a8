import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { FAR_FUTURE, FIRST_DATE, minDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { DocumentKind } from '../../../../src-shared/domain/documents.ts'
import type { Readable } from '../../../db/connection.ts'
import { anyClosedAfter } from '../open-items/as-of.ts'
import { IS_NAMED, NAMED, NAMED_COUNT, typedRange } from './named.ts'

type Input = ParsedInput<'documents.list'>

/** The index that a page is walked by. Each source gives open items as `i`, newest first. */
export type PageSource = 'customer' | 'date' | 'kind' | 'open' | 'text'

const PERIOD = 'd.document_date >= :from AND d.document_date <= :until'
const ITEM = 'CROSS JOIN open_item AS i ON i.document_id = d.id'
const OF_KIND = 'kind IN (SELECT value FROM json_each(:kinds))'

const SOURCES: Readonly<Record<PageSource, string>> = {
  date: `document AS d INDEXED BY document_by_date ${ITEM} WHERE ${PERIOD}`,
  customer: `document AS d INDEXED BY document_by_customer ${ITEM} WHERE d.customer_id = :customerId AND ${PERIOD}`,
  text: `(${NAMED}) AS named CROSS JOIN document AS d ON d.id = named.id ${ITEM} WHERE ${PERIOD}`,
  // The pluses keep SQLite from the order of dates: few documents are of the kind, so they are sorted.
  kind: `document AS d ${ITEM} WHERE d.${OF_KIND} AND +d.document_date >= :from AND +d.document_date <= :until`,
  open: `open_item AS i INDEXED BY open_item_by_validity
    WHERE i.closed_on = '9999-12-31' AND i.closed_on > i.document_date AND i.document_date >= :from AND i.document_date <= :until`,
}

const OPEN = `i.document_date <= :asOf AND i.closed_on > :asOf AND (:side = 0 OR (:side > 0) = (i.amount > 0))
    AND (i.first_applied_on > :asOf OR (SELECT coalesce(sum(e.amount), 0) FROM entry AS e
      WHERE e.item_id = i.document_id AND e.posting_date <= :asOf) <> 0)`

// A payment settles the instalments in due order: late is what was due before the day beyond what is settled by then.
const OVERDUE = `${OPEN} AND i.amount > 0 AND iif(i.instalments = 0, i.due_date < :asOf,
    (SELECT coalesce(sum(p.amount), 0) FROM instalment AS p WHERE p.document_id = i.document_id AND p.due_date < :asOf)
    > i.amount - (SELECT sum(e.amount) FROM entry AS e WHERE e.item_id = i.document_id AND e.posting_date <= :asOf))`

const STATUS = { all: '', open: `AND ${OPEN}`, overdue: `AND ${OVERDUE}` } as const

const MATCHES = `AND EXISTS (
    SELECT 1 FROM document WHERE id = i.document_id AND (:kinds = '[]' OR ${OF_KIND}) AND (:text = '' OR ${IS_NAMED}))`

/** Made of the texts above only, so each combination is prepared once. */
export function pageSql(source: PageSource, status: Input['status'], matching: boolean): string {
  const [date, id] = source === 'open' ? ['i.document_date', 'i.document_id'] : ['d.document_date', 'd.id']
  return `SELECT i.document_id FROM ${SOURCES[source]}
    AND (i.document_date, i.document_id) < (:afterDate, :afterId)
    ${STATUS[status]} ${matching ? MATCHES : ''}
    ORDER BY ${date} DESC, ${id} DESC LIMIT :limit`
}

// Up to so many named documents are looked up and sorted; more of them are met soon enough on the walk by date.
const FEW = 20_000

const KIND_COUNT = `SELECT count(*) FROM (SELECT 1 FROM document WHERE ${OF_KIND} LIMIT :most)`

/** The source that meets the page's rows soonest. As of a past day, what is newest by then is mostly open. */
function sourceFor(db: Readable, { asOf, customerId, filter, kinds, status }: Input): PageSource {
  const few = (sql: string, params: Readonly<Record<string, string | number | null>>): boolean =>
    (db.value<number>(sql, { ...params, most: FEW }) ?? 0) < FEW
  if (customerId !== null) return 'customer'
  if (filter !== '' && few(NAMED_COUNT, typedRange(filter))) return 'text'
  if (kinds.length > 0 && few(KIND_COUNT, { kinds: JSON.stringify(kinds) })) return 'kind'
  return status !== 'all' && !anyClosedAfter(db, asOf) ? 'open' : 'date'
}

const SIDE: Readonly<Record<DocumentKind, -1 | 0 | 1>> = {
  invoice: 1,
  debit_note: 1,
  finance_charge: 1,
  refund: 1,
  receipt: -1,
  credit_note: -1,
  adjustment: 0,
}

/**
 * Debits (1) or credits (-1) when only such kinds are wanted, else 0: told from the index of open items, without a look
 * at each document. A void has the other sign, but is never open.
 */
function sideOf(kinds: readonly DocumentKind[]): -1 | 0 | 1 {
  const [side = 0, ...others] = new Set(kinds.map((kind) => SIDE[kind]))
  return others.length === 0 ? side : 0
}

/** Ids of up to `limit` documents, newest first, after the one named in the input. */
export function documentPage(db: Readable, input: Input, limit: number): readonly number[] {
  const { asOf, customerId, filter, kinds, status, after } = input
  const [afterDate, afterId] = after ?? [FAR_FUTURE, 0]
  const sql = pageSql(sourceFor(db, input), status, filter !== '' || kinds.length > 0)
  const rows = db.rows<[id: number]>(sql, {
    ...typedRange(filter),
    asOf,
    customerId,
    kinds: JSON.stringify(kinds),
    side: sideOf(kinds),
    from: input.from ?? FIRST_DATE,
    until: minDate(afterDate, input.to ?? FAR_FUTURE, status === 'all' ? FAR_FUTURE : asOf),
    afterDate,
    afterId,
    limit,
  })
  return rows.map(([id]) => id)
}
