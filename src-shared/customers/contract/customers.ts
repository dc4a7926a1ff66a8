import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { MonthlySales } from '../rules/credit-history.ts'
import type { MinorUnits } from '../../domain/amounts/money.ts'
import {
  code,
  codeText,
  currency,
  date,
  id,
  limit,
  memo,
  name,
  positiveOrZero,
  text,
  version,
} from '../../kit/fields.ts'
import type { OpenItem, RelatedCustomer } from '../../ledger/contract/open-items.ts'
import { command, output, query } from '../../kit/operation.ts'
import { newPlainFieldInput, plainFieldInput, type PlainFields } from './plain-fields.ts'

export interface Address {
  readonly line1: string
  readonly line2: string
  readonly city: string
  readonly region: string
  readonly postalCode: string
  readonly country: string
}

export interface Contact {
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly email: string
}

export interface CustomersChanged {
  /** The last command by now. */
  readonly through: number
  readonly ids: readonly number[] | null
}

export const addressInput = z.strictObject({
  line1: text(100),
  line2: text(100),
  city: text(80),
  region: text(80),
  postalCode: codeText(20),
  country: text(60),
})

export const contactInput = z.strictObject({ name: text(100, 1), role: text(60), phone: text(40), email: text(200) })

/** The most a customer may owe in one currency, in its minor units. */
export interface CurrencyLimit {
  readonly currency: string
  readonly limit: number
}

/** What counts against a limit of one currency: what is open in it, and what drafts in it will bill. */
export interface CurrencyLimitStanding extends CurrencyLimit {
  readonly open: number
  readonly drafts: number
}

/** One customer as it is edited. */
export interface Customer extends PlainFields {
  readonly id: number
  readonly uid: string
  readonly version: number
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly termsId: number
  readonly taxCodeId: number | null
  /** Minor units of the customer's currency; null is no limit. */
  readonly creditLimit: number | null
  /** Of one currency each, by code; they hold besides `creditLimit`, which counts every currency. */
  readonly currencyLimits: readonly CurrencyLimit[]
  readonly onHold: boolean
  readonly archived: boolean
  readonly memo: string
  /** The customer that pays for this one; their items settle each other. */
  readonly payingParentId: number | null
  readonly billingAddress: Address
  readonly shippingAddress: Address
  readonly contacts: readonly Contact[]
}

/** What is open of a customer in one currency, in its minor units. */
export interface CurrencyBalance {
  readonly currency: string
  readonly balance: number
  readonly overdue: number
  /** Credit items' open amounts, as a positive figure. */
  readonly unapplied: number
  /** The balance as the books carry it, in minor units of the company's currency. */
  readonly inBase: number
}

/** A row of the customer list; `balance` and `overdue` in the customer's own currency, as of `asOf`. */
export interface CustomerRow {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly city: string
  readonly phone: string
  readonly onHold: boolean
  readonly archived: boolean
  readonly balance: number
  readonly overdue: number
  readonly creditLimit: number | null
  /** What is open in any currency is more than the credit limit, or in one of them more than its own. */
  readonly isOverLimit: boolean
  /** What is open in other currencies than the customer's own, by code. */
  readonly others: readonly CurrencyBalance[]
  /** The balance of all currencies as the books carry it, in minor units of the company's. */
  readonly inBase: number
}

/** A line of the type-ahead; `balance` is in the customer's own currency. */
export interface CustomerMatch {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly city: string
  readonly currency: string
  readonly balance: number
  readonly onHold: boolean
  /** What is open in other currencies. */
  readonly others: readonly CurrencyBalance[]
}

export interface CustomerCard {
  readonly customer: Customer
  readonly payingParent: RelatedCustomer | null
  /** The customers this one pays for, by code. */
  readonly paysFor: readonly RelatedCustomer[]
  readonly termsName: string
  readonly taxCodeName: string | null
  /** In the customer's own currency, as `overdue` and `unapplied`. */
  readonly balance: number
  readonly overdue: number
  /** Credit items' open amounts, as a positive figure. */
  readonly unapplied: number
  /** What is open in other currencies than the customer's own, by code. */
  readonly others: readonly CurrencyBalance[]
  /** The balance of all currencies as the books carry it. */
  readonly inBase: { readonly currency: string; readonly balance: number }
  /**
   * What counts against the credit limit, in the customer's own currency: what is open in any, and what drafts will bill.
   * Null while a rate of that currency is missing.
   */
  readonly exposure: { readonly open: number; readonly drafts: number } | null
  /** The limits of single currencies, by code. */
  readonly currencyLimits: readonly CurrencyLimitStanding[]
  readonly openItems: readonly OpenItem[]
  readonly lastReceipt: { readonly date: CalendarDate; readonly amount: number; readonly currency: string } | null
  /** Days late as in the credit history: weighted by what was paid in the last 12 months, instalment by instalment. */
  readonly averageDaysLate: number | null
  /** Payments the bank took back, up to the day asked for. */
  readonly returnedPayments: number
}

/** The most a customer ever owed at the end of a day, and the first day it did. */
export interface HighestBalance {
  readonly amount: MinorUnits
  readonly date: CalendarDate
}

/** How a customer bought and paid in one currency, as of a day. Amounts in its minor units. */
export interface CreditHistory {
  readonly currency: string
  /** Others that the customer has documents in. */
  readonly otherCurrencies: readonly string[]
  /** Null while nothing was ever owed. */
  readonly highest: HighestBalance | null
  /** Of the twelve months to the day; what was owed as they began counts. */
  readonly highestLastYear: HighestBalance | null
  /**
   * Days from invoice to payment and from due date to payment, over what was paid in the twelve months to the day and
   * weighted by it, each instalment with its own due date; paying early counts as 0 days late. Null when nothing was paid.
   */
  readonly daysToPay: number | null
  readonly daysLate: number | null
  readonly lastPayment: { readonly date: CalendarDate; readonly amount: MinorUnits } | null
  readonly returnedPayments: number
  readonly lastReturned: CalendarDate | null
  /** Sales without tax of thirteen months, the last one the day's own, credit notes taken off. */
  readonly months: readonly MonthlySales[]
  readonly salesThisYear: MinorUnits
  /** Of the whole calendar year before. */
  readonly salesLastYear: MinorUnits
}

const details = {
  code,
  name,
  currency,
  termsId: id,
  taxCodeId: id.nullable(),
  creditLimit: positiveOrZero.nullable(),
  currencyLimits: z
    .array(z.strictObject({ currency, limit: positiveOrZero }))
    .max(50)
    .readonly()
    .default([]),
  onHold: z.boolean(),
  memo,
  payingParentId: id.nullable().default(null),
  billingAddress: addressInput,
  shippingAddress: addressInput,
  contacts: z.array(contactInput).max(50),
}

const payingParentRefusals = [
  'customer_not_found',
  'customer_archived',
  'payer_is_itself',
  'payer_is_paid_for',
  'payer_pays_for_others',
] as const

export const customers = {
  'customers.create': command(
    { ...details, ...newPlainFieldInput },
    {
      office: 'alone',
      giveWay: 'renamed',
      output: output<{ readonly id: number; readonly uid: string; readonly version: number }>(),
      refusals: [
        'code_taken',
        'looks_like',
        'terms_not_found',
        'tax_code_not_found',
        'currency_limit_twice',
        ...payingParentRefusals,
      ],
      approvable: ['credit_given'],
    },
  ),
  'customers.update': command(
    { id, version, ...details, ...plainFieldInput, archived: z.boolean() },
    {
      office: 'alone',
      giveWay: 'by_field',
      output: output<{ readonly version: number }>(),
      refusals: [
        'customer_not_found',
        'stale_version',
        'code_taken',
        'looks_like',
        'terms_not_found',
        'tax_code_not_found',
        'currency_limit_twice',
        ...payingParentRefusals,
      ],
      approvable: ['credit_loosened'],
    },
  ),
  'customers.creditHistory': query(
    /** Null is the customer's own currency. */
    { id, asOf: date, currency: currency.nullable().default(null) },
    { output: output<CreditHistory>(), refusals: ['customer_not_found'] },
  ),
  /** `exceptDraft` is the draft of the entry that asks, whose total it knows better. */
  'customers.get': query(
    { id, asOf: date, exceptDraft: z.uuid().nullable().default(null) },
    { output: output<CustomerCard>(), refusals: ['customer_not_found'] },
  ),
  /** Ordered by code or name, `limit` rows after the row whose key is `after`. */
  'customers.list': query(
    {
      asOf: date,
      order: z.enum(['code', 'name']).default('code'),
      filter: text(100).default(''),
      includeArchived: z.boolean().default(false),
      after: z
        .tuple([text(400), id])
        .nullable()
        .default(null),
      limit,
    },
    { output: output<{ readonly rows: readonly CustomerRow[]; readonly next: readonly [string, number] | null }>() },
  ),
  /**
   * Whose rows of the list are others than they were after the command `after`; null of any, or after a change of more than what is
   * owed. Without `after` it only says which command was the last.
   */
  'customers.changedSince': query(
    { after: z.int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null) },
    { output: output<CustomersChanged>() },
  ),
  /** Type-ahead on the code, any word of the name, or an exact invoice number; best first. */
  'customers.search': query(
    { text: text(100), limit: z.int().min(1).max(50).default(12) },
    { output: output<readonly CustomerMatch[]>() },
  ),
}
