import { v7 as uuidV7 } from 'uuid'
import type { InputOf } from '../../../src-shared/contract.ts'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import { toNearest } from '../../../src-shared/domain/amounts/cash-rounding.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import type { HowPaid } from '../../entry/cash.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { appliedLines, rowErrors } from '../settling/settle-row.ts'
import type { SettleRow } from '../settling/settle-row.ts'
import { settlingFields, startSettling } from '../settling/settling-entry.ts'
import type { SettlingPlace } from '../settling/settling-entry.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** A refund as it is typed: of one credit. */
export const refundDraft = defineDraft({
  ...settlingFields,
  method: draftField.choice(receiptMethods, 'check'),
  /** Null is the company's bank. */
  bankAccountId: draftField.whole,
  /** The currency of the money; null is the credit's. */
  paidIn: draftField.currency,
  /** What is paid, in another currency than the credit's; null follows the rate of the day. */
  paid: draftField.whole,
  /** The bank paid back more than is left: what is too much is owed. */
  overpaid: draftField.flag,
})

export type RefundEntry = EntryOf<typeof refundDraft>

/** Another customer has other credits; the rest stays. */
export const withCustomer = (entry: RefundEntry, customer: PickerOption | null): RefundEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, currency: null, paidIn: null, paid: null, rate: '', overpaid: false, applied: {} }

/** Credits of another currency. */
export const withCurrency = (entry: RefundEntry, currency: string | null): RefundEntry => ({
  ...entry,
  currency,
  paidIn: null,
  paid: null,
  rate: '',
  overpaid: false,
  applied: {},
})

/** Money of another currency has another amount and rate. */
export const withPaidIn = (entry: RefundEntry, paidIn: string | null): RefundEntry => ({
  ...entry,
  paidIn,
  paid: null,
  rate: '',
})

/** What is paid of a credit, where the money is in another currency; null within one. */
export type PaidAcross = { readonly currency: string; readonly amount: MinorUnits | null } | null

/** What is taken of one credit takes the place of what was taken of another. */
export const withApplied = (entry: RefundEntry, changed: SettleRow | null): RefundEntry => ({
  ...entry,
  paid: null,
  applied: changed === null || changed.applied === 0 ? {} : { [changed.documentId]: changed.applied },
})

const chosen = (rows: readonly SettleRow[]): SettleRow | undefined => rows.find(({ applied }) => applied !== 0)

/** `left` is below zero by what was paid back too much. */
export type RefundSums = {
  readonly refund: MinorUnits
  readonly left: MinorUnits
  /** What the cash is more than what it pays back, where the smallest coin is the reason. */
  readonly rounding: MinorUnits
}

/** The foot: what goes out, and what stays of the credit; of all credits while none is chosen. */
export function sumsOf(rows: readonly SettleRow[], how: HowPaid | null = null): RefundSums {
  const row = chosen(rows)
  if (row === undefined) return { refund: 0, left: rows.reduce((sum, { open }) => sum + open, 0), rounding: 0 }
  const rounding = row.applied === row.open ? cashFor(row.applied, how) - row.applied : 0
  return { refund: row.applied, left: row.open - row.applied, rounding }
}

/** What coins pay back all that is left of a credit. */
const cashFor = (amount: MinorUnits, how: HowPaid | null): MinorUnits => {
  if (how === null || !how.isCash || !how.isBaseCurrency || how.rule.cashRounding !== 'cash') return amount
  return toNearest(amount, how.rule.cashRoundingStep)
}

/** What can be said of the rows while typing: more than is left only where the bank paid it. */
export function creditErrors(
  { overpaid }: Pick<RefundEntry, 'overpaid'>,
  rows: readonly SettleRow[],
  write: (amount: MinorUnits) => string,
): FieldErrors {
  const errors = Object.entries(rowErrors(rows, write)).flatMap(([path, text]): (readonly [string, string])[] => {
    const isTooMuch = rows.some((row, at) => path === `lines.${at}.amount` && row.applied > row.open)
    if (!isTooMuch) return [[path, text]]
    return overpaid ? [] : [[path, `${text} If the bank paid it all the same, tick Paid back too much.`]]
  })
  return Object.fromEntries(errors)
}

/** Everything that keeps the entry from being posted; the ledger has the last word. */
export function checkRefund(
  entry: RefundEntry,
  rows: readonly SettleRow[],
  write: (amount: MinorUnits) => string,
  across: PaidAcross = null,
): FieldErrors {
  const errors: Record<string, string> = { ...creditErrors(entry, rows, write) }
  if (across !== null && (across.amount ?? 0) <= 0 && chosen(rows) !== undefined)
    errors['paid'] = `Enter what is paid back in ${across.currency}.`
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code, a name or an invoice number.'
  if (entry.date === null) errors['date'] = 'Enter the date of the refund.'
  if (entry.customer !== null && chosen(rows) === undefined) {
    if (rows.length === 0) errors['customerId'] = 'This customer has no credit to pay back.'
    else errors['lines.0.amount'] = 'Take the credit to pay back with Space, or type the amount.'
  }
  return errors
}

/** Null while the entry is not complete; `checkRefund` says why. */
export function refundInput(
  entry: RefundEntry,
  rows: readonly SettleRow[],
  rounding = 0,
  across: PaidAcross = null,
): (InputOf<'refunds.post'> & { readonly commandUid: string }) | null {
  const [line] = appliedLines(rows)
  const { commandUid, draftUid, date, method, reference, memo, overpaid, bankAccountId } = entry
  if (line === undefined || date === null || (across !== null && across.amount === null)) return null
  const rate = exchangeRateOf(entry.rate)
  return {
    commandUid,
    draftUid,
    creditDocumentId: line.documentId,
    ...(across === null
      ? { amount: line.amount + rounding, currency: null, creditAmount: null, rounding }
      : { amount: across.amount ?? 0, currency: across.currency, creditAmount: line.amount, rounding: 0 }),
    date,
    method,
    rate,
    reference,
    memo,
    overpaid,
    bankAccountId,
  }
}

const headFields: Readonly<Record<string, string>> = {
  date: 'date',
  rate: 'rate',
  reference: 'reference',
  memo: 'memo',
  bankAccountId: 'bankAccountId',
  creditAmount: 'paid',
  'creditDocument.settles': 'paid',
  'creditDocument.documentId': 'date',
}

/** Where a refusal is said: what concerns the credit, in its row. */
export function refundFieldOf(path: string, rows: readonly SettleRow[]): string | null {
  const at = rows.findIndex(({ applied }) => applied !== 0)
  if (path === 'amount' || path === 'rounding' || path === 'creditDocumentId')
    return at < 0 ? null : `lines.${at}.amount`
  return headFields[path] ?? null
}

/** What the screen opens with. With a document: all that is left of that credit. */
export const startRefund = (place: SettlingPlace, workDate: CalendarDate): Promise<Started<RefundEntry>> =>
  startSettling(place, workDate, { side: 'credits', draft: refundDraft })

/** The next of its kind, paid in the same way on the same day. */
export const nextRefund = (before: RefundEntry, workDate: CalendarDate): RefundEntry => ({
  ...refundDraft.blank(uuidV7()),
  date: before.date ?? workDate,
  method: before.method,
  bankAccountId: before.bankAccountId,
})
