import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { isCredit } from '../../entry/settling/item-row.ts'
import { deducted, NO_PAYMENT, settled } from './payment-row.ts'
import type { Deducted } from '../../entry/settling/deductions.ts'
import type { PaymentRow } from './payment-row.ts'

/** What the keys of the payment grid do to a row. */

const isSettled = (row: PaymentRow): boolean => settled(row) === row.open

/** Space: the row in full with the discount it has earned; again takes it back. */
export function togglePaid(row: PaymentRow): PaymentRow {
  if (isSettled(row)) return { ...row, ...NO_PAYMENT }
  return { ...row, ...NO_PAYMENT, discount: row.discountEarned, payment: row.open - row.discountEarned }
}

/** Ctrl+W: the row in full with its discount whatever the date; a write-off already entered stays. */
export function withLateDiscount(row: PaymentRow): PaymentRow {
  const left = row.open - row.writeOff - deducted(row)
  const discount = Math.min(row.discountMost, left)
  return { ...row, discount, payment: left - discount }
}

/**
 * A payment typed. It takes the earned discount when both together settle the item, and gives up the earned discount when
 * they do not: a payment on account earns none. What a credit gives is negative, however it was typed.
 */
export function withPayment(row: PaymentRow, typed: MinorUnits): PaymentRow {
  if (isCredit(row)) return { ...row, payment: typed === 0 ? 0 : -Math.abs(typed) }
  const left = row.open - row.writeOff - deducted(row) - typed
  if (row.discountEarned > 0 && left === row.discountEarned)
    return { ...row, payment: typed, discount: row.discountEarned }
  const isEarned = row.discount > 0 && row.discount === row.discountEarned
  return { ...row, payment: typed, discount: isEarned ? 0 : Math.max(0, Math.min(row.discount, left)) }
}

/** A discount typed: a row settled in full stays so, the payment takes the difference. */
export const withDiscount = (row: PaymentRow, discount: MinorUnits): PaymentRow =>
  isSettled(row) ? keepSettled({ ...row, discount }) : { ...row, discount }

/** A write-off typed: a row settled in full stays so, the payment takes the difference. Without one there is no reason. */
export function withWriteOff(row: PaymentRow, writeOff: MinorUnits): PaymentRow {
  const written = { ...row, writeOff, writeOffReason: writeOff === 0 ? '' : row.writeOffReason }
  return isSettled(row) ? keepSettled(written) : written
}

/** What the payer kept back of the row; a row settled in full stays so, the payment takes the difference. */
export const withDeductions = (row: PaymentRow, deductions: readonly Deducted[]): PaymentRow =>
  isSettled(row) ? keepSettled({ ...row, deductions }) : { ...row, deductions }

// Below zero while too much is typed: the row stays settled, so that taking a digit back mends it.
const keepSettled = (row: PaymentRow): PaymentRow => ({
  ...row,
  payment: row.open - row.discount - row.writeOff - deducted(row),
})
