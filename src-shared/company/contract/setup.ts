import { z } from 'zod'
import type { PaymentTerms } from '../rules/terms/terms.ts'
import type { UnitPrice } from '../../domain/amounts/unit-price.ts'
import { code, id, name, percent, positive, unitPrice, version } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/operation.ts'

/** Terms, tax codes, products and accounts: what entry screens choose from. */

const days = z.int().min(0).max(3650)
const dayOfMonth = z.int().min(1).max(31)
const nextMonth = { dayOfMonth, cutoffDay: dayOfMonth }
const monthAfter = { dayOfMonth, afterDays: days }
/** A percentage or an amount in the company's currency, within days or until a day of a month. */
const discount = z
  .union([
    z.strictObject({ percent, days }),
    z.strictObject({ percent, ...nextMonth }),
    z.strictObject({ percent, ...monthAfter }),
    z.strictObject({ amount: positive, days }),
    z.strictObject({ amount: positive, ...nextMonth }),
    z.strictObject({ amount: positive, ...monthAfter }),
  ])
  .nullable()
const dueAfter = { dueAfterMonths: z.int().min(0).max(120).default(0), dueAfterDays: days }
const instalment = z.union([
  z.strictObject({ percent, ...dueAfter }),
  /** Minor units of the company's currency. */
  z.strictObject({ amount: positive, ...dueAfter }),
  z.strictObject({ rest: z.literal(true), ...dueAfter }),
])
const common = { discount, graceDays: z.int().min(0).max(365) }

export const termsRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('net'), days, ...common }),
  z.strictObject({
    kind: z.literal('end_of_month'),
    afterDays: days.default(0),
    months: z.int().min(0).max(24),
    days,
    ...common,
  }),
  z.strictObject({ kind: z.literal('proximo'), ...nextMonth, ...common }),
  z.strictObject({ kind: z.literal('day_of_month'), ...monthAfter, ...common }),
  z.strictObject({ kind: z.literal('instalments'), parts: z.array(instalment).min(1).max(60), ...common }),
])

export interface TermsRow {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  readonly rule: PaymentTerms
}

export interface TaxCodeRow {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  /** Percent in millionths; of a code of several taxes, what they come to together. */
  readonly rate: number
  readonly accountId: number
  /** What it charges, in order: itself, or each of several taxes. */
  readonly taxes: readonly ChargedTaxRow[]
}

export interface ChargedTaxRow {
  readonly taxCodeId: number
  readonly code: string
  readonly rate: number
  readonly accountId: number
  /** Charged on the taxes before it as well as on the net. */
  readonly onEarlier: boolean
}

/** Taxes in one code; no law has as many. */
export const CODE_TAXES_MOST = 6

export interface ProductRow {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  /** In the base currency. */
  readonly unitPrice: UnitPrice
  readonly taxCodeId: number | null
  readonly accountId: number
  /** Whether a line of it earns an early payment discount. Freight does not. */
  readonly earnsDiscount: boolean
}

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'
export const accountRoles = [
  'receivable',
  'undeposited_funds',
  'bank',
  'sales',
  'tax',
  'discount_given',
  'write_off',
  'exchange',
  'unrealised_exchange',
  'opening_balance',
  'finance_charge',
  'bank_charge',
  'unidentified_receipts',
  'rounding',
  /** What passes from money in one currency to items in another; in the company's currency nothing stays on it. */
  'exchange_clearing',
] as const
/** What the posting rules need an account for. */
export type AccountRole = (typeof accountRoles)[number]

export interface AccountRow {
  readonly id: number
  readonly version: number
  readonly code: string
  readonly name: string
  readonly type: AccountType
  /** The account whose entries name customer and open item. */
  readonly isControl: boolean
  readonly roles: readonly AccountRole[]
}

/** What may change of a record that documents name. */
const renamed = { id, version, code, name }
const productFields = { unitPrice, taxCodeId: id.nullable(), accountId: id, earnsDiscount: z.boolean().default(true) }
type Changed = { readonly version: number }
type Made = { readonly id: number; readonly version: number }

export const setup = {
  'terms.list': query({}, { output: output<readonly TermsRow[]>() }),
  'terms.create': command(
    { code, name, rule: termsRule },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Made>(),
      refusals: ['code_taken', 'looks_like', 'terms_invalid'],
      approvable: ['terms_give_discount'],
    },
  ),
  /** The rule stays: posted documents fell due by it. */
  'terms.rename': command(renamed, {
    office: 'together',
    giveWay: 'never',
    output: output<Changed>(),
    refusals: ['terms_not_found', 'stale_version', 'code_taken', 'looks_like'],
  }),
  'taxCodes.list': query({}, { output: output<readonly TaxCodeRow[]>() }),
  'taxCodes.create': command(
    { code, name, rate: percent, accountId: id },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Made>(),
      refusals: ['code_taken', 'looks_like', 'account_not_found', 'account_unfit'],
    },
  ),
  /** A code that charges several taxes, in the law's order; each is a code already. */
  'taxCodes.createGroup': command(
    { code, name, taxes: z.array(z.strictObject({ taxCodeId: id, onEarlier: z.boolean() })).max(CODE_TAXES_MOST) },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Made>(),
      refusals: ['code_taken', 'looks_like', 'tax_code_not_found', 'tax_code_invalid'],
    },
  ),
  /** The rates and the accounts stay: a rate that changes is a new code. */
  'taxCodes.rename': command(renamed, {
    office: 'together',
    giveWay: 'never',
    output: output<Changed>(),
    refusals: ['tax_code_not_found', 'stale_version', 'code_taken', 'looks_like'],
  }),
  'products.list': query({}, { output: output<readonly ProductRow[]>() }),
  'products.create': command(
    { code, name, ...productFields },
    {
      office: 'together',
      giveWay: 'never',
      output: output<Made>(),
      refusals: ['code_taken', 'looks_like', 'account_not_found', 'account_unfit', 'tax_code_not_found'],
    },
  ),
  'products.update': command(
    { id, version, code, name, ...productFields },
    {
      office: 'together',
      giveWay: 'never',
      output: output<{ readonly version: number }>(),
      refusals: [
        'product_not_found',
        'stale_version',
        'code_taken',
        'looks_like',
        'account_not_found',
        'account_unfit',
        'tax_code_not_found',
      ],
    },
  ),
  'accounts.list': query({}, { output: output<readonly AccountRow[]>() }),
  'accounts.create': command(
    { code, name, type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']) },
    { office: 'together', giveWay: 'never', output: output<Made>(), refusals: ['code_taken', 'looks_like'] },
  ),
  /** Its type and what it is used for stay: entries stand on it. */
  'accounts.rename': command(renamed, {
    office: 'together',
    giveWay: 'never',
    output: output<Changed>(),
    refusals: ['account_not_found', 'stale_version', 'code_taken', 'looks_like'],
  }),
}
