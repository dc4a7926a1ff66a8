import type { BooksCore } from '../core.ts'
import { CODES } from '../customers.ts'
import { balanceOn } from '../item.ts'
import { dateOf } from '../known.ts'
import { total as sum } from '../rounding.ts'
import { partsOn, placed } from './open.ts'

type Basis = 'due_date' | 'document_date'

/** Columns of 30 days each, the last of all that is later. */
const columnOf = (day: number, since: number): number => Math.max(0, Math.min(4, Math.ceil((day - since) / 30)))

/** One currency aged by either day, a row for each customer with something open. */
export const agedOn = (books: BooksCore, currency: number, day: number, basis: Basis): object => {
  const open = placed(books, (item) => item.currency === currency && balanceOn(item, day) !== 0)
  const rows = CODES.map((code, customer) => {
    const own = open.filter(({ item }) => item.customer === customer)
    const buckets = [0, 0, 0, 0, 0]
    for (const { item } of own.filter((each) => each.item.total > 0)) {
      for (const part of partsOn(item, day)) {
        const at = columnOf(day, basis === 'due_date' ? part.due : item.day)
        buckets[at] = (buckets[at] ?? 0) + part.open
      }
    }
    const unapplied = sum(own.map(({ item }) => Math.min(0, balanceOn(item, day))))
    return { code, buckets, unapplied, total: sum([...buckets, unapplied]), isIn: own.length > 0 }
  })
  return {
    rows: rows
      .filter(({ isIn }) => isIn)
      .map(({ code, buckets, unapplied, total }) => ({ code, buckets, unapplied, total }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    total: sum(rows.map(({ total }) => total)),
    openDebits: open.filter(({ item }) => item.total > 0).length,
  }
}

interface AgedOf {
  readonly customer: number
  readonly currency: number
  readonly day: number
  readonly basis: Basis
}

/** A line for each open part, in the order of open items. */
export const itemsAgedOn = (
  books: BooksCore,
  { customer, currency, day, basis }: AgedOf,
  idOf: (index: number) => number,
): readonly object[] =>
  placed(books, (item) => item.customer === customer && item.currency === currency && balanceOn(item, day) !== 0)
    .map(({ item, index }) => ({ item, id: idOf(index), parts: partsOn(item, day) }))
    .toSorted((a, b) => (a.parts[0]?.due ?? 0) - (b.parts[0]?.due ?? 0) || a.item.day - b.item.day || a.id - b.id)
    .flatMap(({ item, id, parts }) =>
      parts.map(({ due, open }) => ({
        documentId: id,
        documentDate: dateOf(item.day),
        dueDate: dateOf(due),
        open,
        daysLate: item.total < 0 ? 0 : Math.max(0, day - due),
        bucket: item.total < 0 ? null : columnOf(day, basis === 'due_date' ? due : item.day),
      })),
    )
