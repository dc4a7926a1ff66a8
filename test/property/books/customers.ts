import type { BooksCore } from './core.ts'
import { mustBeRead } from './policies.ts'
import { must } from './refused.ts'
import { balanceOn, FOREVER } from './item.ts'
import { total as sum } from './rounding.ts'
import { lastDue, type Terms } from './terms.ts'

export interface Customer {
  /** Who pays for it, when it does not itself. */
  readonly payer: number | null
  readonly terms: Terms
  readonly creditLimit: number | null
  readonly onHold: boolean
  readonly archived: boolean
  readonly version: number
}

export type CustomerChange = Partial<Omit<Customer, 'version'>>

/** Whom the company bills, and who is billed in another currency. */
export const CODES = ['A', 'B', 'E', 'C']
export const FOREIGN = 2
export const currencyOf = (customer: number): number => (customer === FOREIGN ? 1 : 0)

export const CUSTOMERS: readonly Customer[] = CODES.map(() => ({
  payer: null,
  terms: 'net',
  creditLimit: null,
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
    must(next.payer !== index && currencyOf(next.payer) === currencyOf(index) && parent.payer === null)
    must(!books.state.customers.some(({ payer }) => payer === index))
    must(!parent.archived || next.payer === stored.payer)
  }
  const isRaised = stored.creditLimit !== null && (next.creditLimit ?? Infinity) > stored.creditLimit
  if (isRaised || (stored.onHold && !next.onHold)) must(books.by.isSupervisor || books.by.approved)
  books.state.customers[index] = next
}

/** A currency stays once anything is posted. */
export const mustKeepCurrency = (books: BooksCore, index: number): void =>
  must(!books.state.items.some(({ customer }) => customer === index))

/** Refuses to have billed an archived customer, one on hold, and by policy beyond the credit limit. */
export const mustBeBillable = (books: BooksCore, index: number): void => {
  const { items, drafts, policy } = books.state
  const { archived, onHold, creditLimit } = customerOf(books, index)
  must(!archived)
  if (onHold) mustBeRead(books, 'hold', `${index}`)
  if (creditLimit === null) return
  const open = items.filter(({ customer }) => customer === index).map((item) => balanceOn(item, FOREVER))
  const begun = drafts.filter(({ customer }) => customer === index).map(({ total }) => total ?? 0)
  const exposure = sum(open) + sum(begun)
  if (exposure <= creditLimit || policy.creditLimitPolicy === 'warn') return
  must(policy.creditLimitPolicy === 'ask')
  mustBeRead(books, 'limit', `${index} ${exposure}`)
}
