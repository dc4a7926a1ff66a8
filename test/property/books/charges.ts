import type { BooksCore } from './core.ts'
import { customerOf, dueOf } from './customers.ts'
import { balanceOn, FOREVER, lastDay, openParts, type Item } from './item.ts'
import { half, total as sum } from './rounding.ts'

interface ItemCharge {
  readonly item: number
  readonly after: number
  readonly interest: number
  readonly fee: number
}

/** What one customer is charged in one currency: a document. */
export interface Charge {
  readonly customer: number
  readonly currency: number
  readonly items: readonly ItemCharge[]
}

/** What was overdue of an item, added up over the days after one through another. */
export const overdueOn = (item: Item, after: number, until: number): number => {
  let overdue = 0
  for (let on = after; on < until; on += 1)
    overdue += sum(openParts(item, on).map(({ due, open }) => (due <= on ? open : 0)))
  return overdue
}

export const interestOf = (overdueDays: number): number => half(overdueDays * 10, 365 * 100)

/** Interest of 10% a year and a fee on what is late, one document for a customer and currency; the fee is in the company's. */
export const chargesOn = (
  books: BooksCore,
  day: number,
  fee: number,
  rateOf: (currency: number) => number,
): readonly Charge[] => {
  const charges = new Map<string, Charge>()
  for (const [index, item] of books.state.items.entries()) {
    const isOpen = balanceOn(item, FOREVER) !== 0 || lastDay(item) > day
    const bears =
      ['invoice', 'debit_note'].includes(item.kind) && item.state === 'live' && item.total > 0 && !item.isHeld
    if (!isOpen || !bears || item.day >= day) continue
    const before = books.state.charged.filter((row) => row.item === index && books.item(row.charge).state === 'live')
    const after = Math.max(item.parts[0]?.due ?? 0, ...before.map(({ until }) => until))
    const overdueDays = overdueOn(item, after, day)
    const isLate = overdueDays > 0
    const interest = interestOf(overdueDays)
    const fees = before.some((row) => row.fee > 0) ? 0 : half(fee * 10, rateOf(item.currency))
    if (!isLate || interest + fees === 0) continue
    const { customer, currency } = item
    const key = `${customer} ${currency}`
    const items = [...(charges.get(key)?.items ?? []), { item: index, after, interest, fee: fees }]
    charges.set(key, { customer, currency, items })
  }
  return [...charges.values()].toSorted((a, b) => a.customer - b.customer || a.currency - b.currency)
}

export const charge = (books: BooksCore, day: number, fee: number, rateOf: (currency: number) => number): void => {
  books.mustBeOpen(day)
  for (const { customer, currency, items } of chargesOn(books, day, fee, rateOf)) {
    const total = sum(items.map((charged) => charged.interest + charged.fee))
    const rate = rateOf(currency)
    const others = [{ account: '4800', base: 0 - half(total * rate, 10) }]
    const parts = [{ due: dueOf(customerOf(books, customer), day), amount: total }]
    const document = books.post('finance_charge', { customer, currency, day, total, rate, others, parts })
    for (const charged of items) books.state.charged.push({ charge: document, ...charged, until: day })
  }
}
