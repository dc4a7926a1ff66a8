import type { BooksCore } from './core.ts'
import { mustBeRead } from './policies.ts'
import { must } from './refused.ts'
import { balanceOn, baseLeft, FOREVER } from './item.ts'
import { rateOn } from './revaluation.ts'
import { half, total as sum } from './rounding.ts'
import { lastDue, type Terms } from './terms.ts'

export interface Customer {
  /** What is proposed for its documents, and what its credit limit is in. */
  readonly currency: number
  /** Who pays for it, when it does not itself. */
  readonly payer: number | null
  readonly terms: Terms
  readonly creditLimit: number | null
  /** Of each currency alone. */
  readonly currencyLimits: readonly (number | null)[]
  readonly onHold: boolean
  readonly archived: boolean
  readonly version: number
}

export type CustomerChange = Partial<Omit<Customer, 'version'>>

/** Whom the company bills, and who begins with another currency. */
export const CODES = ['A', 'B', 'E', 'C']
export const FOREIGN = 2
export const CURRENCIES = ['USD', 'EUR']

export const CUSTOMERS: readonly Customer[] = CODES.map((_, index) => ({
  currency: index === FOREIGN ? 1 : 0,
  payer: null,
  terms: 'net',
  creditLimit: null,
  currencyLimits: [null, null],
  onHold: false,
  archived: false,
  version: 1,
}))

export const customerOf = (books: BooksCore, index: number): Customer => {
  const customer = books.state.customers[index]
  if (!customer) throw new Error(`the model has no customer ${index}`)
  return customer
}

/** When the last of it is due. */
export const dueOf = ({ terms }: Pick<Customer, 'terms'>, day: number): number => lastDue(terms, day)

export const editCustomer = (books: BooksCore, index: number, change: CustomerChange): void => {
  const stored = customerOf(books, index)
  const next = { ...stored, ...change, version: stored.version + 1 }
  if (next.payer !== null) {
    const parent = customerOf(books, next.payer)
    must(next.payer !== index && parent.payer === null)
    must(!books.state.customers.some(({ payer }) => payer === index))
    must(!parent.archived || next.payer === stored.payer)
  }
  const isOther = next.currency !== stored.currency && next.creditLimit !== 0
  const isRaised = stored.creditLimit !== null && (isOther || (next.creditLimit ?? Infinity) > stored.creditLimit)
  if (isRaised || (stored.onHold && !next.onHold)) mustBeLetLoosen(books, 'all')
  for (const [currency, before] of stored.currencyLimits.entries()) {
    if (before !== null && (next.currencyLimits[currency] ?? Infinity) > before) mustBeLetLoosen(books, `${currency}`)
  }
  books.state.customers[index] = next
}

const mustBeLetLoosen = (books: BooksCore, said: string): void => {
  if (!books.by.isSupervisor) mustBeRead(books, 'loosened', said)
}

/** The currency of a document: the customer's own where none is named. */
export const currencyOf = (books: BooksCore, customer: number, named: number | null = null): number =>
  named ?? customerOf(books, customer).currency

/** Refuses to have billed an archived customer, one on hold, and by policy beyond the credit limit. */
export const mustBeWelcome = (books: BooksCore, index: number): void => {
  const { archived, onHold } = customerOf(books, index)
  must(!archived)
  if (onHold) mustBeRead(books, 'hold', `${index}`)
}

/** With all that one command bills. */
export const mustBeWithinCredit = (books: BooksCore, index: number, billed: readonly number[]): void => {
  const { creditLimit, currencyLimits } = customerOf(books, index)
  if (creditLimit !== null) mustBeBelow(books, creditLimit, exposure(books, index, billed), `${index}`)
  for (const [currency, limit] of currencyLimits.entries()) {
    const isBilled = billed.some((at) => books.item(at).currency === currency)
    if (limit !== null && isBilled)
      mustBeBelow(books, limit, exposureIn(books, index, currency), `${index} ${currency}`)
  }
}

const mustBeBelow = (books: BooksCore, limit: number, owed: number, whose: string): void => {
  const { policy } = books.state
  if (owed <= limit || policy.creditLimitPolicy === 'warn') return
  must(policy.creditLimitPolicy === 'ask')
  mustBeRead(books, 'limit', `${whose}: ${owed}`)
}

/** Whether what is open in all is beyond the limit, or what is in one currency beyond its own; what no rate converts is left out. */
export const isOverLimit = (books: BooksCore, index: number, day: number): boolean => {
  const { creditLimit, currencyLimits, currency } = customerOf(books, index)
  const mine = books.state.items.filter(({ customer }) => customer === index)
  const openIn = (of: number): number =>
    sum(mine.filter((item) => item.currency === of).map((item) => balanceOn(item, FOREVER)))
  const others = sum(mine.filter((item) => item.currency !== currency).map((item) => baseLeft(item)))
  const tenths = currency === 0 ? 10 : rateOn(books, day)?.tenths
  const inLimit = tenths === undefined ? 0 : half(others * 10, tenths)
  const isBeyond = creditLimit !== null && openIn(currency) + inLimit > creditLimit
  return isBeyond || currencyLimits.some((limit, of) => limit !== null && openIn(of) > limit)
}

/** What is open in one currency, with what has just been billed, and the drafts in it. */
const exposureIn = (books: BooksCore, index: number, currency: number): number => {
  const { items, drafts } = books.state
  const own = items.filter((item) => item.customer === index && item.currency === currency)
  const begun = drafts.filter(
    (draft) => draft.customer === index && currencyOf(books, index, draft.currency) === currency,
  )
  return sum([...own.map((item) => balanceOn(item, FOREVER)), ...begun.map(({ total }) => total ?? 0)])
}

/**
 * In the customer's currency: what is open, with other currencies as the books carry them; drafts, with others at the
 * table's rate; and what has just been billed, at its own.
 */
const exposure = (books: BooksCore, index: number, billed: readonly number[]): number => {
  const { items, drafts } = books.state
  const { currency } = customerOf(books, index)
  const { day } = books.item(billed[0] ?? 0)
  const inLimit = (base: number, on = day): number => {
    const tenths = currency === 0 || base === 0 ? 10 : rateOn(books, on)?.tenths
    must(tenths !== undefined)
    return half(base * 10, tenths ?? 10)
  }
  const before = items.filter((item, at) => item.customer === index && !billed.includes(at))
  const own = before.filter((item) => item.currency === currency).map((item) => balanceOn(item, FOREVER))
  const others = before.filter((item) => item.currency !== currency).map((item) => baseLeft(item))
  const begun = drafts
    .filter(({ customer }) => customer === index)
    .map((draft) => ({ of: draft.currency ?? currency, total: draft.total ?? 0 }))
  const ownDrafts = begun.filter(({ of }) => of === currency).map(({ total }) => total)
  const otherDrafts = begun
    .filter(({ of }) => of !== currency)
    .map(({ of, total }) => (of === 0 ? total : half(total * (rateOn(books, day)?.tenths ?? 0), 10)))
  const now = billed.map((at) => {
    const { total, base, currency: of, day: on } = books.item(at)
    return of === currency ? total : inLimit(base, on)
  })
  const parts = [inLimit(sum(others)), inLimit(sum(otherDrafts)), ...now]
  return sum([...own, ...ownDrafts, ...parts])
}
