import type { CustomerMatch } from '../../../../src-shared/customers/contract/customers.ts'
import { fromClock } from '../../../../src-shared/domain/dates/calendar.ts'
import { lookAlikeKey, plainCode } from '../../../../src-shared/domain/text/look-alike.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Params, Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { prefixEnd } from '../../../ledger/queries/documents/named.ts'
import { balancesAsOf, splitBalances } from '../open-items/balances.ts'

type Row = Omit<CustomerMatch, 'balance' | 'others' | 'onHold'> & { readonly onHold: 0 | 1 }
export type MatchedCustomer = Omit<CustomerMatch, 'balance' | 'others'>

const MATCH = `SELECT c.id, c.code, c.name, coalesce(a.city, '') AS city, c.currency, c.on_hold AS onHold
  FROM customer AS c
  LEFT JOIN customer_address AS a ON a.customer_id = c.id AND a.use = 'billing'`

/** Best first; each is a few steps into an index. Unless :all is 1, who is archived is found by code or number only. */
export const SEARCHES = {
  code: `${MATCH} WHERE c.code = :typed`,
  documentNumber: `${MATCH} WHERE c.id IN (SELECT customer_id FROM document WHERE number = :typed COLLATE NOCASE)`,
  invoiceSequence: `${MATCH} WHERE c.id IN (
    SELECT d.customer_id FROM number_series AS s JOIN document AS d ON d.series_id = s.id
    WHERE s.kind = 'invoice' AND d.series_number = :sequence)`,
  /** Codes and numbers that a clerk could take for what was typed. */
  codeLike: `${MATCH} WHERE c.code_key = :key ORDER BY c.id LIMIT :limit`,
  numberLike: `${MATCH} WHERE c.id IN (SELECT customer_id FROM document WHERE number_key = :key LIMIT :limit)`,
  codePrefix: `${MATCH} WHERE c.code >= :typed AND c.code < :end AND (c.archived = 0 OR :all) ORDER BY c.code LIMIT :limit`,
  namePrefix: `${MATCH} WHERE c.name COLLATE NOCASE >= :typed AND c.name COLLATE NOCASE < :end AND (c.archived = 0 OR :all)
    ORDER BY c.name COLLATE NOCASE, c.id LIMIT :limit`,
  words: `${MATCH} WHERE (c.archived = 0 OR :all)
      AND c.id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH :words LIMIT :most)
    LIMIT :limit`,
} as const

// Words that half of the customers share are found anyway by what starts with them; a bound keeps a key stroke short.
const MATCHES_MOST = 500

/**
 * What the clerk typed as an FTS5 query: every word, or its beginning, in any order. Each word is a quoted string, so
 * none of FTS5's own syntax gets through; null when no word has a letter or a digit.
 */
export function wordQuery(typed: string): string | null {
  const words = typed.split(/\s+/).filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ')
}

/** Customers by exact code, any document's exact number, either as it looks, beginning of the code, of the name, of any words of it. */
export function searchCustomers(
  db: Readable,
  typed: string,
  limit: number,
  which: 'in use' | 'archived too' = 'in use',
): readonly MatchedCustomer[] {
  const all = Number(which === 'archived too')
  const found = new Map<number, MatchedCustomer>()
  const add = (sql: string, params: Params): void => {
    if (found.size >= limit) return
    for (const row of db.all<Row>(sql, params)) {
      if (!found.has(row.id) && found.size < limit) found.set(row.id, { ...row, onHold: row.onHold === 1 })
    }
  }
  const code = plainCode(typed)
  if (code !== '') {
    add(SEARCHES.code, { typed: code })
    add(SEARCHES.documentNumber, { typed: code })
    if (/^\d{1,12}$/.test(code)) add(SEARCHES.invoiceSequence, { sequence: Number(code) })
    const alike = { key: lookAlikeKey(code), limit }
    add(SEARCHES.codeLike, alike)
    add(SEARCHES.numberLike, alike)
  }
  add(SEARCHES.codePrefix, { typed: code, end: prefixEnd(code), limit, all })
  if (typed !== '') add(SEARCHES.namePrefix, { typed, end: prefixEnd(typed), limit, all })
  const words = wordQuery(typed)
  if (words !== null) add(SEARCHES.words, { words, most: MATCHES_MOST, limit: limit * 2, all })
  return [...found.values()]
}

/** The type-ahead of every customer field. Balances are as of today. */
export const customerSearch: QueryHandler<'customers.search'> = ({ db, now }, { text, limit }) => {
  const found = searchCustomers(db, text, limit)
  const balances = balancesAsOf(
    db,
    found.map(({ id }) => id),
    fromClock(now),
    companyRules(db).baseCurrency,
  )
  return found.map((customer) => {
    const { own, others } = splitBalances(balances.get(customer.id), customer.currency)
    return { ...customer, balance: own.balance, others }
  })
}
