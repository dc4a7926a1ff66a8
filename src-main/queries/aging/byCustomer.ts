import type { AgingRow } from '../../../src-shared/contract/aging.ts'
import { AgingTally, agingTotals, bucketLabels, type AgedBalance } from '../../../src-shared/domain/aging.ts'
import { companyRules } from '../../db/company.ts'
import { agingPolicyOf } from '../company/settings.ts'
import type { QueryHandler } from '../handler.ts'
import { forEachOpenBalance } from './openBalances.ts'

type CustomerRow = readonly [id: number, code: string, name: string, currency: string]

/** The aging of one currency as of any day, a row for each customer with open items, by code. */
export const agingByCustomer: QueryHandler<'aging.byCustomer'> = (context, { asOf, basis, currency }) => {
  const { db } = context
  const { baseCurrency, settings } = companyRules(db)
  const own = agingPolicyOf(settings)
  const policy = { ...own, basis: basis ?? own.basis }
  const reported = currency ?? baseCurrency
  const customers = db.rows<CustomerRow>('SELECT id, code, name, currency FROM customer ORDER BY code')
  const others = new Set(customers.map(([, , , billed]) => billed).filter((billed) => billed !== reported))
  // A customer's currency is fixed once it has documents, so it tells the currency of every item.
  const wanted = others.size === 0 ? null : new Set(customers.filter((row) => row[3] === reported).map(([id]) => id))
  const tally = new AgingTally(asOf, policy)
  const openDebits = forEachOpenBalance(db, asOf, {
    customers: wanted,
    checkCancelled: context.checkCancelled,
    each: (customerId, dueDate, documentDate, balance) => tally.add(customerId, dueDate, documentDate, balance),
  })
  const aged = tally.result()
  return {
    asOf,
    currency: reported,
    labels: bucketLabels(policy),
    rows: namedRows(customers, aged),
    totals: agingTotals(aged.values(), policy),
    openDebits,
    otherCurrencies: [...others].toSorted(),
  }
}

const namedRows = (customers: readonly CustomerRow[], aged: ReadonlyMap<number, AgedBalance>): readonly AgingRow[] =>
  customers.flatMap(([customerId, code, name]) => {
    const balance = aged.get(customerId)
    return balance === undefined ? [] : [{ customerId, code, name, ...balance }]
  })
