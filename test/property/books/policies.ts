import type { BooksCore } from './core.ts'
import { must } from './refused.ts'

export type Act = 'write_off' | 'refund'
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
  clerk: { write_off: { most: 12, version: 2 }, refund: { most: 60, version: 2 } },
  supervisor: { write_off: { most: null, version: 1 }, refund: { most: null, version: 1 } },
}

/** Who does it; a supervisor may have read what it would be refused for, and let it pass. */
export interface By {
  readonly isSupervisor: boolean
  readonly approved: boolean
}

/** In the base currency: what each role may write off or refund in one command. */
export const mustBeWithin = (books: BooksCore, act: Act, base: number): void => {
  const { limits } = books.state
  const within = ({ most }: Limit): boolean => most === null || base <= most
  if (base === 0 || within(limits[books.by.isSupervisor ? 'supervisor' : 'clerk'][act])) return
  must(within(limits.supervisor[act]) && books.by.approved)
}

export const setLimit = (books: BooksCore, role: Role, act: Act, most: number | null): void => {
  const { limits } = books.state
  limits[role][act] = { most, version: limits[role][act].version + 1 }
}
