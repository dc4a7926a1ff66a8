import type { CalendarDate } from './calendar.ts'
import type { PaymentTerms } from './terms.ts'

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
  /** An invoice, or the receipt an import would make for it, already has this number. */
  numberTaken(number: string): boolean
  /** Duebook gives numbers like this itself, to voids. */
  numberReserved(number: string): boolean
}

/** Codes and numbers that differ only in their case are the same. */
export const sameKey = (text: string): string => text.toLowerCase()

/** The number of the receipt made for an imported invoice that was settled. */
export const importedReceiptNumber = (invoiceNumber: string): string => `IMP-${invoiceNumber}`
