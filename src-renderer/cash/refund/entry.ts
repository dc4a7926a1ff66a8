import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import { receiptMethods } from '../../../src-shared/domain/receipt-method.ts'
import type { ReceiptMethod } from '../../../src-shared/domain/receipt-method.ts'
import { toNearest } from '../../../src-shared/domain/cash-rounding.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import type { HowPaid } from '../../entry/cash.ts'
import { bodyOf, currencyIn, dateIn, flagIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Drafted } from '../../entry/posting/use-posting.ts'
import { linesTaken, rowErrors, takenIn } from '../settling/settle-row.ts'
import type { SettleRow, Taken } from '../settling/settle-row.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** A refund as it is typed. */
export type RefundEntry = Drafted & {
  readonly customer: PickerOption | null
  readonly date: CalendarDate | null
  readonly method: ReceiptMethod
  /** Null is the company's bank. */
  readonly bankAccountId: number | null
  /** Of the credits to choose from; null is the customer's. */
  readonly currency: string | null
  /** The currency of the money; null is the credit's. */
  readonly paidIn: string | null
  /** What is paid, in another currency than the credit's; null follows the rate of the day. */
  readonly paid: MinorUnits | null
  readonly rate: string
  readonly reference: string
  readonly memo: string
  /** The bank paid back more than is left: what is too much is owed. */
  readonly overpaid: boolean
  /** Of one credit: a refund pays back one. */
  readonly taken: Taken
}

export type LikeRefund = Pick<RefundEntry, 'method' | 'bankAccountId'>

export const blankRefund = (
  commandUid: string,
  date: CalendarDate,
  customer: PickerOption | null = null,
  like: LikeRefund = { method: 'check', bankAccountId: null },
): RefundEntry => ({
  ...like,
  commandUid,
  draftUid: crypto.randomUUID(),
  customer,
  date,
  currency: null,
  paidIn: null,
  paid: null,
  rate: '',
  reference: '',
  memo: '',
  overpaid: false,
  taken: {},
})

/** Another customer has other credits; the rest stays. */
export const withCustomer = (entry: RefundEntry, customer: PickerOption | null): RefundEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, currency: null, paidIn: null, paid: null, rate: '', overpaid: false, taken: {} }

/** Credits of another currency. */
export const withCurrency = (entry: RefundEntry, currency: string | null): RefundEntry => ({
  ...entry,
  currency,
  paidIn: null,
  paid: null,
  rate: '',
  overpaid: false,
  taken: {},
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
export const withTaken = (entry: RefundEntry, changed: SettleRow | null): RefundEntry => ({
  ...entry,
  paid: null,
  taken: changed === null || changed.taken === 0 ? {} : { [changed.documentId]: changed.taken },
})

const chosen = (rows: readonly SettleRow[]): SettleRow | undefined => rows.find(({ taken }) => taken !== 0)

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
  const rounding = row.taken === row.open ? cashFor(row.taken, how) - row.taken : 0
  return { refund: row.taken, left: row.open - row.taken, rounding }
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
    const isTooMuch = rows.some((row, at) => path === `lines.${at}.amount` && row.taken > row.open)
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
  const [line] = linesTaken(rows)
  const { commandUid, date, method, reference, memo, overpaid, bankAccountId } = entry
  if (line === undefined || date === null || (across !== null && across.amount === null)) return null
  const rate = exchangeRateOf(entry.rate)
  return {
    commandUid,
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
  const at = rows.findIndex(({ taken }) => taken !== 0)
  if (path === 'amount' || path === 'rounding' || path === 'creditDocumentId')
    return at < 0 ? null : `lines.${at}.amount`
  return headFields[path] ?? null
}

export const isBlankRefund = (entry: RefundEntry): boolean =>
  entry.reference.trim() === '' && entry.memo.trim() === '' && Object.keys(entry.taken).length === 0

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function refundOfDraft({ uid, body: saved }: Draft, commandUid: string): RefundEntry {
  const body = bodyOf(saved)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    customer: optionIn(body, 'customer'),
    date: dateIn(body, 'date'),
    method: receiptMethods.find((method) => method === body['method']) ?? 'check',
    bankAccountId: wholeIn(body, 'bankAccountId'),
    currency: currencyIn(body),
    paidIn: currencyIn(body, 'paidIn'),
    paid: wholeIn(body, 'paid'),
    rate: textIn(body, 'rate'),
    reference: textIn(body, 'reference'),
    memo: textIn(body, 'memo'),
    overpaid: flagIn(body, 'overpaid'),
    taken: takenIn(body['taken']),
  }
}
