import type { Application, Item } from '../item.ts'
import type { BooksCore } from '../core.ts'
import { CURRENCIES, customerOf } from '../customers.ts'
import { dateOf } from '../known.ts'
import { calendarOf, inMonth } from '../terms.ts'
import { total as sum } from '../rounding.ts'

/** Whose history it is, in which currency, as of which day. */
export interface HistoryOf {
  readonly customer: number
  readonly currency: number
  readonly day: number
}

export const yearBefore = (day: number): number => inMonth(day, -12, calendarOf(day).getUTCDate())
const monthOf = (day: number): string => calendarOf(day).toISOString().slice(0, 7)
const yearOf = (day: number): string => monthOf(day).slice(0, 4)

/** Applied by the day and not undone by then. */
export const standsOn = ({ day: on, undoneOn }: Application, day: number): boolean =>
  on <= day && (undoneOn === null || undoneOn > day)

/** Day after day: what is owed when each ends, and the first on which it was most. */
const highest = (items: readonly Item[], from: number, until: number): object | null => {
  const moved = new Map<number, number>()
  for (const { day, amount } of items.flatMap(({ movements }) => movements))
    moved.set(day, (moved.get(day) ?? 0) + amount)
  let [owed, most]: [number, { amount: number; date: string } | null] = [0, null]
  for (let day = Math.min(0, from); day <= until; day += 1) {
    owed += moved.get(day) ?? 0
    if (day >= from && owed > (most?.amount ?? 0)) most = { amount: owed, date: dateOf(day) }
  }
  return most
}

/** Days of each cent that a receipt paid after one day and by another: from its invoice, and from when it was due. */
const centsPaid = (books: BooksCore, items: readonly Item[], after: number, until: number) => {
  const paid = { cents: 0, toPay: 0, late: 0 }
  for (const item of items) {
    if (!['invoice', 'debit_note'].includes(item.kind) || item.total <= 0 || item.reverses !== null) continue
    const dueOfCent = item.parts.flatMap(({ due, amount }) => Array.from({ length: amount }, () => due))
    const index = books.state.items.indexOf(item)
    const settling = books.state.applications.filter((each) => each.debit === index && standsOn(each, until))
    for (const { credit, day, debitMove, discount, writeOff } of settling.toSorted((a, b) => a.day - b.day)) {
      const taken = dueOfCent.splice(0, 0 - debitMove.amount)
      if (books.item(credit).kind !== 'receipt' || day <= after) continue
      for (const due of taken.slice(0, 0 - debitMove.amount - discount - writeOff)) {
        paid.cents += 1
        paid.toPay += day - item.day
        paid.late += Math.max(0, day - due)
      }
    }
  }
  return paid
}

const toATenth = (days: number, cents: number): number | null =>
  cents === 0 ? null : Math.round((days * 10) / cents) / 10

export const netOf = ({ total, taxes }: Item): number => total - sum(taxes.map(({ tax }) => tax))

/** What came with the books of before. */
export const isOpening = (books: BooksCore, { reverses, own }: Item): boolean =>
  (reverses === null ? own : books.item(reverses).own).some(({ account }) => account === '3900')

/** Something sold or taken back: no balance of before, no charge or credit of one, nothing that only moves a debt or the bank took. */
const isSale = (books: BooksCore, item: Item): boolean => {
  const of = item.reverses === null ? item : books.item(item.reverses)
  if (isOpening(books, item)) return false
  if (of.kind === 'debit_note') return of.isEntered || of.lines.length > 0
  if (of.kind === 'credit_note') return of.credits === null || books.item(of.credits.invoice).kind !== 'finance_charge'
  return of.kind === 'invoice'
}

export const lastReceiptOn = ({ state: { items } }: BooksCore, wanted: (item: Item) => boolean, day: number) =>
  items
    .filter((item) => item.kind === 'receipt' && item.reverses === null && item.day <= day && wanted(item))
    .filter((item) => !items.some((void_) => void_.reverses === items.indexOf(item) && void_.day <= day))
    .reduce<Item | null>((last, item) => (last === null || item.day >= last.day ? item : last), null)

export const returnedOn = ({ state }: BooksCore, customer: number, day: number): readonly number[] =>
  state.returned.filter((each) => each.customer === customer && each.day <= day).map((each) => each.day)

export const currenciesUsed = ({ state }: BooksCore, customer: number): readonly number[] =>
  [...new Set(state.items.filter((item) => item.customer === customer).map((item) => item.currency))].toSorted(
    (a, b) => ((CURRENCIES[a] ?? '') < (CURRENCIES[b] ?? '') ? -1 : 1),
  )

/** How a customer bought and paid: all that the credit history says. */
export const creditHistoryOn = (books: BooksCore, { customer, currency, day }: HistoryOf) => {
  const own = customerOf(books, customer).currency
  const items = books.state.items.filter((item) => item.customer === customer && item.currency === currency)
  const after = yearBefore(day)
  const { cents, toPay, late } = centsPaid(books, items, after, day)
  const last = lastReceiptOn(books, (item) => item.customer === customer && item.currency === currency, day)
  const returned = returnedOn(books, customer, day)
  const sold = items.filter((item) => item.day <= day && isSale(books, item))
  const soldIn = (wanted: (on: number) => boolean): number =>
    sum(sold.filter((item) => wanted(item.day)).map((item) => netOf(item)))
  const months = Array.from({ length: 13 }, (_, index) => monthOf(inMonth(day, index - 12, 1)))
  return {
    currency: CURRENCIES[currency],
    otherCurrencies: [...new Set([own, ...currenciesUsed(books, customer)])]
      .filter((used) => used !== currency)
      .map((used) => CURRENCIES[used]),
    highest: highest(items, Math.min(0, day), day),
    highestLastYear: highest(items, after, day),
    daysToPay: toATenth(toPay, cents),
    daysLate: toATenth(late, cents),
    lastPayment: last && { date: dateOf(last.day), amount: 0 - last.total },
    returnedPayments: returned.length,
    lastReturned: returned.length === 0 ? null : dateOf(Math.max(...returned)),
    months: months.map((month) => ({ month: `${month}-01`, amount: soldIn((on) => monthOf(on) === month) })),
    salesThisYear: soldIn((on) => yearOf(on) === yearOf(day)),
    salesLastYear: soldIn((on) => yearOf(on) === yearOf(after)),
  }
}
