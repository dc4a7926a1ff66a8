import {
  crossRateText,
  paidAt,
  rateOfAmounts,
  readCrossRate,
  settledAt,
} from '../../../src-shared/domain/cross-rate.ts'
import { quoteOf, usualQuote } from '../../../src-shared/domain/exchange-rate.ts'
import type { ExchangeRate, Quote } from '../../../src-shared/domain/exchange-rate.ts'
import type { MinorUnits } from '../../../src-shared/domain/money.ts'
import { isCredit } from '../settling/item-row.ts'
import { deducted, isAcross, NO_PAYMENT, settled } from './payment-row.ts'
import type { Deducted } from '../settling/deductions.ts'
import type { PaymentRow } from './payment-row.ts'

/** What the keys of the payment grid do to a row. */

const isSettled = (row: PaymentRow): boolean => settled(row) === row.open

/** The direction in which a row's rate stands. */
const quoteIn = (row: PaymentRow): Quote => quoteOf(rateIn(row) ?? row.usualRate ?? fallback(row))

/** What stands for the direction alone, where no rate is known. */
const fallback = ({ currency, money }: PaymentRow): ExchangeRate =>
  (usualQuote(currency, money) === 'direct' ? '1' : '1/1') as ExchangeRate

/** The rate of a row: typed, or as both amounts say it, or the usual one. Null within one currency, and while none is known. */
export function rateIn(row: PaymentRow): ExchangeRate | null {
  if (!isAcross(row)) return null
  const { currency, money } = row
  const typed = row.rate === '' ? null : readCrossRate(row.rate, currency, money, usualQuote(currency, money))
  if (typed !== null) return typed
  const { usualRate, settles, payment } = row
  // What the usual rate makes of the item has that rate, not the one its cents come to.
  if (usualRate !== null && payment === paidAt(settles, currency, money, usualRate)) return usualRate
  const quote = usualRate === null ? usualQuote(currency, money) : quoteOf(usualRate)
  return rateOfAmounts({ amount: settles, currency }, { amount: payment, currency: money }, quote) ?? usualRate
}

/** The row with so much of the item settled by money; across currencies the money follows the row's rate. */
function paying(row: PaymentRow, settles: MinorUnits): PaymentRow {
  if (!isAcross(row)) return { ...row, payment: settles }
  const rate = rateIn(row)
  const payment = settles <= 0 ? 0 : rate === null ? row.payment : paidAt(settles, row.currency, row.money, rate)
  return { ...row, settles, payment }
}

/** Space: the row in full with the discount it has earned; again takes it back. */
export function togglePaid(row: PaymentRow): PaymentRow {
  if (isSettled(row)) return { ...row, ...NO_PAYMENT }
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
  if (isCredit(row)) return { ...row, payment: typed === 0 ? 0 : -Math.abs(typed) }
  if (!isAcross(row)) return withDiscountFor({ ...row, payment: typed }, typed)
  if (typed <= 0) return { ...row, payment: typed, settles: 0 }
  const paid = { ...row, payment: typed, rate: '' }
  if (row.settles > 0) return paid
  const rate = rateIn(row)
  const left = row.open - row.writeOff - deducted(row)
  const settles = rate === null ? left : Math.min(left, settledAt(typed, row.currency, row.money, rate))
  return withDiscountFor({ ...paid, settles }, settles)
}

/** What the payment settles, typed in the item's currency: the money follows the rate. */
export const withSettles = (row: PaymentRow, typed: MinorUnits): PaymentRow =>
  withDiscountFor(paying(row, typed), typed)

/** A rate typed between both currencies: the money follows. What is none is taken away again. */
export function withCrossRate(row: PaymentRow, typed: string): PaymentRow {
  const rate = readCrossRate(typed, row.currency, row.money, quoteIn(row))
  if (rate === null) return { ...row, rate: '' }
  return paying({ ...row, rate: crossRateText(rate, row.currency, row.money) }, row.settles)
}

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
