import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import { exposureOf } from '../../queries/customers/exposure.ts'
import { refuseUnlessApproved } from '../facts/approval.ts'
import type { BilledCustomer } from '../facts/customer.ts'
import type { CommandContext } from '../handler.ts'

/** Refuses a customer that nothing more is billed to: archived, or on hold without a supervisor's approval. */
export const assertBillable = (context: CommandContext, customer: BilledCustomer): void => {
  const { code, currency } = customer
  if (customer.archived) throw new Refusal('customer_archived', { code }, 'customerId')
  if (!customer.onHold) return
  const refusal = new Refusal('customer_on_hold', { code }, 'customerId')
  refuseUnlessApproved(context, refusal, { act: 'credit_hold', currency, most: null, amount: null })
}

/**
 * Warns when a total more brings what the customer owes and is about to owe over the limit; by policy it asks for a
 * supervisor's approval, or refuses. Minor units.
 */
export const checkCreditLimit = (
  context: CommandContext,
  customer: BilledCustomer,
  total: number,
  draftUid: string | null,
  rules: CompanyRules,
): readonly string[] => {
  const { code, currency, creditLimit } = customer
  if (creditLimit === null) return []
  const { open, drafts } = exposureOf(context.tx, customer.id, draftUid)
  const exposure = sum([open, drafts, total])
  if (exposure <= creditLimit) return []
  const shown = (amount: number): string => formatAmount(amount, currency)
  const { creditLimitPolicy } = rules.settings
  if (creditLimitPolicy === 'warn') {
    const withDrafts = drafts === 0 ? '' : ` with ${shown(drafts)} in drafts`
    return [`${code} now owes ${shown(exposure)}${withDrafts}, over the credit limit of ${shown(creditLimit)}.`]
  }
  const refusal = new Refusal(
    creditLimitPolicy === 'ask' ? 'credit_limit_ask' : 'credit_limit_exceeded',
    {
      code,
      exposure: shown(exposure),
      open: shown(open),
      ...(drafts === 0 ? {} : { drafts: shown(drafts) }),
      total: shown(total),
      limit: shown(creditLimit),
    },
    'lines',
  )
  refuseUnlessApproved(context, refusal, { act: 'credit_limit', currency, most: creditLimit, amount: exposure })
  return []
}
