import { applicationMemo } from '../documents/generated-memo.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'
import { accountFor } from '../../../company/facts/account.ts'
import type { Item } from '../documents/item.ts'
import { beginPosting } from '../documents/posting.ts'
import { divideReduction, insertApplicationTaxes } from './reduction.ts'
import { entriesOf, givenOff, insertApplication, moving, type Settlement } from './settlement.ts'
import { crossSettlementBase } from './settlement-base.ts'

/** Whether money in one currency settles an item in another. */
export const isAcross = (credit: Pick<Item, 'currency'>, debit: Pick<Item, 'currency'>): boolean =>
  credit.currency !== debit.currency

/**
 * Appends an application between two currencies that has been decided. The credit is settled by a posting in its own
 * currency, the debit by one in its own, each in balance; what passes between them stands on the exchange clearing
 * account, which comes to nothing in the company's currency. The difference of both is a realised exchange gain or loss.
 * Without money only the debit's posting is made.
 */
export const settleAcross = (
  context: CommandContext,
  date: CalendarDate,
  rules: CompanyRules,
  credit: Item,
  debit: Item,
  settlement: Settlement,
): number => {
  const { tx } = context
  const { amount } = settlement
  const settles = settlement.settles ?? 0
  const memo = applicationMemo(credit)
  const clearing = accountFor(tx, 'exchange_clearing')
  const control = accountFor(tx, 'receivable')
  const settled = settles + settlement.discount + settlement.writeOff
  const divided = divideReduction(tx, rules, credit, debit, givenOff(settlement))
  const given = divided.entries
  const base = crossSettlementBase(tx, rules.baseCurrency, credit, debit, { amount, settled, given })
  const paidBase = base.credit
  const application = (postingId: number, debitPostingId: number | null): number => {
    const made = insertApplication(context, { postingId, credit, debit, date, ...settlement, settles, debitPostingId })
    insertApplicationTaxes(context, made, divided.taxes)
    return made
  }

  let id: number | null = null
  if (amount > 0) {
    const paying = beginPosting(context, date, credit.currency, memo)
    // The debit's posting is the next one, so its id is known.
    id = application(paying.id, paying.id + 1)
    const { add } = entriesOf(tx, paying, id)
    add({ accountId: control, amount, baseAmount: paidBase, ...moving(credit) })
    add({ accountId: clearing, amount: 0 - amount, baseAmount: 0 - paidBase })
    paying.seal()
  }
  const settling = beginPosting(context, date, debit.currency, memo)
  const applicationId = id ?? application(settling.id, null)
  const { add, addExchange } = entriesOf(tx, settling, applicationId)
  if (amount > 0) add({ accountId: clearing, amount: settles, baseAmount: paidBase })
  add({ accountId: control, amount: 0 - settled, baseAmount: base.debit, ...moving(debit) })
  for (const [index, [accountId, part]] of given.entries())
    add({ accountId, amount: part, baseAmount: base.given[index] ?? 0 })
  addExchange()
  settling.seal()
  return applicationId
}
