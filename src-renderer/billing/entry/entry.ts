import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { documentDiscount } from '../../../src-shared/billing/contract/invoices.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { Drafted, EntryOf } from '../../entry/draft-schema.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { isBlankLine, lineDraft, newLine } from './line.ts'

/** What every bill says, entered once or recurring. */
export const billFields = {
  customer: draftField.option,
  /** Null follows the customer's. */
  termsId: draftField.whole,
  currency: draftField.currency,
  reference: draftField.text,
  memo: draftField.text,
  pricesIncludeTax: draftField.flag,
  documentDiscount: draftField.read(documentDiscount),
  /** The most of a short payment that is written off within tolerance; null is the company's alone. */
  toleranceMost: draftField.whole,
  lines: draftField.rows(lineDraft, newLine),
}

/** A document of lines as it is typed. */
export const billingDraft = defineDraft({
  ...billFields,
  documentDate: draftField.date,
  /** Null follows the terms. */
  dueDate: draftField.date,
  /** Base currency for one unit of a foreign currency, as decimal text. */
  rate: draftField.text,
  /** What a credit note settles once it is posted: an item by its id, or those due first. Null leaves it unapplied. */
  applyToId: draftField.wholeOr('oldest', null),
  /** What it settles of an item in another currency, and the rate typed for that; null and empty follow the rate of the day. */
  applyToSettles: draftField.whole,
  applyToRate: draftField.text,
})

export type BillingEntry = EntryOf<typeof billingDraft>

/** What every bill says, as it is typed. */
export type BillEntry = Pick<BillingEntry, keyof typeof billFields | keyof Drafted>

export type BillingStart = {
  readonly commandUid: string
  readonly customer: PickerOption | null
  readonly documentDate: CalendarDate
  readonly pricesIncludeTax: boolean
}

/** Leaves a credit unapplied. */
const APPLIED_TO_NONE = { applyToId: null, applyToSettles: null, applyToRate: '' } as const

/** Another item has another rate. */
export const withApplyTo = (entry: BillingEntry, applyToId: BillingEntry['applyToId']): BillingEntry => ({
  ...entry,
  ...APPLIED_TO_NONE,
  applyToId,
})

/** A new entry: one empty line, dated today. */
export const blankBilling = ({ commandUid, ...start }: BillingStart): BillingEntry => ({
  ...billingDraft.blank(commandUid),
  ...start,
})

/** Terms, due date, currency, rate and the invoice to settle belong to the customer they were chosen for. */
export const withCustomer = (entry: BillingEntry, customer: PickerOption | null): BillingEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, termsId: null, dueDate: null, currency: null, rate: '', ...APPLIED_TO_NONE }

/** A rate and what is to be settled belong to the currency they were chosen for. */
export const withCurrency = (entry: BillingEntry, currency: string | null): BillingEntry => ({
  ...entry,
  currency,
  rate: '',
  ...APPLIED_TO_NONE,
})

/** Nothing typed worth keeping as a draft; a customer alone, brought here from its card, is nothing typed. */
export const isBlankBilling = (entry: BillingEntry): boolean =>
  entry.lines.every(isBlankLine) && entry.reference.trim() === '' && entry.memo.trim() === ''
