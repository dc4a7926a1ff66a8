import { v7 as uuidV7 } from 'uuid'
import type { InputOf } from '../../../src-shared/contract.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import { api } from '../../api/client.ts'
import { defineDraft, draftField } from '../../entry/draft-schema.ts'
import type { EntryOf } from '../../entry/draft-schema.ts'
import { exchangeRateOf } from '../../entry/exchange-rate.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { Started } from '../../entry/posting/PostingScreen.tsx'
import { isAcross } from '../settling/crossing.ts'
import { appliedLines, NOTHING_APPLIED, rowErrors, sumApplied, takeable } from '../settling/settle-row.ts'
import type { SettleRow, WriteAmount } from '../settling/settle-row.ts'
import { isBlankSettling, settlingFields, startSettling } from '../settling/settling-entry.ts'
import type { SettlingPlace } from '../settling/settling-entry.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

export type Direction = InputOf<'adjustments.post'>['direction']

const directions = ['decrease', 'increase'] as const satisfies readonly Direction[]

/** An adjustment as it is typed. */
export const adjustmentDraft = defineDraft({
  ...settlingFields,
  direction: draftField.choice(directions, 'decrease'),
  /** Null while it follows from what is applied. */
  amount: draftField.whole,
  reasonCodeId: draftField.whole,
})

export type AdjustmentEntry = EntryOf<typeof adjustmentDraft>

/** Another customer has other items; the rest stays. */
export const withCustomer = (entry: AdjustmentEntry, customer: PickerOption | null): AdjustmentEntry =>
  customer?.key === entry.customer?.key
    ? { ...entry, customer }
    : { ...entry, customer, currency: null, rate: '', ...NOTHING_APPLIED }

/** What was taken was in the currency before. */
export const withCurrency = (entry: AdjustmentEntry, currency: string | null): AdjustmentEntry => ({
  ...entry,
  currency,
  rate: '',
  ...NOTHING_APPLIED,
})

/** What raises the balance settles nothing. */
export const withDirection = (entry: AdjustmentEntry, direction: Direction): AdjustmentEntry => ({
  ...entry,
  direction,
  ...(direction === 'increase' ? NOTHING_APPLIED : {}),
})

/** An amount typed: where one item takes all of it, or is settled by it, the item takes the new one, up to what it has open. */
export function withAmount(
  entry: AdjustmentEntry,
  rows: readonly SettleRow[],
  amount: MinorUnits | null,
): AdjustmentEntry {
  const [row, ...others] = rows.filter(({ applied }) => applied !== 0)
  if (row === undefined || others.length > 0 || isAcross(row) || amount === null || amount <= 0) {
    return { ...entry, amount }
  }
  const follows = sumsOf(entry, rows).left === 0 || row.applied === takeable(row)
  if (!follows) return { ...entry, amount }
  return { ...entry, amount, applied: { [row.documentId]: Math.min(amount, takeable(row)) } }
}

export type AdjustmentSums = { readonly amount: MinorUnits; readonly applied: MinorUnits; readonly left: MinorUnits }

/** The foot: `left` stays as a credit, below zero when more is applied than the amount. */
export function sumsOf(entry: AdjustmentEntry, rows: readonly SettleRow[]): AdjustmentSums {
  const applied = entry.direction === 'increase' ? 0 : sumApplied(rows)
  const amount = entry.amount ?? applied
  return { amount, applied, left: amount - applied }
}

/** Everything that keeps the entry from being posted; the ledger has the last word. */
export function checkAdjustment(entry: AdjustmentEntry, rows: readonly SettleRow[], write: WriteAmount): FieldErrors {
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
  const { customer, date, reasonCodeId, direction, commandUid, draftUid, reference, memo } = entry
  if (customer === null || date === null || reasonCodeId === null) return null
  return {
    commandUid,
    draftUid,
    customerId: Number(customer.key),
    date,
    direction,
    amount: sumsOf(entry, rows).amount,
    reasonCodeId,
    currency: entry.currency,
    rate: exchangeRateOf(entry.rate),
    reference,
    memo,
    applications: direction === 'increase' ? [] : appliedLines(rows),
  }
}

export const isBlankAdjustment = (entry: AdjustmentEntry): boolean =>
  (entry.amount ?? 0) === 0 && isBlankSettling(entry)

/** What the screen opens with. With a document: a write-off of what is open of it. */
export async function startAdjustment(place: SettlingPlace, workDate: CalendarDate): Promise<Started<AdjustmentEntry>> {
  const started = await startSettling(place, workDate, { side: 'debits', draft: adjustmentDraft })
  if (started.isResumed || place.documentId === undefined) return started
  const reasons = await api.reasonCodes.list({})
  const reason = reasons.find(({ kind, archived }) => kind === 'write_off' && !archived)
  return { ...started, entry: { ...started.entry, reasonCodeId: reason?.id ?? null } }
}

/** The next of its kind, on the same day and for the same reason. */
export const nextAdjustment = (before: AdjustmentEntry, workDate: CalendarDate): AdjustmentEntry => ({
  ...adjustmentDraft.blank(uuidV7()),
  date: before.date ?? workDate,
  direction: before.direction,
  reasonCodeId: before.reasonCodeId,
})
