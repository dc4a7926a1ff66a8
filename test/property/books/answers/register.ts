import type { BooksCore } from '../core.ts'
import { CODES, CURRENCIES } from '../customers.ts'
import type { Item } from '../item.ts'
import { dateOf } from '../known.ts'
import { total as sum } from '../rounding.ts'
import { isOpening, netOf } from './credit-history.ts'

/** Billed to a customer or taken back, its void too: nothing that was open before, and no debt that was billed already. */
const isBilled = (books: BooksCore, item: Item, index: number): boolean => {
  const of = item.reverses ?? index
  const isMoved = books.state.resolutions.some(({ note }) => note === of)
  return (
    ['invoice', 'debit_note', 'finance_charge', 'credit_note'].includes(item.kind) &&
    !isMoved &&
    !isOpening(books, item)
  )
}

/** The invoice register of a period: its rows by document, how many, and what each currency comes to. */
export const registerOf = (books: BooksCore, idOf: (index: number) => number, from: number, to: number): object => {
  const billed = books.state.items
    .map((item, index) => ({ item, index }))
    .filter(({ item, index }) => item.day >= from && item.day <= to && isBilled(books, item, index))
  const taxOf = (item: Item): number => item.total - netOf(item)
  const rows = billed.map(({ item, index }) => ({
    documentId: idOf(index),
    kind: item.kind,
    customerCode: CODES[item.customer],
    date: dateOf(item.day),
    currency: CURRENCIES[item.currency],
    net: netOf(item),
    tax: taxOf(item),
    total: item.total,
  }))
  const totals = CURRENCIES.flatMap((currency, at) => {
    const own = billed.map(({ item }) => item).filter((item) => item.currency === at)
    return own.length === 0
      ? []
      : [
          {
            currency,
            net: sum(own.map((item) => netOf(item))),
            tax: sum(own.map((item) => taxOf(item))),
            total: sum(own.map(({ total }) => total)),
          },
        ]
  })
  return {
    rows: rows.toSorted((a, b) => a.documentId - b.documentId),
    count: rows.length,
    totals: totals.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)),
  }
}
