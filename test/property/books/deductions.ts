import type { BooksCore, Settling, State } from './core.ts'
import { takenAlong } from './bases.ts'
import { must } from './refused.ts'
import { balanceOn, FOREVER, type Item } from './item.ts'
import { mustBeWithin } from './policies.ts'
import { half } from './rounding.ts'

/** The account of the reason that the steps deduct for. */
const ALLOWANCES = '4910'

/** What the payer keeps back leaves its item, and stays owed as an item of its own. */
export const deduct = (books: BooksCore, receipt: number, { item, deductions = [] }: Settling, on: number): void => {
  for (const amount of deductions) {
    const invoice = books.item(item)
    must(books.sharePayer(books.item(receipt).customer, invoice.customer))
    const day = Math.max(on, invoice.day)
    const base = takenAlong(invoice, amount)
    const credit = settledByReason(books, item, amount, day, true)
    const debit = books.post('adjustment', { ...moved(invoice, amount, base), day, isHeld: true })
    books.state.deductions.push({ credit, debit, invoice: item, receipt })
  }
}

/** Null is all that is open. */
export const allow = (books: BooksCore, index: number, day: number, amount: number | null): void => {
  const { credit, settled } = resolved(books, index, day, amount, false)
  mustBeWithin(books, 'write_off', half(settled * books.item(index).rate, 10))
  books.state.resolutions.push({ deduction: index, credit, note: null })
}

export const chargeBack = (books: BooksCore, index: number, day: number, amount: number | null, due: number): void => {
  must(due >= day)
  const { credit, settled, base } = resolved(books, index, day, amount, true)
  const parts = [{ due, amount: settled }]
  const note = books.post('debit_note', { ...moved(books.item(index), settled, base), day, parts })
  books.state.resolutions.push({ deduction: index, credit, note })
}

const resolved = (books: BooksCore, index: number, day: number, amount: number | null, isMoved: boolean) => {
  books.mustBeOpen(day)
  const item = books.item(index)
  const open = balanceOn(item, FOREVER)
  must(books.state.deductions.some(({ debit }) => debit === index) && open !== 0 && day >= item.day)
  const settled = amount ?? open
  const base = takenAlong(item, settled)
  return { credit: settledByReason(books, index, settled, day, isMoved), settled, base }
}

const settledByReason = (books: BooksCore, item: number, amount: number, day: number, isMoved: boolean): number => {
  const base = takenAlong(books.item(item), amount)
  const credit = books.post('adjustment', { ...moved(books.item(item), -amount, 0 - base), day })
  books.settle(credit, { item, amount, isMoved }, day)
  return credit
}

/** An amount of an item's customer at the item's own rate, against the account of the reason. */
const moved = ({ customer, currency, rate }: Item, total: number, base: number) => ({
  customer,
  currency,
  rate,
  total,
  base,
  others: [{ account: ALLOWANCES, base: 0 - base }],
})

const OWED: readonly Item['kind'][] = ['invoice', 'debit_note', 'finance_charge', 'adjustment']

/** Adjustments that do nothing but lower an item. */
const onlyLowering = ({ items, applications }: State, index: number): readonly number[] => {
  if (!OWED.includes(items[index]?.kind ?? 'receipt')) return []
  const lowering = applications
    .filter(({ debit, state }) => debit === index && state === 'live')
    .map(({ credit }) => credit)
  return [...new Set(lowering)].filter((credit) => {
    const item = items[credit]
    if (item?.kind !== 'adjustment' || item.reverses !== null) return false
    const lowered = applications.filter(
      (each) => each.state === 'live' && each.credit === credit && each.debit === index,
    )
    return lowered.reduce((sum, { creditMove }) => sum + creditMove.amount, 0) === 0 - item.total
  })
}

/** Every document that falls with this one, those that follow from others first. */
export const boundTo = (state: State, index: number): readonly number[] => {
  const { deductions, resolutions, overpaid } = state
  const found = [index]
  for (const each of found) {
    const next = [
      ...overpaid.flatMap(({ receipt, debit }) => (each === receipt ? [debit] : [])),
      ...deductions.flatMap(({ credit, debit, invoice, receipt }) =>
        each === invoice || each === receipt || each === credit ? [debit] : each === debit ? [credit] : [],
      ),
      ...resolutions.flatMap(({ deduction, credit, note }) =>
        each === deduction ? [credit, note] : each === credit ? [note] : each === note ? [credit] : [],
      ),
      ...onlyLowering(state, each),
    ]
    for (const other of next) if (other !== null && !found.includes(other)) found.push(other)
  }
  return found.slice(1).toReversed()
}
