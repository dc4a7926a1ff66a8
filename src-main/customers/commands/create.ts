import { isAtLeast } from '../../../src-shared/kit/operation.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import { refuseUnlessApproved } from '../../company/facts/approval.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'
import { checkDetails, checkPayingParent, insertCustomer, type CustomerDetails } from './details.ts'

export const createCustomer: CommandHandler<'customers.create'> = (context, details) => {
  const { tx, newUid, newId } = context
  checkDetails(context, details, null)
  checkPayingParent(tx, details, null)
  assertMayGiveCredit(context, details)
  const key = { id: newId('customer'), uid: newUid() }
  insertCustomer(tx, key, details)
  return { ...key, version: 1 }
}

/** A clerk who may not raise a limit could otherwise enter the customer anew with a higher one. */
function assertMayGiveCredit(context: CommandContext, { code, creditLimit, currency }: CustomerDetails): void {
  if (creditLimit === 0 || isAtLeast(context.role, 'supervisor')) return
  const limit = creditLimit === null ? 'no limit' : `${formatAmount(creditLimit, currency)} ${currency}`
  const refusal = new Refusal('credit_given', { code, limit }, 'creditLimit')
  refuseUnlessApproved(context, refusal, { act: 'credit_terms', currency, most: 0, amount: creditLimit })
}
