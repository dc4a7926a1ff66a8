import { isAtLeast } from '../../../src-shared/kit/operation.ts'
import { lookAlikeKey } from '../../../src-shared/domain/text/look-alike.ts'
import type { CurrencyLimit, Customer } from '../../../src-shared/customers/contract/customers.ts'
import { formatAmount } from '../../../src-shared/domain/amounts/money.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../db/orm.ts'
import { customer } from '../../db/schema.ts'
import { customerRecord } from '../queries/customers/record.ts'
import { refuseUnlessApproved } from '../../company/facts/approval.ts'
import type { CommandContext, CommandHandler } from '../../kernel/command-handler.ts'
import { assertFresh } from '../../company/commands/records/fresh-version.ts'
import { amountIn, codeIn } from '../../company/commands/records/value-text.ts'
import { checkDetails, checkPayingParent, replaceParts, type CustomerDetails } from './details.ts'

/** Changes a customer whole: what the clerk saw, with what the clerk changed. */
export const updateCustomer: CommandHandler<'customers.update'> = (context, { id, version, archived, ...details }) => {
  const { tx } = context
  const stored = customerRecord(tx, id)
  const currencyLimits = details.currencyLimits.toSorted((a, b) => (a.currency < b.currency ? -1 : 1))
  assertFresh(
    context,
    `Customer ${stored.code}`,
    version,
    { ...details, currencyLimits, archived },
    { ...stored },
    {
      payingParentId: codeIn(tx, 'customer'),
      termsId: codeIn(tx, 'terms'),
      taxCodeId: codeIn(tx, 'tax_code'),
      creditLimit: amountIn(stored.currency),
      currencyLimits: limitsText,
    },
  )
  checkDetails(context, details, id)
  checkPayingParent(tx, details, stored)
  assertMayLoosen(context, stored, details)
  const { billingAddress: _, shippingAddress: __, contacts: ___, currencyLimits: ____, ...columns } = details
  orm(tx)
    .update(customer)
    .set({ ...columns, codeKey: lookAlikeKey(details.code), archived, version: version + 1 })
    .where(eq(customer.id, id))
    .run()
  replaceParts(tx, id, details)
  return { version: version + 1 }
}

const limitsText = (limits: readonly CurrencyLimit[]): string =>
  limits.map(({ currency, limit }) => `${formatAmount(limit, currency)} ${currency}`).join(', ') || 'empty'

/** More credit, or none held back: a clerk could otherwise post past any limit by raising it. */
function assertMayLoosen(
  context: CommandContext,
  stored: Customer,
  { creditLimit, currencyLimits, onHold, currency }: CustomerDetails,
): void {
  // The same figure in another currency is another limit.
  const isOther = stored.creditLimit !== null && currency !== stored.currency && creditLimit !== 0
  const isRaised = stored.creditLimit !== null && (isOther || creditLimit === null || creditLimit > stored.creditLimit)
  const isReleased = stored.onHold && !onHold
  if (isAtLeast(context.role, 'supervisor')) return
  if (isRaised || isReleased) {
    const params = isOther ? { code: stored.code, currency } : { code: stored.code }
    const path = isOther ? 'currency' : isRaised ? 'creditLimit' : 'onHold'
    const refusal = new Refusal('credit_loosened', params, path)
    const amounts = { most: isOther ? 0 : stored.creditLimit, amount: creditLimit }
    refuseUnlessApproved(context, refusal, { act: 'credit_terms', currency, ...amounts })
  }
  for (const { currency: limitOf, limit: most } of stored.currencyLimits) {
    const at = currencyLimits.findIndex((limit) => limit.currency === limitOf)
    const amount = currencyLimits[at]?.limit ?? null
    if (amount !== null && amount <= most) continue
    const path = amount === null ? 'currencyLimits' : `currencyLimits.${at}.limit`
    const refusal = new Refusal('credit_loosened', { code: stored.code, limitOf }, path)
    refuseUnlessApproved(context, refusal, { act: 'credit_terms', currency: limitOf, most, amount })
  }
}
