import { creditedSides } from './bases.ts'
import { interestOf, overdueOn } from './charges.ts'
import type { BooksCore, Charged } from './core.ts'
import { leftOf } from './giving.ts'
import { balanceOn, lastDay } from './item.ts'
import { must } from './refused.ts'
import { total as sum } from './rounding.ts'

/** What a finance charge charged of an item, what credit notes took back of that, and what it would charge by now. */
export interface Standing {
  readonly charge: number
  readonly item: number
  readonly charged: number
  readonly credited: number
  readonly now: number
}

/** Counted day by day: a day on which nothing was late after all is charged nothing, an item never late no fee. */
export const standings = (books: BooksCore): readonly Standing[] => {
  const { charged, chargeCredits } = books.state
  const live = charged.filter((row) => books.item(row.charge).state === 'live')
  const overdue = ({ item, after, until }: Charged): number => overdueOn(books.item(item), after, until)
  return live.map((row) => {
    const { charge, item, interest, fee } = row
    const { parts } = books.item(item)
    const wasLate = overdueOn(books.item(item), parts[0]?.due ?? 0, row.until) > 0
    const credits = chargeCredits.filter(
      (credit) => credit.charge === charge && credit.item === item && books.item(credit.note).state === 'live',
    )
    const credited = sum(credits.map(({ amount }) => amount))
    return { charge, item, charged: interest + fee, credited, now: interestOf(overdue(row)) + (wasLate ? fee : 0) }
  })
}

interface Outdated {
  readonly charge: number
  readonly items: readonly Standing[]
  readonly credits: readonly number[]
  readonly credit: number
}

/** What is too much goes back item by item while anything is left that was billed and not given away. */
export const outdatedCharges = (books: BooksCore): readonly Outdated[] => {
  const wrong = standings(books).filter(({ charged, credited, now }) => charged - credited !== now)
  return [...new Set(wrong.map(({ charge }) => charge))].map((charge) => {
    const items = wrong.filter((row) => row.charge === charge).toSorted((a, b) => a.item - b.item)
    let left = sum(leftOf(books, charge))
    const credits = items.map(({ charged, credited, now }) => {
      const credit = Math.max(0, Math.min(left, charged - credited - now))
      left -= credit
      return credit
    })
    return { charge, items, credits, credit: sum(credits) }
  })
}

export const tooMuchCharged = (books: BooksCore): readonly Outdated[] =>
  outdatedCharges(books).filter(({ credit }) => credit > 0)

interface Asked {
  readonly item: number
  /** As it was shown. */
  readonly total: number
}

/** A credit note for each, which settles what the charge has open from that day on. */
export const creditCharges = (books: BooksCore, asked: readonly Asked[], day: number): void => {
  books.mustBeOpen(day)
  for (const { item: index, total } of asked) {
    const charge = books.item(index)
    must(charge.kind === 'finance_charge' && charge.state === 'live' && day >= charge.day)
    const outdated = outdatedCharges(books).find((each) => each.charge === index)
    must(outdated?.credit === total)
    if (outdated === undefined) continue
    const amounts = [{ account: '4800', amount: total }]
    const others = creditedSides(books, index, amounts, 0 - total) ?? []
    const taken = { parts: [total], gifts: [], at: charge.giftChanges }
    const note = books.post('credit_note', {
      customer: charge.customer,
      currency: charge.currency,
      day,
      total: 0 - total,
      rate: charge.rate,
      others,
      base: 0 - sum(others.map(({ base }) => base)),
      credits: { invoice: index, lines: [], bases: [], earning: 0, taken },
    })
    for (const [at, { item }] of outdated.items.entries()) {
      const amount = outdated.credits[at] ?? 0
      if (amount > 0) books.state.chargeCredits.push({ note, charge: index, item, amount })
    }
    const days = Array.from({ length: Math.max(1, lastDay(charge) - day + 1) }, (_, on) => day + on)
    const applied = Math.min(total, ...days.map((on) => balanceOn(charge, on)))
    if (applied > 0) books.settle(note, { item: index, amount: applied }, day)
  }
}
