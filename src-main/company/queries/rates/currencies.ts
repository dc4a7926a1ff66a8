import { companyRow } from '../profile/profile.ts'
import type { QueryHandler } from '../../../kernel/query-handler.ts'

/** From one currency to the next by the index: there are few, however many rates and documents. */
const nextOf = (table: string): string => `
  WITH RECURSIVE used (currency) AS (
    SELECT min(currency) FROM ${table}
    UNION ALL SELECT (SELECT min(currency) FROM ${table} WHERE currency > used.currency) FROM used
      WHERE used.currency IS NOT NULL)
  SELECT currency FROM used WHERE currency IS NOT NULL`

export const RATED = nextOf('exchange_rate')
export const DOCUMENTED = nextOf('customer_currency')

/** The currencies a document may be in: the company's own first, then those with rates or documents. */
export const currenciesUsed: QueryHandler<'rates.currencies'> = ({ db }) => {
  const { baseCurrency } = companyRow(db)
  const used = [RATED, DOCUMENTED].flatMap((sql) => db.rows<[string]>(sql).map(([currency]) => currency))
  const others = [...new Set(used)].filter((currency) => currency !== baseCurrency)
  return [baseCurrency, ...others.toSorted()]
}
