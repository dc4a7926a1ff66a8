import type { BooksCore } from './core.ts'
import { customerOf, dueOf } from './customers.ts'
import { balanceOn, FOREVER, lastDay, openParts } from './item.ts'
import { half, total as sum } from './rounding.ts'

interface ItemCharge {
  readonly item: number
  readonly interest: number
  readonly fee: number
}

/** Interest of 10% a year and a fee on what is late, one document a customer; the fee is in the company's currency. */
export const chargesOn = (
  books: BooksCore,
  day: number,
  fee: number,
  rateOf: (customer: number) => number,
): ReadonlyMap<number, readonly ItemCharge[]> => {
  const charges = new Map<number, readonly ItemCharge[]>()
  for (const [index, item] of books.state.items.entries()) {
    const isOpen = balanceOn(item, FOREVER) !== 0 || lastDay(item) > day
    const bears =
      ['invoice', 'debit_note'].includes(item.kind) && item.state === 'live' && item.total > 0 && !item.isMarked
    if (!isOpen || !bears || item.day >= day) continue
    const before = books.state.charged.filter((row) => row.item === index && books.item(row.charge).state === 'live')
    const after = Math.max(item.parts[0]?.due ?? 0, ...before.map(({ until }) => until))
    let overdueDays = 0
    let isLate = false
    for (let on = after; on < day; on += 1) {
      const late = sum(openParts(item, on).map(({ due, open }) => (due <= on ? open : 0)))
      overdueDays += late
      isLate ||= late > 0
    }
    const interest = half(overdueDays * 10, 365 * 100)
    const fees = before.some((row) => row.fee > 0) ? 0 : half(fee * 10, rateOf(item.customer))
    if (!isLate || interest + fees === 0) continue
    charges.set(item.customer, [...(charges.get(item.customer) ?? []), { item: index, interest, fee: fees }])
  }
  return charges
}

export const charge = (books: BooksCore, day: number, fee: number, rateOf: (customer: number) => number): void => {
  books.mustBeOpen(day)
  for (const [customer, items] of [...chargesOn(books, day, fee, rateOf)].toSorted(([a], [b]) => a - b)) {
    const total = sum(items.map((charged) => charged.interest + charged.fee))
    const rate = rateOf(customer)
    const others = [{ account: '4800', base: 0 - half(total * rate, 10) }]
    const parts = [{ due: dueOf(customerOf(books, customer), day), amount: total }]
    const document = books.post('finance_charge', { customer, day, total, rate, others, parts })
    for (const charged of items)
      books.state.charged.push({ charge: document, item: charged.item, until: day, fee: charged.fee })
  }
}
