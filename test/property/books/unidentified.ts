import { mustTake } from './batches.ts'
import type { BooksCore, Settling } from './core.ts'
import type { Unidentified } from './item.ts'
import { measured, mustBeWithin } from './policies.ts'
import { receive } from './receiving.ts'
import { must } from './refused.ts'
import { half } from './rounding.ts'

/** Money of a payer whom nobody knows. */
export const enterUnidentified = (
  books: BooksCore,
  {
    day,
    amount,
    bank,
    rate,
    ...kept
  }: Pick<Unidentified, 'currency' | 'amount' | 'bank' | 'rate' | 'batch'> & { day: number },
): void => {
  books.mustBeOpen(day)
  mustTake(books, kept.batch, kept.currency)
  const base = half(amount * rate, 10)
  books.enter(day, [
    { account: bank, base },
    { account: '2300', base: 0 - base },
  ])
  books.state.unidentified.push({
    customerless: true,
    ...kept,
    amount,
    rate,
    base,
    bank,
    since: day,
    ended: null,
    receivedOn: day,
    ends: [],
  })
}

export const identify = (
  books: BooksCore,
  which: number,
  customer: number,
  day: number,
  settling: readonly Settling[],
  appliedOn: number | null,
): void => {
  const unidentified = waiting(books, which, day)
  books.mustBeOpen(day)
  const { amount, currency, rate, bank } = unidentified
  const money = { bank, others: [{ account: '2300', base: unidentified.base }] }
  const item = receive(books, {
    customer,
    currency,
    day,
    amount,
    rate,
    ...money,
    settling,
    credits: [],
    batch: null,
    appliedOn,
  })
  unidentified.ended = item
  unidentified.ends.push({ on: day, item })
}

export const giveBack = (books: BooksCore, which: number, day: number): void => {
  books.mustBeOpen(day)
  const unidentified = waiting(books, which, day)
  mustBeWithin(books, 'refund', measured(books, { ...unidentified, day }, [unidentified.rate]))
  sendBack(books, unidentified, day)
}

const waiting = (books: BooksCore, which: number, day: number): Unidentified => {
  const unidentified = books.state.unidentified[which]
  if (!unidentified) throw new Error(`the model has no unidentified receipt ${which}`)
  must((unidentified.ended === null || isVoided(books, unidentified.ended)) && day >= unidentified.since)
  return unidentified
}

const isVoided = (books: BooksCore, ended: number | 'returned'): boolean => {
  return ended !== 'returned' && books.item(ended).state === 'voided'
}

export const sendBack = (books: BooksCore, unidentified: Unidentified, day: number): void => {
  books.enter(day, [
    { account: '2300', base: unidentified.base },
    { account: unidentified.bank, base: 0 - unidentified.base },
  ])
  unidentified.ended = 'returned'
  unidentified.ends.push({ on: day, item: null })
}
