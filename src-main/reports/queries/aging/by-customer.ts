import type { AgingRow } from '../../../../src-shared/reports/contract/aging.ts'
import type { ParsedInput } from '../../../../src-shared/contract.ts'
import { AgingTally, agingTotals, bucketLabels, type AgedBalance } from '../../../../src-shared/domain/aging.ts'
import { companyRules } from '../../../company/facts/company.ts'
import { currenciesInUse } from '../../../customers/queries/customers/currencies.ts'
import { agingPolicyOf } from '../../../company/queries/profile/profile.ts'
import type { QueryContext, QueryHandler } from '../../../kernel/query-handler.ts'
import { baseBalances } from './base-balances.ts'
import { forEachOpenBalance } from './open-balances.ts'

type CustomerRow = readonly [id: number, code: string, name: string]

/**
 * The aging of one currency as of any day, a row for each customer with open items, by code. In base, of every currency
 * or one, as the control account carries it in the company's currency.
 */
export const agingByCustomer: QueryHandler<'aging.byCustomer'> = (context, input) => {
  const { db } = context
  const { baseCurrency, settings } = companyRules(db)
  const own = agingPolicyOf(settings)
  const policy = { ...own, basis: input.basis ?? own.basis }
  const customers = db.rows<CustomerRow>('SELECT id, code, name FROM customer ORDER BY code')
  const tally = new AgingTally(input.asOf, policy)
  const count = input.in === 'base' ? tallyInBase : tallyCurrency
  const currencies = currenciesInUse(db)
  const openDebits = count(context, input, { currencies, baseCurrency, tally })
  const aged = tally.result()
  const reported = input.in === 'base' ? baseCurrency : (input.currency ?? baseCurrency)
  return {
    asOf: input.asOf,
    currency: reported,
    in: input.in,
    labels: bucketLabels(policy),
    rows: namedRows(customers, aged),
    totals: agingTotals(aged.values(), policy),
    openDebits,
    otherCurrencies: currencies.filter((used) => used !== reported),
  }
}

interface Counting {
  /** What there are documents in. */
  readonly currencies: readonly string[]
  readonly baseCurrency: string
  readonly tally: AgingTally
}

type AgingInput = ParsedInput<'aging.byCustomer'>

/** The items of one currency; where there is no other, none is asked for its own. */
const tallyCurrency = (context: QueryContext, { asOf, currency }: AgingInput, counting: Counting): number => {
  const { currencies, baseCurrency, tally } = counting
  const wanted = currency ?? baseCurrency
  return forEachOpenBalance(context.db, asOf, {
    currency: currencies.every((used) => used === wanted) ? null : wanted,
    checkCancelled: context.checkCancelled,
    each: (customerId, dueDate, documentDate, balance) => tally.add(customerId, dueDate, documentDate, balance),
  })
}

/** In the company's own currency an item's balance is its base balance; the others are summed item by item. */
const tallyInBase = (context: QueryContext, { asOf, currency, ...asked }: AgingInput, counting: Counting): number => {
  const { baseCurrency, currencies, tally } = counting
  let openDebits = 0
  if (currency === null || currency === baseCurrency)
    openDebits += tallyCurrency(context, { ...asked, asOf, currency: baseCurrency }, counting)
  context.checkCancelled()
  if (currencies.every((used) => used === baseCurrency)) return openDebits
  for (const item of baseBalances(context.db, asOf, baseCurrency)) {
    if (currency !== null && currency !== item.currency) continue
    if (item.open > 0) openDebits += 1
    for (const { dueDate, open } of item.parts)
      tally.add(item.customerId, dueDate, item.documentDate, open, item.isCredit)
  }
  return openDebits
}

const namedRows = (customers: readonly CustomerRow[], aged: ReadonlyMap<number, AgedBalance>): readonly AgingRow[] =>
  customers.flatMap(([customerId, code, name]) => {
    const balance = aged.get(customerId)
    return balance === undefined ? [] : [{ customerId, code, name, ...balance }]
  })
