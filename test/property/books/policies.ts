import type { BooksCore, Settling } from './core.ts'
import { balanceOn, FOREVER, type Application } from './item.ts'
import { rateOn } from './revaluation.ts'
import { half, total as sum } from './rounding.ts'
import { must } from './refused.ts'

export type Act = 'write_off' | 'refund' | 'credit' | 'late_discount'
export type Role = 'clerk' | 'supervisor'

export interface Policy {
  readonly creditLimitPolicy: 'warn' | 'ask' | 'block'
  readonly discountReducesTax: boolean
  readonly writeOffReducesTax: boolean
  readonly taxRounding: 'line' | 'document'
  /** A whole percentage, and an amount of the company's currency. */
  readonly tolerance: { readonly percent: number; readonly most: number }
}

export interface Limit {
  readonly most: number | null
  readonly version: number
}

/** What the template company begins with. */
export const LIMITS: Record<Role, Record<Act, Limit>> = {
  clerk: {
    write_off: { most: 12, version: 2 },
    refund: { most: 60, version: 2 },
    credit: { most: 120, version: 2 },
    late_discount: { most: 2, version: 2 },
  },
  supervisor: {
    write_off: { most: null, version: 1 },
    refund: { most: null, version: 1 },
    credit: { most: null, version: 1 },
    late_discount: { most: null, version: 1 },
  },
}

/** Who does it; a supervisor may have read what it would be refused for, and let it pass. */
export interface By {
  readonly isSupervisor: boolean
  readonly approved: boolean
  /** What the supervisor has let pass in this command so far. */
  readonly letPass: Act[]
  /** Of each kind of credit question the first, which alone the supervisor has read. */
  readonly read: Record<string, string>
}

/** Lets pass what the supervisor has read; of each kind that is the first, and the same again. */
export const mustBeRead = (books: BooksCore, kind: string, said: string): void => {
  const { approved, read } = books.by
  must(approved && (read[kind] ??= said) === said)
}

/** In the base currency: what each role may write off, refund or credit in one command. */
export const mustBeWithin = (books: BooksCore, act: Act, base: number): void => {
  const { limits } = books.state
  const within = ({ most }: Limit): boolean => most === null || base <= most
  if (base === 0 || within(limits[books.by.isSupervisor ? 'supervisor' : 'clerk'][act])) return
  must(within(limits.supervisor[act]) && books.by.approved)
  books.by.letPass.push(act)
}

/** What an amount counts: of the rate entered, the table's of the day and some others, the highest measures. */
export const measured = (
  books: BooksCore,
  {
    amount,
    currency,
    rate,
    day,
  }: { readonly amount: number; readonly currency: number; readonly rate: number; readonly day: number },
  others: readonly number[],
): number => {
  if (currency === 0 || amount === 0) return amount
  return Math.max(1, half(amount * Math.max(rate, rateOn(books, day)?.tenths ?? rate, ...others), 10))
}

/**
 * What lines between two currencies settle beyond what their money is worth, where that is more than a tenth of it: by the
 * table's rate of the day, or else the documents' own.
 */
export const givenByRate = (
  books: BooksCore,
  money: { readonly currency: number; readonly rate: number; readonly day: number },
  lines: readonly Settling[],
): number =>
  sum(
    lines.map(({ item: index, amount, settles }) => {
      const item = books.item(index)
      if (settles === undefined || item.currency === money.currency) return 0
      const worth = (of: number, paid: number, own: number): number =>
        of === 0 ? paid : half(paid * (rateOn(books, money.day)?.tenths ?? own), 10)
      const paid = worth(money.currency, amount, money.rate)
      const given = worth(item.currency, settles, item.rate) - paid
      return given * 10 > paid ? given : 0
    }),
  )

/** The same of credits in another currency, by what they count as money of the receipt's. */
export const givenByCredits = (
  books: BooksCore,
  money: { readonly currency: number; readonly rate: number; readonly day: number },
  credits: readonly { readonly item: number; readonly amount: number; readonly worth: number }[],
): number =>
  sum(
    credits.map(({ item, amount, worth }) => {
      const { currency, rate } = books.item(item)
      if (currency === money.currency) return 0
      const inBase = (of: number, units: number, own: number): number =>
        of === 0 ? units : half(units * (rateOn(books, money.day)?.tenths ?? own), 10)
      const given = inBase(money.currency, worth, money.rate) - inBase(currency, amount, rate)
      return given * 10 > inBase(currency, amount, rate) ? given : 0
    }),
  )

/** What one person gave of an item before, unasked, and what still stands. */
const givenBefore = (books: BooksCore, item: number, act: Act, given: (each: Application) => number): number =>
  sum(
    books.state.applications
      .filter(({ debit, state, by }) => debit === item && state === 'live' && !by.letPass.includes(act))
      .filter(({ by }) => by.isSupervisor === books.by.isSupervisor)
      .map(given),
  )

/** What lines write off, each at the rate of its own item, with what was written off of it before. */
export const writtenOff = (books: BooksCore, lines: readonly Settling[]): number =>
  sum(
    lines.map(({ item, writeOff = 0 }) => {
      if (writeOff === 0) return 0
      const before = givenBefore(books, item, 'write_off', (each) => each.writeOff)
      return Math.max(1, half((writeOff + before) * books.item(item).rate, 10))
    }),
  )

/** A line with the day of the money or credit that carries its discount. */
export interface Discounted {
  readonly line: Settling
  readonly paidOn: number
}

/** What no terms earn of the discounts of lines: late ones, and more than the share that is paid. */
export const discountedOutsideTerms = (books: BooksCore, lines: readonly Discounted[]): number =>
  sum(
    lines.map(({ line: { item: index, amount, settles, discount = 0, writeOff = 0, deductions = [] }, paidOn }) => {
      if (discount === 0) return 0
      const item = books.item(index)
      // The company adds no grace.
      const isLate = (day: number): boolean => day > item.offerUntil
      const open = balanceOn(item, FOREVER)
      const settled = Math.min(open, (settles ?? amount) + discount + writeOff + sum(deductions))
      const offered = Math.max(0, Math.min(open, books.discountLeft(index)))
      const earned = isLate(paidOn) ? 0 : settled === open ? offered : half(offered * settled, open)
      const outside = Math.max(0, discount - earned)
      if (outside === 0) return 0
      const before = givenBefore(books, index, 'late_discount', (each) =>
        isLate(books.item(each.credit).day) ? each.discount : 0,
      )
      return Math.max(1, half((outside + before) * item.rate, 10))
    }),
  )

export const setLimit = (books: BooksCore, role: Role, act: Act, most: number | null): void => {
  const { limits } = books.state
  limits[role][act] = { most, version: limits[role][act].version + 1 }
}
