import type { CurrencyBalance, CustomerRow } from '../../../../src-shared/customers/contract/customers.ts'
import { isBeyondAny, type LimitAndOpen } from '../../../../src-shared/customers/rules/credit-limit.ts'
import { companyRules } from '../../../company/facts/company.ts'
import type { Readable } from '../../../db/connection.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'
import { balancesAsOf, splitBalances } from '../open-items/balances.ts'
import { currencyLimitsOf } from './currency-limits.ts'
import { againstLimit, type ExposureRequest } from './exposure.ts'
import { wordQuery } from './search.ts'

const PAGE = `SELECT c.id, c.code, c.name, c.currency, coalesce(a.city, '') AS city, c.phone, c.on_hold AS onHold,
    c.archived, c.credit_limit AS creditLimit
  FROM customer AS c
  LEFT JOIN customer_address AS a ON a.customer_id = c.id AND a.use = 'billing'`

const AFTER_CODE = 'c.code > :afterText AND c.archived <= :archived'
const BY_CODE = 'ORDER BY c.code LIMIT :limit'

// The first condition lets SQLite step into the index; it does not for the pair alone.
const AFTER_NAME = `c.name COLLATE NOCASE >= :afterText AND (c.name COLLATE NOCASE, c.id) > (:afterText, :afterId)
    AND c.archived <= :archived`
const BY_NAME = 'ORDER BY c.name COLLATE NOCASE, c.id LIMIT :limit'

// The plus keeps the walk in the list's order, with the matches as a set to look into: no sort, whatever matches.
const MATCHING = '+c.id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH :words)'

export const CUSTOMER_PAGES = {
  code: {
    all: `${PAGE} WHERE ${AFTER_CODE} ${BY_CODE}`,
    matching: `${PAGE} WHERE ${AFTER_CODE} AND ${MATCHING} ${BY_CODE}`,
  },
  name: {
    all: `${PAGE} WHERE ${AFTER_NAME} ${BY_NAME}`,
    matching: `${PAGE} WHERE ${AFTER_NAME} AND ${MATCHING} ${BY_NAME}`,
  },
} as const

type Row = Omit<CustomerRow, 'balance' | 'overdue' | 'isOverLimit' | 'others' | 'inBase' | 'onHold' | 'archived'> & {
  readonly onHold: 0 | 1
  readonly archived: 0 | 1
}

/** A page of customers with their balances as of a day; only the page's open items are read. */
export const customerList: QueryHandler<'customers.list'> = ({ db }, input) => {
  const { asOf, order, filter, includeArchived, after, limit } = input
  const words = wordQuery(filter)
  if (filter !== '' && words === null) return { rows: [], next: null }
  const found = db.all<Row>(CUSTOMER_PAGES[order][words === null ? 'all' : 'matching'], {
    afterText: after?.[0] ?? '',
    afterId: after?.[1] ?? 0,
    archived: includeArchived ? 1 : 0,
    limit: limit + 1,
    ...(words === null ? {} : { words }),
  })
  const page = found.slice(0, limit)
  const ids = page.map(({ id }) => id)
  const { baseCurrency } = companyRules(db)
  const balances = balancesAsOf(db, ids, asOf, baseCurrency)
  const currencyLimits = currencyLimitsOf(db, ids)
  const rows = page.map((row) => {
    const ofCustomer = balances.get(row.id)
    const { own, others, inBase } = splitBalances(ofCustomer, row.currency)
    const { balance, overdue } = own
    const ofCurrencies = (currencyLimits.get(row.id) ?? []).map((each) => ({
      limit: each.limit,
      open: ofCustomer?.get(each.currency)?.balance ?? 0,
    }))
    const ofAll = totalLimit(db, row, own, { inBase, baseCurrency, date: asOf })
    const isOverLimit = isBeyondAny([...ofAll, ...ofCurrencies])
    return {
      ...row,
      onHold: row.onHold === 1,
      archived: row.archived === 1,
      balance,
      overdue,
      isOverLimit,
      others,
      inBase,
    }
  })
  const last = page.at(-1)
  return { rows, next: found.length > limit && last ? [last[order], last.id] : null }
}

/**
 * The limit of all currencies: others count at what the books carry them, converted as a posting would be. Without a rate of
 * the limit's currency only its own counts.
 */
const totalLimit = (
  db: Readable,
  { creditLimit, currency }: Row,
  own: CurrencyBalance,
  { inBase, ...rates }: Pick<ExposureRequest, 'baseCurrency' | 'date'> & { readonly inBase: number },
): readonly LimitAndOpen[] => {
  if (creditLimit === null) return []
  const others = againstLimit(db, inBase - own.inBase, { currency, ...rates }) ?? 0
  return [{ limit: creditLimit, open: own.balance + others }]
}
