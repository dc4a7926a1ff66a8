import type { BooksCore } from '../core.ts'
import { balanceOn, type Item, type Kind } from '../item.ts'
import { dateOf } from '../known.ts'
import { lateOn, placed } from './open.ts'

/** What a list of documents is of. */
export interface Listed {
  readonly status: 'all' | 'open' | 'overdue'
  readonly kinds: readonly Kind[]
  readonly customer: number | null
  readonly day: number
  readonly from: number | null
  readonly to: number | null
}

const isWanted = (item: Item, { status, kinds, customer, day, from, to }: Listed): boolean => {
  if (kinds.length > 0 && !kinds.includes(item.kind)) return false
  if (customer !== null && item.customer !== customer) return false
  if ((from !== null && item.day < from) || (to !== null && item.day > to)) return false
  if (status === 'all') return true
  return item.day <= day && (status === 'open' ? balanceOn(item, day) !== 0 : lateOn(item, day) > 0)
}

/** Newest first. A document dated after the day has open what it was posted with. */
export const documentsOn = (books: BooksCore, listed: Listed, idOf: (index: number) => number): readonly object[] => {
  const { items } = books.state
  return placed(books, (item) => isWanted(item, listed))
    .map(({ item, index }) => ({ item, index, id: idOf(index) }))
    .toSorted((a, b) => b.item.day - a.item.day || b.id - a.id)
    .map(({ item, index, id }) => {
      const open = item.day > listed.day ? item.total : balanceOn(item, listed.day)
      const isVoid = items.some(({ reverses }) => reverses === index)
      const standing = open === 0 ? 'closed' : 'open'
      return {
        id,
        kind: item.kind,
        customerId: item.customer + 1,
        documentDate: dateOf(item.day),
        total: item.total,
        open,
        status: item.reverses !== null ? 'reversal' : isVoid ? 'void' : standing,
        isHeld: item.isHeld,
      }
    })
}
