import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { CalendarDate } from '../../../../src-shared/domain/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/date-text.ts'
import { toBase, type ExchangeRate } from '../../../../src-shared/domain/exchange-rate.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { againstLimit, exposureOf, type Exposure } from '../../../customers/queries/customers/exposure.ts'
import { refuseUnlessApproved } from '../../../company/facts/approval.ts'
import { refusedAt } from './refused-at.ts'
import type { BilledCustomer } from '../../../ledger/facts/customer.ts'
import type { CommandContext } from '../../../kernel/command-handler.ts'

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

/** Takes part in billing: it may warn, ask for a supervisor's approval, or refuse. */
export type CreditCheck = (
  context: CommandContext,
  rules: CompanyRules,
  customer: BilledCustomer,
  billed: AboutToBill,
) => readonly string[]

/**
 * Warns when a total more brings what the customer owes and is about to owe over the limit; by policy it asks for a
 * supervisor's approval, or refuses. The limit is in the customer's own currency, and what is in others counts at what
 * it is worth there.
 */
export const checkCreditLimit: CreditCheck = (context, rules, customer, billed) => {
  if (customer.creditLimit === null) return []
  const exposure = exposureWith(context, rules, customer, billed)
  return assertWithinCredit(context, rules, customer, { ...exposure, isForeign: billed.currency !== customer.currency })
}

interface Standing extends Exposure {
  /** What is billed now. */
  readonly total: number
  /** Some of it is in another currency than the limit. */
  readonly isForeign: boolean
}

const assertWithinCredit = (
  context: CommandContext,
  rules: CompanyRules,
  { code, currency, creditLimit }: BilledCustomer,
  { open, drafts, total, isForeign }: Standing,
): readonly string[] => {
  const exposure = sum([open, drafts, total])
  if (creditLimit === null || exposure <= creditLimit) return []
  const unit = isForeign ? ` ${currency}` : ''
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

/** What a run has billed a customer with a limit so far. */
interface Billed extends Standing {
  readonly customer: BilledCustomer
  /** The document that goes over the limit, or the last. */
  readonly at: number
}

/**
 * The limit of customers who are billed several times in one command: one question for each, with the sum of the whole run.
 * `check` is asked while each document is billed, `assertAll` after the last.
 */
export const creditLimitOfRun = () => {
  const byCustomer = new Map<number, Billed>()
  let count = 0
  const check: CreditCheck = (context, rules, customer, billed) => {
    const at = count
    count += 1
    if (customer.creditLimit === null) return []
    const before = byCustomer.get(customer.id)
    const now = exposureWith(context, rules, customer, billed)
    // What was billed in this run is open already.
    const { open, drafts } = before ?? now
    const total = sum([before?.total ?? 0, now.total])
    const wasOver = before !== undefined && sum([open, drafts, before.total]) > customer.creditLimit
    const isForeign = billed.currency !== customer.currency || before?.isForeign === true
    byCustomer.set(customer.id, { customer, open, drafts, total, isForeign, at: wasOver ? before.at : at })
    return []
  }
  /** @returns warnings by the place of the document that they belong to */
  const assertAll = (
    context: CommandContext,
    rules: CompanyRules,
    pathOf: (at: number) => string,
  ): ReadonlyMap<number, readonly string[]> => {
    const warnings = new Map<number, readonly string[]>()
    for (const { customer, at, ...standing } of byCustomer.values())
      warnings.set(
        at,
        refusedAt(pathOf(at), () => assertWithinCredit(context, rules, customer, standing)),
      )
    return warnings
  }
  return { check, assertAll }
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
