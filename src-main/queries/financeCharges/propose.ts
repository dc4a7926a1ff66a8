import type { ProposedCharge, ProposedItemCharge } from '../../../src-shared/contract/financeCharges.ts'
import type { ParsedInput } from '../../../src-shared/contract/index.ts'
import { financeCharge } from '../../../src-shared/domain/finance-charge.ts'
import { sum } from '../../../src-shared/domain/money.ts'
import type { Readable } from '../../db/connection.ts'
import type { QueryContext, QueryHandler } from '../handler.ts'
import { chargeable, lateItems, type LateItem } from './items.ts'

type Rules = ParsedInput<'financeCharges.propose'>

const ITEMS_BETWEEN_CHECKS = 500

/** What each customer could be charged as of a day, by code. The command that posts works it out again by this. */
export const proposedCharges = (
  db: Readable,
  rules: Rules,
  running: Pick<QueryContext, 'progress' | 'checkCancelled'>,
): readonly ProposedCharge[] => {
  const late = lateItems(db, rules.asOf, rules.settledSince, rules.customerId)
  const byCustomer = new Map<number, { readonly of: LateItem; readonly items: ProposedItemCharge[] }>()
  for (const [index, item] of late.entries()) {
    if (index % ITEMS_BETWEEN_CHECKS === 0) {
      running.checkCancelled()
      running.progress(index, late.length)
    }
    const charge = financeCharge(chargeable(db, item, rules.asOf), rules.asOf, rules)
    if (charge === null) continue
    const { documentId, number, dueDate } = item
    const group = byCustomer.get(item.customerId) ?? { of: item, items: [] }
    group.items.push({ documentId, number, dueDate, ...charge })
    byCustomer.set(item.customerId, group)
  }
  running.progress(late.length, late.length)
  return [...byCustomer.values()].map(({ of, items }) => withTotals(of, items))
}

const withTotals = (
  { customerId, code, name, currency }: LateItem,
  items: readonly ProposedItemCharge[],
): ProposedCharge => {
  const interest = sum(items.map((item) => item.interest))
  const fee = sum(items.map((item) => item.fee))
  return { customerId, code, name, currency, items, interest, fee, total: sum([interest, fee]) }
}

export const financeChargeProposal: QueryHandler<'financeCharges.propose'> = (context, rules) =>
  proposedCharges(context.db, rules, context)
