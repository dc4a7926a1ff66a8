import { mustTake } from './batches.ts'
import type { BooksCore, Settling } from './core.ts'
import type { Parked } from './item.ts'
import { measured, mustBeWithin } from './policies.ts'
import { receive } from './receiving.ts'
import { must } from './refused.ts'
import { half } from './rounding.ts'

/** Money of a payer whom nobody knows. */
export const park = (
  books: BooksCore,
  {
    day,
    amount,
    bank,
    rate,
    ...kept
  }: Pick<Parked, 'currency' | 'amount' | 'bank' | 'rate' | 'batch'> & { day: number },
): void => {
  books.mustBeOpen(day)
  mustTake(books, kept.batch, kept.currency)
  const base = half(amount * rate, 10)
  books.enter(day, [
    { account: bank, base },
    { account: '2300', base: 0 - base },
  ])
  books.state.parked.push({ customerless: true, ...kept, amount, rate, base, bank, since: day, ended: null })
}

export const identify = (
  books: BooksCore,
  which: number,
  customer: number,
  day: number,
  settling: readonly Settling[],
  appliedOn: number | null,
): void => {
  const parked = waiting(books, which, day)
  books.mustBeOpen(day)
  const { amount, currency, rate, bank } = parked
  const money = { bank, others: [{ account: '2300', base: parked.base }] }
  parked.ended = receive(books, {
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
}

export const giveBack = (books: BooksCore, which: number, day: number): void => {
  books.mustBeOpen(day)
  const parked = waiting(books, which, day)
  mustBeWithin(books, 'refund', measured(books, { ...parked, day }, [parked.rate]))
  sendBack(books, parked, day)
}

const waiting = (books: BooksCore, which: number, day: number): Parked => {
  const parked = books.state.parked[which]
  if (!parked) throw new Error(`the model has no parked receipt ${which}`)
  must((parked.ended === null || isVoided(books, parked.ended)) && day >= parked.since)
  return parked
}

const isVoided = (books: BooksCore, ended: number | 'returned'): boolean => {
  return ended !== 'returned' && books.item(ended).state === 'voided'
}

export const sendBack = (books: BooksCore, parked: Parked, day: number): void => {
  books.enter(day, [
    { account: '2300', base: parked.base },
    { account: parked.bank, base: 0 - parked.base },
  ])
  parked.ended = 'returned'
}
