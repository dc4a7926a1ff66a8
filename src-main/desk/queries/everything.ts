import { fromClock } from '../../../src-shared/domain/dates/calendar.ts'
import { parseAmount } from '../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Params, Readable } from '../../db/connection.ts'
import { searchCustomers } from '../../customers/queries/customers/search.ts'
import { IN_SERIES, typedRange } from '../../ledger/queries/documents/named.ts'
import { documentRows } from '../../ledger/queries/documents/rows.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'

/** Best first; the newest of equals first. Each reads an index. */
export const DOCUMENT_SEARCHES = {
  number: 'SELECT id FROM document WHERE number = :text COLLATE NOCASE LIMIT :limit',
  /** Numbers that a clerk could take for what was typed. */
  numberLike: 'SELECT id FROM document WHERE number_key = :key LIMIT :limit',
  sequence: `SELECT id FROM document WHERE ${IN_SERIES}`,
  amount: 'SELECT id FROM document WHERE total IN (:amount, -:amount) ORDER BY command_seq DESC, id DESC LIMIT :limit',
  reference: `SELECT id FROM document
    WHERE reference <> '' AND reference COLLATE NOCASE >= :text AND reference COLLATE NOCASE < :end
    ORDER BY reference COLLATE NOCASE, command_seq DESC, id DESC LIMIT :limit`,
  numberPrefix: `SELECT id FROM document WHERE number COLLATE NOCASE >= :text AND number COLLATE NOCASE < :end
    ORDER BY number COLLATE NOCASE LIMIT :limit`,
} as const

/** What the find box shows for a text: a customer's code or name, a number, a reference, an exact amount. */
export const findEverything: QueryHandler<'find.everything'> = ({ db, now }, { text, limit }) => {
  if (text === '') return { customers: [], documents: [] }
  const customers = searchCustomers(db, text, limit).map(({ id, code, name }) => ({ id, code, name }))
  return { customers, documents: documentRows(db, documentIds(db, text, limit), fromClock(now)) }
}

function documentIds(db: Readable, text: string, limit: number): readonly number[] {
  const found = new Set<number>()
  const add = (sql: string, params: Params): void => {
    if (found.size < limit) for (const [id] of db.rows<[number]>(sql, params)) found.add(id)
  }
  const range = typedRange(text)
  add(DOCUMENT_SEARCHES.number, { text: range.text, limit })
  add(DOCUMENT_SEARCHES.numberLike, { key: range.key, limit })
  if (range.sequence !== null) add(DOCUMENT_SEARCHES.sequence, { sequence: range.sequence })
  const amount = typedAmount(db, text)
  if (amount !== null) add(DOCUMENT_SEARCHES.amount, { amount, limit })
  add(DOCUMENT_SEARCHES.reference, { ...range, limit })
  add(DOCUMENT_SEARCHES.numberPrefix, { ...range, limit })
  return [...found].slice(0, limit)
}

/** The text as an amount in the company's currency and style, in minor units; null when it is none, or zero. */
function typedAmount(db: Readable, text: string): number | null {
  const { baseCurrency, settings } = companyRules(db)
  const decimal = settings.decimalMark
  const amount = parseAmount(text, baseCurrency, { decimal, group: decimal === '.' ? ',' : '.' })
  return amount.ok && amount.value !== 0 ? amount.value : null
}
