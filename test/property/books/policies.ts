import type { BooksCore, Settling } from './core.ts'
import { rateOn } from './revaluation.ts'
import { half, total as sum } from './rounding.ts'
import { must } from './refused.ts'

export type Act = 'write_off' | 'refund' | 'credit'
export type Role = 'clerk' | 'supervisor'

export interface Policy {
  readonly creditLimitPolicy: 'warn' | 'ask' | 'block'
  readonly discountReducesTax: boolean
}

export interface Limit {
  readonly most: number | null
  readonly version: number
}

/** What the template company begins with. */
export const LIMITS: Record<Role, Record<Act, Limit>> = {
  clerk: { write_off: { most: 12, version: 2 }, refund: { most: 60, version: 2 }, credit: { most: 120, version: 2 } },
  supervisor: {
    write_off: { most: null, version: 1 },
    refund: { most: null, version: 1 },
    credit: { most: null, version: 1 },
  },
}

/** Who does it; a supervisor may have read what it would be refused for, and let it pass. */
export interface By {
  readonly isSupervisor: boolean
  readonly approved: boolean
}

/** In the base currency: what each role may write off, refund or credit in one command. */
export const mustBeWithin = (books: BooksCore, act: Act, base: number): void => {
  const { limits } = books.state
  const within = ({ most }: Limit): boolean => most === null || base <= most
  if (base === 0 || within(limits[books.by.isSupervisor ? 'supervisor' : 'clerk'][act])) return
  must(within(limits.supervisor[act]) && books.by.approved)
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

/** What lines write off, each at the rate of its own item. */
export const writtenOff = (books: BooksCore, lines: readonly Settling[]): number =>
  sum(
    lines.map(({ item, writeOff = 0 }) =>
      writeOff === 0 ? 0 : Math.max(1, half(writeOff * books.item(item).rate, 10)),
    ),
  )

export const setLimit = (books: BooksCore, role: Role, act: Act, most: number | null): void => {
  const { limits } = books.state
  limits[role][act] = { most, version: limits[role][act].version + 1 }
}
