import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { DocumentDiscount } from '../../../src-shared/ledger/rules/document-discount.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import type { ApplyTo } from './applying.ts'
import { isBlankLine, newLine } from './line.ts'
import type { EntryLine } from './line.ts'

/** A document of lines as it is typed. */
export type BillingEntry = {
  /** One for the entry until it is posted, so that posting it again after an uncertain answer posts it once. */
  readonly commandUid: string
  readonly draftUid: string
  readonly customer: PickerOption | null
  readonly documentDate: CalendarDate | null
  /** Null follows the customer's. */
  readonly termsId: number | null
  /** Null follows the terms. */
  readonly dueDate: CalendarDate | null
  /** Null is the customer's. */
  readonly currency: string | null
  /** Base currency for one unit of a foreign currency, as decimal text. */
  readonly rate: string
  readonly reference: string
  readonly memo: string
  readonly pricesIncludeTax: boolean
  readonly documentDiscount: DocumentDiscount | null
  /** The most of a short payment that is written off within tolerance; null is the company's alone. */
  readonly toleranceMost: MinorUnits | null
  /** What a credit note settles once it is posted; null leaves it unapplied. */
  readonly applyToId: ApplyTo
  readonly lines: readonly EntryLine[]
}

export type BillingStart = {
  readonly commandUid: string
  readonly customer: PickerOption | null
  readonly documentDate: CalendarDate
  readonly pricesIncludeTax: boolean
}

/** A new entry: one empty line, dated today. */
export const blankBilling = (start: BillingStart): BillingEntry => ({
  ...start,
  draftUid: crypto.randomUUID(),
  termsId: null,
  dueDate: null,
  currency: null,
  rate: '',
  reference: '',
  memo: '',
  documentDiscount: null,
  toleranceMost: null,
  applyToId: null,
  lines: [newLine()],
})

/** Terms, due date, currency, rate and the invoice to settle belong to the customer they were chosen for. */
export const withCustomer = (entry: BillingEntry, customer: PickerOption | null): BillingEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, termsId: null, dueDate: null, currency: null, rate: '', applyToId: null }

/** A rate and what is to be settled belong to the currency they were chosen for. */
export const withCurrency = (entry: BillingEntry, currency: string | null): BillingEntry => ({
  ...entry,
  currency,
  rate: '',
  applyToId: null,
})

/** Nothing typed worth keeping as a draft; a customer alone, brought here from its card, is nothing typed. */
export const isBlankBilling = (entry: BillingEntry): boolean =>
  entry.lines.every(isBlankLine) && entry.reference.trim() === '' && entry.memo.trim() === ''
