import type { CalendarDate } from '../../domain/dates/calendar.ts'
import type { ExchangeRate, Quote } from '../../domain/amounts/exchange-rate.ts'
import type { ImportKind } from './import-kinds.ts'
import type { CodeTax } from '../../company/rules/tax/tax-code.ts'
import type { PaymentTerms } from '../../company/rules/terms/terms.ts'

/** Terms as the company keeps them. */
export type KnownTerms = { readonly id: number; readonly rule: PaymentTerms }

/** A customer the company already has. */
export type KnownCustomer = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly currency: string
  readonly archived: boolean
  readonly terms: KnownTerms
}

/** What a file is checked against: the company as it stands. */
export type ImportBooks = {
  readonly currency: string
  /** Nothing may be dated on or before this day. */
  readonly closingDate: CalendarDate | null
  /** The terms of a new customer whose due dates do not say otherwise. */
  readonly defaultTerms: KnownTerms
  readonly terms: readonly KnownTerms[]
  customer(code: string): KnownCustomer | null
  /** The first customer whose code looks like this one and is another. */
  customerLike(code: string): KnownCustomer | null
  readonly taxCodes: readonly KnownTaxCode[]
  /** A document of the kind, or the receipt an import would make for it, already has this number. */
  numberTaken(kind: ImportKind, number: string): boolean
  /** The number of a document of the kind that looks like this one and is another. */
  numberLike(kind: ImportKind, number: string): string | null
  /** Duebook gives numbers like this itself, to voids. */
  numberReserved(number: string): boolean
  /** How the company quotes the currency. */
  quote(currency: string): Quote
  /** What one unit of the currency is worth on a day; null when the company has no rate for it. */
  rate(currency: string, date: CalendarDate): ExchangeRate | null
}

/** A tax code as the company keeps it, with the taxes it charges in the law's order. */
export type KnownTaxCode = {
  readonly id: number
  readonly code: string
  readonly taxes: readonly (CodeTax & { readonly taxCodeId: number; readonly accountId: number })[]
}

/** Codes and numbers that differ only in their case are the same. */
export const sameKey = (text: string): string => text.toLowerCase()

/** The number of the receipt made for an imported invoice that was settled. */
export const importedReceiptNumber = (invoiceNumber: string): string => `IMP-${invoiceNumber}`
