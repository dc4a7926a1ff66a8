import type { BooksCore } from '../core.ts'
import { CODES, CURRENCIES, customerOf } from '../customers.ts'
import { balanceOn, FOREVER, openParts, staysWithin, type Item } from '../item.ts'
import { dateOf } from '../known.ts'
import { baseOn } from '../revaluation.ts'
import { total as sum } from '../rounding.ts'

/** An item of the model with its place in it. */
export interface Placed {
  readonly item: Item
  readonly index: number
}

export const placed = ({ state: { items } }: BooksCore, wanted: (item: Item) => boolean): readonly Placed[] =>
  items.map((item, index) => ({ item, index })).filter(({ item }) => wanted(item))

/** What is open of an item on a day, by when it is due. */
export const partsOn = (item: Item, day: number): readonly { readonly due: number; readonly open: number }[] =>
  item.total < 0
    ? [{ due: item.day, open: balanceOn(item, day) }]
    : openParts(item, day).filter(({ open }) => open !== 0)

export const lateOn = (item: Item, day: number): number =>
  item.total < 0 ? 0 : sum(partsOn(item, day).map(({ due, open }) => (due < day ? open : 0)))

/** Items that some customers have open on a day: the next part due first. */
export const openItemsOn = (
  books: BooksCore,
  customers: readonly number[],
  day: number,
  idOf: (index: number) => number,
): readonly object[] =>
  placed(books, (item) => customers.includes(item.customer) && item.day <= day && balanceOn(item, day) !== 0)
    .map(({ item, index }) => ({ item, index, id: idOf(index), due: partsOn(item, day)[0]?.due ?? item.day }))
    .toSorted((a, b) => a.due - b.due || a.item.day - b.item.day || a.id - b.id)
    .map(({ item, index, id, due }) => ({
      documentId: id,
      customerId: item.customer + 1,
      kind: item.kind,
      currency: CURRENCIES[item.currency],
      documentDate: dateOf(item.day),
      dueDate: dateOf(due),
      original: item.total,
      open: balanceOn(item, day),
      parts: partsOn(item, day).map((part) => ({ dueDate: dateOf(part.due), open: part.open })),
      daysLate: item.total < 0 ? 0 : Math.max(0, day - due),
      discount: item.total < 0 ? 0 : books.discountLeft(index),
      isHeld: item.isHeld,
    }))

/** Who pays together, the payer first, then by code. */
export const familyOf = ({ state: { customers } }: BooksCore, customer: number): readonly number[] => {
  const payer = customers[customer]?.payer ?? customer
  const others = customers.flatMap((each, index) => (each.payer === payer ? [index] : []))
  return [payer, ...others.toSorted((a, b) => ((CODES[a] ?? '') < (CODES[b] ?? '') ? -1 : 1))]
}

/** What a customer has open in one currency on a day. */
const balanceIn = (items: readonly Item[], currency: number, day: number) => {
  const own = items.filter((item) => item.currency === currency)
  return {
    currency: CURRENCIES[currency],
    balance: sum(own.map((item) => balanceOn(item, day))),
    overdue: sum(own.map((item) => lateOn(item, day))),
    unapplied: sum(own.map((item) => Math.max(0, 0 - balanceOn(item, day)))),
    inBase: sum(own.map((item) => baseOn(item, day))),
  }
}

/** The balances of a customer, its own currency first, then the others in which something is open. */
export const balancesOn = (books: BooksCore, customer: number, day: number) => {
  // What rates alone left of an item that is settled is no balance of the customer's.
  const items = books.state.items.filter(
    (item) => item.customer === customer && item.day <= day && isOpenAtAll(item, day),
  )
  const own = customerOf(books, customer).currency
  const others = CURRENCIES.map((_, at) => at)
    .filter((at) => at !== own)
    .filter((at) => items.some((item) => item.currency === at && balanceOn(item, day) !== 0))
  return {
    own: balanceIn(items, own, day),
    others: others.map((at) => balanceIn(items, at, day)),
    inBase: sum(items.map((item) => baseOn(item, day))),
  }
}

/** Open on the day, or moved after it. */
const isOpenAtAll = (item: Item, day: number): boolean =>
  balanceOn(item, day) !== 0 || item.movements.some((moved) => moved.day > day && moved.amount !== 0)

/** What is open now and was settled on a day, with the first day on which all of it can be. */
export const leftOutOn = (
  books: BooksCore,
  { customer, currency, day }: { readonly customer: number; readonly currency: number; readonly day: number },
  idOf: (index: number) => number,
): readonly object[] =>
  placed(books, (item) => item.currency === currency && books.sharePayer(item.customer, customer)).flatMap(
    ({ item, index }) => {
      const open = balanceOn(item, FOREVER)
      const fits = (on: number): boolean => staysWithin(item, on, 0 - open)
      let from = Math.max(day, item.day)
      if (open === 0 || fits(from)) return []
      while (!fits(from)) from += 1
      return [{ documentId: idOf(index), from: dateOf(from) }]
    },
  )
