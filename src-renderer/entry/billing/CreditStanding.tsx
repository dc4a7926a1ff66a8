import type { CompanySettings } from '../../../src-shared/contract/company.ts'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import { creditLeft } from './credit.ts'
import { nounOf } from './kinds.ts'
import type { BillingState } from './use-billing-entry.ts'

export type CreditStandingProps = {
  readonly state: BillingState
  readonly policy: CompanySettings['creditLimitPolicy']
}

/** What stands against billing this customer, said before posting rather than after. */
export function CreditStanding({ state: { kind, card, terms, totals }, policy }: CreditStandingProps) {
  const format = useFormat()
  if (card === null) return null
  const { customer } = card
  if (customer.archived)
    return <Banner tone="warn">{customer.name} is archived. Restore the customer to bill it.</Banner>
  if (customer.onHold) {
    return (
      <Banner tone="warn">
        {customer.name} is on credit hold. Release the hold to post this {nounOf(kind)}.
      </Banner>
    )
  }
  const credit = creditLeft(card, totals.ok ? totals.totals.total : 0)
  if (credit === null || credit.left >= 0) return null
  const over = format.amount(-credit.left, terms.currency)
  const limit = format.amount(credit.limit, terms.currency)
  return (
    <Banner tone="warn">
      {`This brings ${customer.name} ${over} over the credit limit of ${limit}.`}
      {policy === 'block' && ' It cannot be posted: bill less, or raise the limit.'}
    </Banner>
  )
}
