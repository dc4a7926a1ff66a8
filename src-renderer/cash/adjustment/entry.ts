import type { Draft } from '../../../src-shared/ledger/contract/drafts.ts'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { bodyOf, currencyIn, dateIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Drafted } from '../../entry/posting/use-posting.ts'
import { linesTaken, rowErrors, sumTaken, takenIn } from '../settling/settle-row.ts'
import type { SettleRow, Taken } from '../settling/settle-row.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type Direction = InputOf<'adjustments.post'>['direction']

/** An adjustment as it is typed. */
export type AdjustmentEntry = Drafted & {
  readonly customer: PickerOption | null
  readonly direction: Direction
  /** Null while it follows from what is applied. */
  readonly amount: MinorUnits | null
  readonly reasonCodeId: number | null
  readonly date: CalendarDate | null
  /** Null is the customer's. */
  readonly currency: string | null
  readonly rate: string
  readonly reference: string
  readonly memo: string
  readonly taken: Taken
}

export const blankAdjustment = (
  commandUid: string,
  date: CalendarDate,
  customer: PickerOption | null = null,
): AdjustmentEntry => ({
  commandUid,
  draftUid: crypto.randomUUID(),
  customer,
  direction: 'decrease',
  amount: null,
  reasonCodeId: null,
  date,
  currency: null,
  rate: '',
  reference: '',
  memo: '',
  taken: {},
})

/** Another customer has other items; the rest stays. */
export const withCustomer = (entry: AdjustmentEntry, customer: PickerOption | null): AdjustmentEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, currency: null, rate: '', taken: {} }

/** Items are settled in their own currency. */
export const withCurrency = (entry: AdjustmentEntry, currency: string | null): AdjustmentEntry => ({
  ...entry,
  currency,
  rate: '',
  taken: {},
})

/** What raises the balance settles nothing. */
export const withDirection = (entry: AdjustmentEntry, direction: Direction): AdjustmentEntry => ({
  ...entry,
  direction,
  taken: direction === 'increase' ? {} : entry.taken,
})

export type AdjustmentSums = { readonly amount: MinorUnits; readonly applied: MinorUnits; readonly left: MinorUnits }

/** The foot: `left` stays as a credit, below zero when more is applied than the amount. */
export function sumsOf(entry: AdjustmentEntry, rows: readonly SettleRow[]): AdjustmentSums {
  const applied = entry.direction === 'increase' ? 0 : sumTaken(rows)
  const amount = entry.amount ?? applied
  return { amount, applied, left: amount - applied }
}

type Write = (amount: MinorUnits) => string

/** Everything that keeps the entry from being posted; the ledger has the last word. */
export function checkAdjustment(entry: AdjustmentEntry, rows: readonly SettleRow[], write: Write): FieldErrors {
  const { amount, applied, left } = sumsOf(entry, rows)
  const errors: Record<string, string> = { ...rowErrors(rows, write) }
  if (entry.customer === null) errors['customerId'] = 'Choose the customer: type a code, a name or an invoice number.'
  if (entry.reasonCodeId === null) errors['reasonCodeId'] = 'Choose the reason: it names the account.'
  if (entry.date === null) errors['date'] = 'Enter the date of the adjustment.'
  if (amount <= 0) {
    errors['amount'] =
      entry.direction === 'increase' ? 'Enter the amount.' : 'Enter the amount, or take items below with Space.'
  } else if (left < 0) errors['amount'] = `${write(-left)} too much is applied. Apply less, or enter ${write(applied)}.`
  return errors
}

/** Null while the entry is not complete; `checkAdjustment` says why. */
export function adjustmentInput(
  entry: AdjustmentEntry,
  rows: readonly SettleRow[],
): (InputOf<'adjustments.post'> & { readonly commandUid: string }) | null {
  const { customer, date, reasonCodeId, direction, commandUid, reference, memo } = entry
  if (customer === null || date === null || reasonCodeId === null) return null
  return {
    commandUid,
    customerId: Number(customer.key),
    date,
    direction,
    amount: sumsOf(entry, rows).amount,
    reasonCodeId,
    currency: entry.currency,
    rate: exchangeRateOf(entry.rate),
    reference,
    memo,
    applications: direction === 'increase' ? [] : linesTaken(rows),
  }
}

export const isBlankAdjustment = (entry: AdjustmentEntry): boolean =>
  (entry.amount ?? 0) === 0 &&
  entry.reference.trim() === '' &&
  entry.memo.trim() === '' &&
  Object.keys(entry.taken).length === 0

/** The entry as it was left; `commandUid` stands in where the draft has none. */
export function adjustmentOfDraft({ uid, body: saved }: Draft, commandUid: string): AdjustmentEntry {
  const body = bodyOf(saved)
  return {
    commandUid: textIn(body, 'commandUid') || commandUid,
    draftUid: uid,
    customer: optionIn(body, 'customer'),
    direction: body['direction'] === 'increase' ? 'increase' : 'decrease',
    amount: wholeIn(body, 'amount'),
    reasonCodeId: wholeIn(body, 'reasonCodeId'),
    date: dateIn(body, 'date'),
    currency: currencyIn(body),
    rate: textIn(body, 'rate'),
    reference: textIn(body, 'reference'),
    memo: textIn(body, 'memo'),
    taken: takenIn(body['taken']),
  }
}
