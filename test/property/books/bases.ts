import type { BooksCore } from './core.ts'
import { balanceOn, baseLeft, FOREVER, type Entry, type Item } from './item.ts'
import { half, total as sum } from './rounding.ts'

/** An amount at a rate in tenths: what it began with, what is left, in both currencies. */
interface Carried {
  readonly whole: number
  readonly wholeBase: number
  readonly rate: number
}

const worth = (left: number, { whole, wholeBase, rate }: Carried): number => {
  if (left === 0) return 0
  if (left === whole) return wholeBase
  const isWithin = whole > 0 ? left > 0 && left < whole : left < 0 && left > whole
  if (!isWithin || wholeBase === half(whole * rate, 10)) return half(left * rate, 10)
  return half(wholeBase * Math.abs(left), Math.abs(whole))
}

/** What a part of an item takes along in the base currency; both with the item's sign. What closes it takes all. */
export const takenAlong = (item: Item, part: number): number => {
  const [left, base] = [balanceOn(item, FOREVER), baseLeft(item)]
  if (left === part) return base
  const along = base - worth(left - part, { whole: item.total, wholeBase: item.base, rate: item.rate })
  if (base > 0 !== item.total > 0 && base !== 0) return along
  return base >= 0 ? Math.max(0, Math.min(along, base)) : Math.min(0, Math.max(along, base))
}

/** What an amount moves on an account in the base currency, as the invoice and all that came of it have moved it before. */
export const movedOn = (books: BooksCore, invoice: number, account: string, amount: number): number => {
  const { items, applications } = books.state
  const own = items[invoice]?.own ?? []
  const later = [
    ...items.flatMap((note) => (note.credits?.invoice === invoice && note.state === 'live' ? note.own : [])),
    ...applications.flatMap((each) => (each.debit === invoice && each.state === 'live' ? each.given : [])),
  ]
  const on = (entries: readonly Entry[]) => entries.filter((entry) => entry.account === account)
  const amounts = (entries: readonly Entry[]) => sum(on(entries).map((entry) => entry.amount ?? 0))
  const bases = (entries: readonly Entry[]) => sum(on(entries).map(({ base }) => base))
  const carried = { whole: amounts(own), wholeBase: bases(own), rate: books.item(invoice).rate }
  const [left, base] = [amounts([...own, ...later]), bases([...own, ...later])]
  return worth(left + amount, carried) - base
}

/** What a credit note for lines moves on each account: what takes all that is left takes all of the base. Null when it cannot be. */
export const creditedSides = (
  books: BooksCore,
  invoice: number,
  amounts: readonly { readonly account: string; readonly amount: number }[],
  total: number,
): readonly Entry[] | null => {
  const sides = amounts.map(({ account, amount }) => ({
    account,
    amount,
    base: movedOn(books, invoice, account, amount),
  }))
  const base = sum(sides.map((side) => side.base))
  return (total < 0 ? base >= 0 : base === 0) ? sides : null
}

interface Sides {
  readonly credit: Item
  readonly debit: Item
  /** Of the debit. */
  readonly index: number
}

interface Settled {
  readonly amount: number
  /** With what is given away. */
  readonly settled: number
  readonly away: readonly { readonly account: string; readonly amount: number }[]
}

/** What settling moves in the base currency: at one rate what rounding leaves goes back to where the credit came from. */
export const settledInBase = (
  books: BooksCore,
  { credit, debit, index }: Sides,
  { amount, settled, away }: Settled,
) => {
  const given = away.map((part) => ({ ...part, base: movedOn(books, index, part.account, part.amount) }))
  const creditMove = { amount, base: amount === 0 ? 0 : 0 - takenAlong(credit, 0 - amount) }
  const debitMove = { amount: -settled, base: 0 - takenAlong(debit, settled) }
  // Lines that are taken back have said already what they are worth.
  const isAcross = credit.currency !== debit.currency
  const left = baseLeft(debit) - creditMove.base
  const isOfLines = credit.credits?.invoice === index && away.length === 0 && settled !== balanceOn(debit, FOREVER)
  if (isOfLines && left >= 0 && left <= debit.base) debitMove.base = 0 - creditMove.base
  const rest = creditMove.base + debitMove.base + sum(given.map(({ base }) => base))
  const isAlone = amount === 0 && given[0] !== undefined
  if (isAcross ? !isAlone : credit.rate !== debit.rate)
    return { creditMove, debitMove, given, others: [...given, { account: '7900', base: 0 - rest }] }
  if (amount === 0 && given[0]) {
    given[0].base -= rest
    return { creditMove, debitMove, given, others: given }
  }
  const source = credit.bank || credit.own.at(-1)?.account || ''
  return { creditMove, debitMove, given, others: [...given, { account: source, base: 0 - rest }] }
}
