import type { Application, Item } from '../item.ts'
import { balanceOn } from '../item.ts'
import type { BooksCore } from '../core.ts'
import { dateOf } from '../known.ts'
import { baseOn } from '../revaluation.ts'
import { total as sum } from '../rounding.ts'
import { lateOn, partsOn } from './open.ts'

export interface StatementOf {
  readonly customer: number
  readonly currency: number
  readonly from: number
  readonly day: number
}

interface Moved {
  readonly day: number
  readonly amount: number
}

/** What one application moves of a customer's balance in a currency, apart from the documents: gifts, and what another's side settles. */
const appliedOf = (books: BooksCore, application: Application, isOwn: (item: Item) => boolean): readonly number[] => {
  const { discount, writeOff, creditMove, debitMove } = application
  const [credit, debit] = [books.item(application.credit), books.item(application.debit)]
  const settled = 0 - debitMove.amount - discount - writeOff
  return [
    ...(isOwn(debit) ? [0 - discount, 0 - writeOff] : []),
    ...(isOwn(debit) && !isOwn(credit) ? [0 - settled] : []),
    ...(isOwn(credit) && !isOwn(debit) ? [creditMove.amount] : []),
  ]
}

/** Whatever raised or lowered what a customer owes in a currency, each as its own row; nothing that moved nothing. */
const activity = (books: BooksCore, isOwn: (item: Item) => boolean): readonly Moved[] => [
  ...books.state.items.filter((item) => isOwn(item)).map(({ day, total }) => ({ day, amount: total })),
  ...books.state.applications.flatMap((application) => {
    const amounts = appliedOf(books, application, isOwn)
    const { day, undoneOn } = application
    return [
      ...amounts.map((amount) => ({ day, amount })),
      ...(undoneOn === null ? [] : amounts.map((amount) => ({ day: undoneOn, amount: 0 - amount }))),
    ]
  }),
]

/** Rows of one day: what raises first, each kind by its amount, for the model knows no numbers. */
const inOrder = (rows: readonly Moved[]): readonly (readonly [string, number])[] =>
  rows
    .filter(({ amount }) => amount !== 0)
    .toSorted((a, b) => a.day - b.day || Number(a.amount < 0) - Number(b.amount < 0) || a.amount - b.amount)
    .map(({ day, amount }) => [dateOf(day), amount])

const footOf = (items: readonly Item[], day: number): object => {
  const open = items.filter((item) => balanceOn(item, day) !== 0)
  const buckets = [0, 0, 0, 0, 0]
  for (const item of open.filter(({ total }) => total > 0)) {
    for (const part of partsOn(item, day)) {
      const at = Math.max(0, Math.min(4, Math.ceil((day - part.due) / 30)))
      buckets[at] = (buckets[at] ?? 0) + part.open
    }
  }
  return {
    buckets,
    unapplied: sum(open.map((item) => Math.max(0, 0 - balanceOn(item, day)))),
    pastDue: sum(open.map((item) => lateOn(item, day))),
    total: sum(open.map((item) => balanceOn(item, day))),
  }
}

/** A customer's statement of one currency, in both forms. */
export const statementOn = (books: BooksCore, { customer, currency, from, day }: StatementOf) => {
  const isOwn = (item: Item): boolean => item.customer === customer && item.currency === currency
  const items = books.state.items.filter((item) => isOwn(item) && item.day <= day)
  const open = items.filter((item) => balanceOn(item, day) !== 0)
  const before = items.filter((item) => item.day < from)
  return {
    openItem: open
      .toSorted((a, b) => a.day - b.day || Number(a.total < 0) - Number(b.total < 0))
      .map((item) => {
        const left = balanceOn(item, day)
        return JSON.stringify([dateOf(item.day), item.kind, item.total, item.total - left, left])
      }),
    brought: sum(before.map((item) => balanceOn(item, from - 1))),
    moved: inOrder(activity(books, isOwn).filter((row) => row.day >= from && row.day <= day)),
    foot: footOf(items, day),
    inBase: currency === 0 ? null : sum(items.map((item) => baseOn(item, day))),
  }
}
