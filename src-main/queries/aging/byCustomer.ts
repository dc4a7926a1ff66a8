import type { AgingRow } from '../../../src-shared/contract/aging.ts'
import { ageRows, agingTotals, bucketLabels, type AgedBalance } from '../../../src-shared/domain/aging.ts'
import { companyRules } from '../../db/company.ts'
import type { Readable } from '../../db/connection.ts'
import { agingPolicyOf } from '../company/settings.ts'
import type { QueryHandler } from '../handler.ts'
import { openBalances, type Counted } from './openBalances.ts'

/** The aging of one currency as of any day, a row for each customer with open items, by code. */
export const agingByCustomer: QueryHandler<'aging.byCustomer'> = (context, { asOf, basis, currency }) => {
  const { db } = context
  const { baseCurrency, settings } = companyRules(db)
  const own = agingPolicyOf(settings)
  const policy = { ...own, basis: basis ?? own.basis }
  const reported = currency ?? baseCurrency
  const currencies = currenciesOf(db)
  const wanted = currencies.length > 1 || currencies[0] !== reported ? customersIn(db, reported) : null
  const counted: Counted = { openDebits: 0 }
  const aged = ageRows(openBalances(db, asOf, wanted, counted, context.checkCancelled), asOf, policy)
  return {
    asOf,
    currency: reported,
    labels: bucketLabels(policy),
    rows: namedRows(db, aged),
    totals: agingTotals(aged.values(), policy),
    openDebits: counted.openDebits,
    otherCurrencies: currencies.filter((other) => other !== reported),
  }
}

/** Steps from one currency to the next through customers; there are few, so the walk is short. */
const currenciesOf = (db: Readable): readonly string[] =>
  db.rows<[string]>('SELECT DISTINCT currency FROM customer ORDER BY currency').map(([currency]) => currency)

/** A customer's currency is fixed once it has documents, so it tells the currency of every item. */
const customersIn = (db: Readable, currency: string): ReadonlySet<number> =>
  new Set(db.rows<[number]>('SELECT id FROM customer WHERE currency = ?', [currency]).map(([id]) => id))

const namedRows = (db: Readable, aged: ReadonlyMap<number, AgedBalance>): readonly AgingRow[] => {
  const rows: AgingRow[] = []
  for (const [customerId, code, name] of db.iterateRows<[number, string, string]>(
    'SELECT id, code, name FROM customer ORDER BY code',
  )) {
    const balance = aged.get(customerId)
    if (balance && (balance.total !== 0 || balance.unapplied !== 0 || balance.buckets.some((amount) => amount !== 0))) {
      rows.push({ customerId, code, name, ...balance })
    }
  }
  return rows
}
