import { lookAlikeKey } from '../../../../src-shared/domain/look-alike.ts'
import type { Customer } from '../../../../src-shared/customers/contract/customers.ts'
import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import { eq, orm } from '../../../db/orm.ts'
import { customer } from '../../../db/schema.ts'
import { customerRecord } from '../../queries/customers/record.ts'
import { refuseUnlessApproved } from '../../../company/facts/approval.ts'
import type { CommandContext, CommandHandler } from '../../../kernel/command-handler.ts'
import { assertFresh } from '../../../company/commands/records/freshVersion.ts'
import { amountIn, codeIn } from '../../../company/commands/records/valueText.ts'
import { checkDetails, checkPayingParent, replaceAddressesAndContacts } from './details.ts'

/** Changes a customer whole: what the clerk saw, with what the clerk changed. */
export const updateCustomer: CommandHandler<'customers.update'> = (context, { id, version, archived, ...details }) => {
  const { tx } = context
  const stored = customerRecord(tx, id)
  assertFresh(
    `Customer ${stored.code}`,
    version,
    { ...details, archived },
    { ...stored },
    {
      payingParentId: codeIn(tx, 'customer'),
      termsId: codeIn(tx, 'terms'),
      taxCodeId: codeIn(tx, 'tax_code'),
      creditLimit: amountIn(stored.currency),
    },
  )
  checkDetails(context, details, id)
  checkPayingParent(tx, details, stored)
  assertMayLoosen(context, stored, details)
  const { billingAddress: _, shippingAddress: __, contacts: ___, ...columns } = details
  orm(tx)
    .update(customer)
    .set({ ...columns, codeKey: lookAlikeKey(details.code), archived, version: version + 1 })
    .where(eq(customer.id, id))
    .run()
  replaceAddressesAndContacts(tx, id, details)
  return { version: version + 1 }
}

/** More credit, or none held back: a clerk could otherwise post past any limit by raising it. */
function assertMayLoosen(
  context: CommandContext,
  stored: Customer,
  { creditLimit, onHold, currency }: Pick<Customer, 'creditLimit' | 'onHold' | 'currency'>,
): void {
  // The same figure in another currency is another limit.
  const isOther = stored.creditLimit !== null && currency !== stored.currency && creditLimit !== 0
  const isRaised = stored.creditLimit !== null && (isOther || creditLimit === null || creditLimit > stored.creditLimit)
  const isReleased = stored.onHold && !onHold
  if ((!isRaised && !isReleased) || context.role === 'supervisor') return
  const params = isOther ? { code: stored.code, currency } : { code: stored.code }
  const path = isOther ? 'currency' : isRaised ? 'creditLimit' : 'onHold'
  const refusal = new Refusal('credit_loosened', params, path)
  const amounts = { most: isOther ? 0 : stored.creditLimit, amount: creditLimit }
  refuseUnlessApproved(context, refusal, { act: 'credit_terms', currency, ...amounts })
}
