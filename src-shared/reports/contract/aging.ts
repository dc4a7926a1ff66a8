import { z } from 'zod'
import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { DocumentKind } from '../../domain/documents.ts'
import { currency, date, id } from '../../kit/fields.ts'
import { output, report } from '../../kit/operation.ts'

/** Amounts in minor units of `currency`. Buckets and unapplied add up to total. */
export interface AgingRow {
  readonly customerId: number
  readonly code: string
  readonly name: string
  readonly buckets: readonly number[]
  /** Open credits, negative; zero when credits age by their own date. */
  readonly unapplied: number
  readonly total: number
}

export interface AgingReport {
  readonly asOf: CalendarDate
  /** Of every amount; the company's own when each currency is shown in it. */
  readonly currency: string
  readonly in: AgingCurrency
  readonly labels: readonly string[]
  readonly rows: readonly AgingRow[]
  readonly totals: { readonly buckets: readonly number[]; readonly unapplied: number; readonly total: number }
  /** Open items counted, debits only. */
  readonly openDebits: number
  /** Other currencies that there are documents in. */
  readonly otherCurrencies: readonly string[]
}

/** Amounts of the currency asked for; or of all of them, or one, as the books carry them in the company's currency. */
export type AgingCurrency = 'currency' | 'base'

/** Amounts in the currency asked for, or as the books carry them in the company's. */
export interface AgingItem {
  readonly documentId: number
  readonly kind: DocumentKind
  readonly number: string
  readonly reference: string
  readonly documentDate: CalendarDate
  readonly dueDate: CalendarDate
  readonly original: number
  readonly open: number
  readonly daysLate: number
  /** Index into labels; null for a credit in its own column. */
  readonly bucket: number | null
}

const basis = z.enum(['due_date', 'document_date']).nullable().default(null)
export const agingIn = z.enum(['currency', 'base']).default('currency')

export const aging = {
  /** One currency; null is the company's own, or, in base, every currency. */
  'aging.byCustomer': report(
    { asOf: date, basis, currency: currency.nullable().default(null), in: agingIn },
    { output: output<AgingReport>(), refusals: ['cancelled'] },
  ),
  /** Null is the customer's own currency, or, in base, every currency. */
  'aging.items': report(
    { asOf: date, basis, customerId: id, currency: currency.nullable().default(null), in: agingIn },
    { output: output<readonly AgingItem[]>(), refusals: ['cancelled', 'customer_not_found'] },
  ),
}
