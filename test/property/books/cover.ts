import type { BooksCore } from './core.ts'
import { chargesOn } from './charges.ts'
import { balanceOn, openParts } from './item.ts'
import { total as sum } from './rounding.ts'

/** What a proposal of finance charges says of one customer and currency. */
export interface Covered {
  readonly customer: number
  readonly currency: number
  readonly unapplied: number
  readonly items: readonly { readonly item: number; readonly overdue: number; readonly covered: number }[]
}

/**
 * What unapplied credits of a payer and currency would settle of what is late: the items due first before the others, all
 * that pay together counted as one. Money for an invoice to come is for nothing that is late.
 */
export const coverOn = (books: BooksCore, day: number): readonly Covered[] => {
  const charges = chargesOn(books, day, 0, () => 10)
  return charges.map(({ customer, currency, items }) => {
    const together = charges.filter(
      (other) => other.currency === currency && books.sharePayer(other.customer, customer),
    )
    const unapplied = sum(
      books.state.items.map((item, index) => {
        const counts = item.currency === currency && books.sharePayer(item.customer, customer)
        const isPrepaid = books.state.prepaid.includes(index)
        return counts && !isPrepaid && item.day <= day ? Math.max(0, 0 - balanceOn(item, day)) : 0
      }),
    )
    const overdue = (index: number): number =>
      sum(openParts(books.item(index), day).map(({ due, open }) => (due < day ? open : 0)))
    const dueOf = (index: number): number => books.item(index).parts.at(-1)?.due ?? 0
    const queue = together
      .flatMap((each) => each.items.map(({ item }) => item))
      .toSorted((a, b) => dueOf(a) - dueOf(b) || a - b)
    const covered = (index: number): number => {
      const before = sum(queue.slice(0, queue.indexOf(index)).map(overdue))
      return Math.max(0, Math.min(overdue(index), unapplied - before))
    }
    return {
      customer,
      currency,
      unapplied,
      items: items.map(({ item }) => ({ item, overdue: overdue(item), covered: covered(item) })),
    }
  })
}
