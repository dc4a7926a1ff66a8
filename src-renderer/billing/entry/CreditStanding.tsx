import type { CompanySettings } from '../../../src-shared/company/contract/company.ts'
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
        {customer.name} is on credit hold. Posting this {nounOf(kind)} asks for a supervisor’s approval.
      </Banner>
    )
  }
  const credit = creditLeft(card, totals.ok ? totals.totals.total : 0, terms.currency)
  if (credit === null || credit.left >= 0) return null
  const amount = (value: number): string => format.amount(value, terms.currency)
  const limitName = credit.isOfOneCurrency ? `credit limit for ${terms.currency}` : 'credit limit'
  const drafts = credit.drafts === 0 ? '' : `, ${amount(credit.drafts)} in other drafts`
  return (
    <Banner tone="warn">
      {`This brings ${customer.name} ${amount(-credit.left)} over the ${limitName} of ${amount(credit.limit)}: `}
      {`${amount(credit.exposure)}, of which ${amount(credit.open)} is open${drafts}.`}
      {policyText[policy]}
    </Banner>
  )
}

const policyText = {
  warn: '',
  ask: ' Posting it asks for a supervisor’s approval.',
  block: ' It cannot be posted: bill less, or raise the limit.',
} as const satisfies Record<CompanySettings['creditLimitPolicy'], string>
