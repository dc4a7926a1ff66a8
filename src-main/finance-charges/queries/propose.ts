import type {
  ProposedCharge,
  ProposedItemCharge,
} from '../../../src-shared/finance-charges/contract/finance-charges.ts'
import type { ParsedInput } from '../../../src-shared/contract.ts'
import { inCurrency, type ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { financeCharge } from '../../../src-shared/ledger/rules/finance-charges/finance-charge.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import type { QueryContext, QueryHandler } from '../../kernel/query-handler.ts'
import { latestRate } from '../../company/queries/rates/rates.ts'
import { withCover } from './cover.ts'
import { chargeable, chargeKey, lateItems, type LateItem } from './items.ts'

type ProposeInput = ParsedInput<'financeCharges.propose'>
type Rules = Omit<ProposeInput, 'rates'>

const ITEMS_BETWEEN_CHECKS = 500

/** The rate to take for a customer in place of the table's, if any. */
export type EnteredRate = (customer: { readonly customerId: number; readonly currency: string }) => ExchangeRate | null

interface Group {
  readonly of: LateItem
  readonly fee: number | null
  readonly items: ProposedItemCharge[]
}

/**
 * What each customer could be charged in each currency as of a day, by code. The command that posts works it out again by
 * this, without what is only said beside it: what unapplied credits would cover.
 */
export const proposedCharges = (
  db: Readable,
  rules: Rules,
  running: Pick<QueryContext, 'progress' | 'checkCancelled'>,
  enteredRate: EnteredRate,
): readonly ProposedCharge[] => {
  const feeOf = feeByCustomer(db, rules, enteredRate)
  const late = lateItems(db, rules.asOf, rules.settledSince, rules.customerId)
  const groups = new Map<string, Group>()
  for (const [index, item] of late.entries()) {
    if (index % ITEMS_BETWEEN_CHECKS === 0) {
      running.checkCancelled()
      running.progress(index, late.length)
    }
    const key = chargeKey(item)
    const group = groups.get(key) ?? { of: item, fee: feeOf(item), items: [] }
    // Without a rate an item that only the fee would be charged on is still told, or nobody would know of it.
    const charge = financeCharge(chargeable(db, item, rules.asOf), rules.asOf, {
      ...rules,
      fee: group.fee ?? rules.fee,
    })
    if (charge === null) continue
    const { documentId, number, dueDate } = item
    group.items.push({ documentId, number, dueDate, ...charge, fee: group.fee === null ? 0 : charge.fee, covered: 0 })
    groups.set(key, group)
  }
  running.progress(late.length, late.length)
  return [...groups.values()].map(withTotals)
}

/** The late fee in the currency of the items; null while no rate is known to convert it. */
const feeByCustomer = (
  db: Readable,
  { asOf, fee }: Rules,
  enteredRate: EnteredRate,
): ((item: LateItem) => number | null) => {
  const { baseCurrency } = companyRules(db)
  return (item) => {
    const { currency } = item
    if (currency === baseCurrency) return fee
    const entered = enteredRate(item)
    const rate = entered === null ? latestRate(db, currency, asOf)?.rate : entered
    return rate === undefined ? null : inCurrency(fee, currency, baseCurrency, rate)
  }
}

const withTotals = ({ of, fee: feeEach, items }: Group): ProposedCharge => {
  const { customerId, code, name, currency } = of
  const interest = sum(items.map((item) => item.interest))
  const fee = sum(items.map((item) => item.fee))
  const lacksRate = feeEach === null
  return {
    customerId,
    code,
    name,
    currency,
    lacksRate,
    items,
    unapplied: 0,
    interest,
    fee,
    total: sum([interest, fee]),
  }
}

export const financeChargeProposal: QueryHandler<'financeCharges.propose'> = (context, { rates, ...rules }) => {
  const entered = new Map(rates.map(({ currency, rate }) => [currency, rate]))
  const charges = proposedCharges(context.db, rules, context, ({ currency }) => entered.get(currency) ?? null)
  return withCover(context.db, charges, rules.asOf)
}
