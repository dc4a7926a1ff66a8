import { Refusal } from '../../../src-shared/contract/refusal.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../src-shared/domain/date-text.ts'
import { toBase, type ExchangeRate } from '../../../src-shared/domain/exchange-rate.ts'
import { formatAmount, sum } from '../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../db/company.ts'
import { againstLimit, exposureOf, type Exposure } from '../../queries/customers/exposure.ts'
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

/** A document about to be posted: minor units of its currency, and the rate it is posted at. */
export interface AboutToBill {
  readonly total: number
  readonly currency: string
  readonly rate: ExchangeRate
  readonly documentDate: CalendarDate
  /** Where it was kept until now; it counts once. */
  readonly draftUid: string | null
}

/**
 * Warns when a total more brings what the customer owes and is about to owe over the limit; by policy it asks for a
 * supervisor's approval, or refuses. The limit is in the customer's own currency, and what is in others counts at what
 * it is worth there.
 */
export const checkCreditLimit = (
  context: CommandContext,
  rules: CompanyRules,
  customer: BilledCustomer,
  billed: AboutToBill,
): readonly string[] => {
  const { code, currency, creditLimit } = customer
  if (creditLimit === null) return []
  const { open, drafts, total } = exposureWith(context, rules, customer, billed)
  const exposure = sum([open, drafts, total])
  if (exposure <= creditLimit) return []
  const unit = billed.currency === currency ? '' : ` ${currency}`
  const shown = (amount: number): string => `${formatAmount(amount, currency)}${unit}`
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

/** What is open, in drafts and on this document, in the currency of the limit. */
const exposureWith = (
  { tx }: CommandContext,
  { baseCurrency }: CompanyRules,
  { id, currency }: BilledCustomer,
  billed: AboutToBill,
): Exposure & { readonly total: number } => {
  const asked = { id, currency, baseCurrency, date: billed.documentDate, exceptDraft: billed.draftUid }
  const exposure = exposureOf(tx, asked)
  const total =
    billed.currency === currency
      ? billed.total
      : againstLimit(tx, toBase(billed.total, billed.currency, baseCurrency, billed.rate), asked)
  if (exposure !== null && total !== null) return { ...exposure, total }
  throw new Refusal('rate_missing', { currency, date: formatDate(billed.documentDate, 'text') }, 'currency')
}
