import type { Readable } from '../../../db/connection.ts'

const OF_CUSTOMER = 'SELECT currency FROM customer_currency WHERE customer_id = ? ORDER BY currency'

/** The currencies a customer has documents in, by code. */
export const currenciesOf = (db: Readable, customerId: number): readonly string[] =>
  db.rows<[string]>(OF_CUSTOMER, [customerId]).map(([currency]) => currency)

/** Steps from one currency to the next, so that it does not matter how many customers have documents in it. */
export const CURRENCIES_IN_USE = `
  WITH RECURSIVE used (currency) AS (
    SELECT min(currency) FROM customer_currency
    UNION ALL
    SELECT (SELECT min(later.currency) FROM customer_currency AS later WHERE later.currency > used.currency)
    FROM used WHERE used.currency IS NOT NULL
  )
  SELECT currency FROM used WHERE currency IS NOT NULL`

/** The currencies that the company has documents in, by code. */
export const currenciesInUse = (db: Readable): readonly string[] =>
  db.rows<[string]>(CURRENCIES_IN_USE).map(([currency]) => currency)
