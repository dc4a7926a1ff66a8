import type { ExchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/amounts/money.ts'
import * as crossing from '../settling/crossing.ts'
import type { Crossing } from '../settling/crossing.ts'
import { isCredit } from '../settling/item-row.ts'
import { isAcross } from '../settling/crossing.ts'
import { deducted, NO_PAYMENT, settled } from './payment-row.ts'
import type { Deducted } from '../settling/deductions.ts'
import type { PaymentRow } from './payment-row.ts'

/** What the keys of the payment grid do to a row. */

const isSettled = (row: PaymentRow): boolean => settled(row) === row.open

/** What a credit gives stands below zero in its row. */
const signOf = (row: PaymentRow): 1 | -1 => (isCredit(row) ? -1 : 1)
const signed = (row: PaymentRow, amount: MinorUnits): MinorUnits => (amount === 0 ? 0 : signOf(row) * amount)

const crossingOf = (row: PaymentRow): Crossing => ({
  ...row,
  settles: signed(row, row.settles),
  paid: signed(row, row.payment),
})
const crossed = (row: PaymentRow, { paid, settles, rate }: Crossing): PaymentRow => ({
  ...row,
  payment: signed(row, paid),
  settles: signed(row, settles),
  rate,
})

/** The rate of a row: typed, or as both amounts say it, or the usual one. Null within one currency, and while none is known. */
export const rateIn = (row: PaymentRow): ExchangeRate | null => crossing.rateIn(crossingOf(row))

export const shownRate = (row: PaymentRow): string => crossing.shownRate(crossingOf(row))

/** The row with so much of the item settled by money; across currencies the money follows the row's rate. */
const paying = (row: PaymentRow, settles: MinorUnits): PaymentRow =>
  crossed(row, crossing.settling(crossingOf(row), signed(row, settles)))

/**
 * Space: the row in full with the discount it has earned; again takes it back. With `most`, no more than that, in the money's
 * currency: an item of another one is paid in full all the same.
 */
export function togglePaid(row: PaymentRow, most: MinorUnits | null = null): PaymentRow {
  if (isSettled(row)) return { ...row, ...NO_PAYMENT }
  const isCapped = most !== null && !isCredit(row) && !isAcross(row) && most < row.open - row.discountEarned
  if (isCapped) return row.payment === most ? { ...row, ...NO_PAYMENT } : withPayment({ ...row, ...NO_PAYMENT }, most)
  const blank = { ...row, ...NO_PAYMENT, rate: row.rate, discount: row.discountEarned }
  return paying(blank, row.open - row.discountEarned)
}

/** Ctrl+W: the row in full with its discount whatever the date; a write-off already entered stays. */
export function withLateDiscount(row: PaymentRow): PaymentRow {
  const left = row.open - row.writeOff - deducted(row)
  const discount = Math.min(row.discountMost, left)
  return paying({ ...row, discount }, left - discount)
}

/**
 * A payment typed. It takes the earned discount when both together settle the item, and gives up the earned discount when
 * they do not: a payment on account earns none. What a credit gives is negative, however it was typed. Across currencies
 * what it settles stays and the rate follows; while it settles nothing yet, that follows the rate, up to what is open.
 */
export function withPayment(row: PaymentRow, typed: MinorUnits): PaymentRow {
  if (isCredit(row) && isAcross(row)) return crossed(row, crossing.paying(crossingOf(row), Math.abs(typed), -row.open))
  if (isCredit(row)) return { ...row, payment: typed === 0 ? 0 : -Math.abs(typed) }
  if (!isAcross(row)) return withDiscountFor({ ...row, payment: typed }, typed)
  const left = row.open - row.writeOff - deducted(row)
  const paid = crossed(row, crossing.paying(crossingOf(row), typed, left))
  return typed <= 0 || row.settles > 0 ? paid : withDiscountFor(paid, paid.settles)
}

/** What the payment settles, typed in the item's currency: the money follows the rate. */
export const withSettles = (row: PaymentRow, typed: MinorUnits): PaymentRow =>
  isCredit(row) ? paying(row, typed === 0 ? 0 : -Math.abs(typed)) : withDiscountFor(paying(row, typed), typed)

/** A rate typed between both currencies: the money follows. What is none is taken away again. */
export const withCrossRate = (row: PaymentRow, typed: string): PaymentRow =>
  crossed(row, crossing.atRate(crossingOf(row), typed))

function withDiscountFor(row: PaymentRow, settles: MinorUnits): PaymentRow {
  const left = row.open - row.writeOff - deducted(row) - settles
  if (row.discountEarned > 0 && left === row.discountEarned) return { ...row, discount: row.discountEarned }
  const isEarned = row.discount > 0 && row.discount === row.discountEarned
  return { ...row, discount: isEarned ? 0 : Math.max(0, Math.min(row.discount, left)) }
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
const keepSettled = (row: PaymentRow): PaymentRow => paying(row, row.open - row.discount - row.writeOff - deducted(row))
