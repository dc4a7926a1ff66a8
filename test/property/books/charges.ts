import type { BooksCore } from './core.ts'
import { customerOf, dueOf } from './customers.ts'
import { balanceOn, FOREVER, lastDay, openParts } from './item.ts'
import { half, total as sum } from './rounding.ts'

interface ItemCharge {
  readonly item: number
  readonly interest: number
  readonly fee: number
}

/** What one customer is charged in one currency: a document. */
export interface Charge {
  readonly customer: number
  readonly currency: number
  readonly items: readonly ItemCharge[]
}

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
    const fees = before.some((row) => row.fee > 0) ? 0 : half(fee * 10, rateOf(item.currency))
    if (!isLate || interest + fees === 0) continue
    const { customer, currency } = item
    const key = `${customer} ${currency}`
    const items = [...(charges.get(key)?.items ?? []), { item: index, interest, fee: fees }]
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
    for (const charged of items)
      books.state.charged.push({ charge: document, item: charged.item, until: day, fee: charged.fee })
  }
}
