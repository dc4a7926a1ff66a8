import { takenAlong } from './bases.ts'
import type { BooksCore } from './core.ts'
import { refundable } from './crediting.ts'
import { measured, mustBeWithin } from './policies.ts'
import { must } from './refused.ts'
import { half } from './rounding.ts'

/** Money paid back; `taken` is what it takes of a credit in another currency. */
export interface Refunding {
  readonly amount: number
  readonly currency: number
  readonly rate: number
  readonly overpaid: boolean
  readonly taken: number | null
}

/** Pays a credit back, in its own currency or in another. */
export const refund = (books: BooksCore, index: number, day: number, paid: Refunding): void => {
  books.mustBeOpen(day)
  const { amount, currency, rate, overpaid } = paid
  const credit = books.item(index)
  const isAcross = currency !== credit.currency
  const taken = isAcross ? (paid.taken ?? 0) : amount
  must(isAcross === (paid.taken !== null))
  must(credit.total < 0 && day >= credit.day)
  const left = refundable(books, index)
  must((overpaid && !isAcross) || taken <= left)
  const { customer } = credit
  const refunded = measured(books, { amount, currency, rate, day }, isAcross ? [] : [credit.rate])
  const given = isAcross ? measured(books, { ...credit, amount: taken, day }, []) : 0
  mustBeWithin(books, 'refund', Math.max(refunded, given))
  const applied = isAcross ? amount : Math.min(amount, left)
  const base =
    rate === credit.rate && !isAcross
      ? half((amount - applied) * rate, 10) - takenAlong(credit, 0 - applied)
      : half(amount * rate, 10)
  const others = [{ account: '1000', base: 0 - base }]
  const posted = books.post('refund', { customer, currency, day, total: amount, rate, others, base })
  const line = isAcross ? { amount: taken, settles: applied } : { amount: applied }
  if (applied > 0) books.settle(index, { item: posted, ...line }, day)
}
