import { Refusal } from '../../../../src-shared/kit/refusal.ts'
import type { Warning } from '../../../../src-shared/kit/warning.ts'
import type { CalendarDate } from '../../../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../../../src-shared/domain/dates/date-text.ts'
import { toBase, type ExchangeRate } from '../../../../src-shared/domain/amounts/exchange-rate.ts'
import { formatAmount, sum } from '../../../../src-shared/domain/amounts/money.ts'
import type { CompanyRules } from '../../../company/facts/company.ts'
import { currencyLimitStanding } from '../../../customers/queries/customers/currency-limits.ts'
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
) => readonly Warning[]

/**
 * Warns when a total more brings what the customer owes and is about to owe over the limit; by policy it asks for a
 * supervisor's approval, or refuses. The limit is in the customer's own currency, and what is in others counts at what
 * it is worth there. A limit of the currency billed holds besides.
 */
export const checkCreditLimit: CreditCheck = (context, rules, customer, billed) =>
  standingsWith(context, rules, customer, billed).flatMap((standing) =>
    assertWithinCredit(context, rules, customer, standing),
  )

/** A limit and what counts against it, in minor units of the limit's currency. */
interface Standing extends Exposure {
  readonly limit: number
  readonly currency: string
  /** It counts what is in its currency alone; else what is in any. */
  readonly isOfOneCurrency: boolean
  /** What is billed now. */
  readonly total: number
  /** Amounts name their currency, since another one might be thought of. */
  readonly namesCurrency: boolean
}

const assertWithinCredit = (
  context: CommandContext,
  rules: CompanyRules,
  { code }: BilledCustomer,
  { limit, currency, isOfOneCurrency, open, drafts, total, namesCurrency }: Standing,
): readonly Warning[] => {
  const exposure = sum([open, drafts, total])
  if (exposure <= limit) return []
  const unit = namesCurrency ? ` ${currency}` : ''
  const shown = (amount: number): string => `${formatAmount(amount, currency)}${unit}`
  const withDrafts = drafts === 0 ? {} : { drafts: shown(drafts) }
  const ofLimit = { limit: shown(limit), ...(isOfOneCurrency ? { currency } : {}) }
  const { creditLimitPolicy } = rules.settings
  if (creditLimitPolicy === 'warn') {
    const params = { code, exposure: shown(exposure), ...withDrafts, ...ofLimit }
    return [{ code: 'over_credit_limit', params }]
  }
  const figures = {
    code,
    exposure: shown(exposure),
    open: shown(open),
    ...withDrafts,
    total: shown(total),
    ...ofLimit,
  }
  if (creditLimitPolicy === 'block') throw new Refusal('credit_limit_exceeded', figures, 'lines')
  const refusal = new Refusal('credit_limit_ask', figures, 'lines')
  refuseUnlessApproved(context, refusal, { act: 'credit_limit', currency, most: limit, amount: exposure })
  return []
}

/** What a run has billed so far that counts against one limit of a customer. */
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
  const byLimit = new Map<string, Billed>()
  let count = 0
  const check: CreditCheck = (context, rules, customer, billed) => {
    const at = count
    count += 1
    for (const now of standingsWith(context, rules, customer, billed)) {
      const key = `${customer.id} ${now.isOfOneCurrency ? now.currency : ''}`
      const before = byLimit.get(key)
      // What was billed in this run is open already.
      const { open, drafts } = before ?? now
      const total = sum([before?.total ?? 0, now.total])
      const wasOver = before !== undefined && sum([open, drafts, before.total]) > now.limit
      const namesCurrency = now.namesCurrency || before?.namesCurrency === true
      byLimit.set(key, { ...now, customer, open, drafts, total, namesCurrency, at: wasOver ? before.at : at })
    }
    return []
  }
  /** @returns warnings by the place of the document that they belong to */
  const assertAll = (
    context: CommandContext,
    rules: CompanyRules,
    pathOf: (at: number) => string,
  ): ReadonlyMap<number, readonly Warning[]> => {
    const warnings = new Map<number, readonly Warning[]>()
    for (const { customer, at, ...standing } of byLimit.values()) {
      const warned = refusedAt(pathOf(at), () => assertWithinCredit(context, rules, customer, standing))
      warnings.set(at, [...(warnings.get(at) ?? []), ...warned])
    }
    return warnings
  }
  return { check, assertAll }
}

/** The limits that the document counts against, the customer's of all currencies first. */
const standingsWith = (
  context: CommandContext,
  rules: CompanyRules,
  customer: BilledCustomer,
  billed: AboutToBill,
): readonly Standing[] => {
  const { creditLimit, currency } = customer
  const ofAll = creditLimit === null ? null : exposureWith(context, rules, customer, billed)
  const ofOne = customer.hasCurrencyLimits
    ? currencyLimitStanding(context.tx, { ...customer, exceptDraft: billed.draftUid }, billed.currency)
    : undefined
  return [
    ...(creditLimit === null || ofAll === null
      ? []
      : [
          {
            ...ofAll,
            limit: creditLimit,
            currency,
            isOfOneCurrency: false,
            namesCurrency: billed.currency !== currency,
          },
        ]),
    ...(ofOne === undefined ? [] : [{ ...ofOne, isOfOneCurrency: true, total: billed.total, namesCurrency: true }]),
  ]
}

/** What is open, in drafts and on this document, in the currency of the limit of all currencies. */
const exposureWith = (
  { tx }: CommandContext,
  { baseCurrency }: CompanyRules,
  { id, currency }: BilledCustomer,
  billed: AboutToBill,
): Exposure & { readonly total: number } => {
  const request = { id, currency, baseCurrency, date: billed.documentDate, exceptDraft: billed.draftUid }
  const exposure = exposureOf(tx, request)
  const total =
    billed.currency === currency
      ? billed.total
      : againstLimit(tx, toBase(billed.total, billed.currency, baseCurrency, billed.rate), request)
  if (exposure !== null && total !== null) return { ...exposure, total }
  throw new Refusal('rate_missing', { currency, date: formatDate(billed.documentDate, 'text') }, 'currency')
}
