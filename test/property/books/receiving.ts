import type { BooksCore, Settling } from './core.ts'
import { must } from './refused.ts'
import { mustTake } from './batches.ts'
import { deduct } from './deductions.ts'
import { balanceOn, FOREVER, type Entry } from './item.ts'
import {
  discountedOutsideTerms,
  givenByCredits,
  givenByRate,
  mustBeWithin,
  writtenOff,
  type Discounted,
} from './policies.ts'
import { half, total as sum } from './rounding.ts'

/** How much of which credit is used up, in its own currency; and what that counts in the money's, where it is another. */
export interface CreditUsed {
  readonly item: number
  readonly amount: number
  readonly worth?: number
}

export interface Receiving {
  readonly customer: number
  readonly currency: number
  readonly day: number
  readonly amount: number
  readonly rate: number
  /** Where the money lies. */
  readonly bank: string
  /** Where it comes from in the books, when it is not the bank. */
  readonly others?: readonly Entry[]
  readonly settling: readonly Settling[]
  readonly credits: readonly CreditUsed[]
  /** The batch it belongs to. */
  readonly batch: number | null
  /** A later day on which it is applied. */
  readonly appliedOn?: number | null
  /** What is paid too much is written off. */
  readonly isWrittenOff?: boolean
  /** For an invoice to come. */
  readonly isPrepayment?: boolean
}

const settles = ({ amount, discount = 0, writeOff = 0, deductions = [] }: Settling): boolean =>
  deductions.length === 0 || amount + discount + writeOff > 0

/** Money, and credits with it, which cover the lines together. Says which item the receipt is. */
export const receive = (books: BooksCore, received: Receiving): number => {
  const { customer, currency, day, amount, rate, bank, settling, credits, batch } = received
  const on = received.appliedOn ?? day
  books.mustBeOpen(day)
  must(on >= day)
  mustTake(books, batch, currency)
  mustBeUsable(books, { customer, currency }, settling, credits)
  const { needed, rest, worths, byCredit, byMoney } = sharedOut(books, currency, settling, credits)
  must(needed >= 0 && needed <= amount)
  const given = givenByRate(books, received, rest) + givenByCredits(books, received, worths)
  mustBeWithin(books, 'write_off', writtenOff(books, settling) + given)
  const covered = [byMoney, ...byCredit]
  const carriers = [day, ...credits.map(({ item }) => books.item(item).day)]
  mustBeWithin(books, 'late_discount', discountedOutsideTerms(books, carried(settling, covered, carriers)))
  const others = received.others ?? [{ account: bank, base: half(amount * rate, 10) }]
  const receipt = books.post('receipt', { customer, currency, day, total: -amount, rate, others, bank, batch })
  books.applyNew(receipt, (covered[0] ?? []).filter(settles), on)
  for (const [index, { item }] of credits.entries()) applyParts(books, item, covered[index + 1] ?? [], on)
  for (const line of settling) deduct(books, receipt, line, on)
  if (received.isWrittenOff === true) writeOffRest(books, receipt)
  if (received.isPrepayment === true) books.state.prepaid.push(receipt)
  return receipt
}

/** What is left of a receipt, where the company tolerates it: an adjustment takes it. */
const writeOffRest = (books: BooksCore, receipt: number): void => {
  const { customer, currency, day, rate, total } = books.item(receipt)
  const rest = -balanceOn(books.item(receipt), FOREVER)
  if (rest === 0) return
  const { percent, most } = books.state.policy.tolerance
  const settled = -total - rest
  must(half(rest * rate, 10) <= most && settled > 0 && rest <= half(settled * percent, 100))
  const others = [{ account: '6120', base: 0 - half(rest * rate, 10) }]
  const debit = books.post('adjustment', { customer, currency, day, total: rest, rate, others })
  books.settle(receipt, { item: debit, amount: rest }, day)
  books.state.overpaid.push({ receipt, debit })
}

/** Credits alone: they are used up as far as the lines settle. */
export const applyCredits = (
  books: BooksCore,
  credits: readonly CreditUsed[],
  settling: readonly Settling[],
  entered: number | null,
): void => {
  const [first] = credits
  if (!first) throw new Error('no credit is named')
  const money = books.item(first.item)
  mustBeUsable(books, money, settling, credits)
  must(sum(settling.map((line) => line.amount)) === sum(credits.map((credit) => credit.amount)))
  const given = givenByRate(books, { ...money, day: entered ?? money.day }, settling)
  mustBeWithin(books, 'write_off', writtenOff(books, settling) + given)
  const covered = divided(
    settling,
    credits.map((credit) => credit.amount),
  )
  const carriers = credits.map(({ item }) => books.item(item).day)
  mustBeWithin(books, 'late_discount', discountedOutsideTerms(books, carried(settling, covered, carriers)))
  for (const [index, { item }] of credits.entries()) applyParts(books, item, covered[index] ?? [], entered ?? 0)
}

/** Each discount, of the whole line, with the day of what carries it. */
const carried = (
  lines: readonly Settling[],
  covered: readonly (readonly Settling[])[],
  carriers: readonly number[],
): readonly Discounted[] =>
  covered.flatMap((parts, which) =>
    parts.flatMap(({ item, discount = 0 }) => {
      const line = lines.find((each) => each.item === item)
      return line === undefined || discount === 0 ? [] : [{ line, paidOn: carriers[which] ?? 0 }]
    }),
  )

const mustBeUsable = (
  books: BooksCore,
  { customer, currency }: { readonly customer: number; readonly currency: number },
  settling: readonly Settling[],
  credits: readonly CreditUsed[],
): void => {
  if (credits.length === 0) return
  must(isListedOnce(settling) && isListedOnce(credits))
  // What is paid on an item in another currency says what it settles, also where a credit of that currency would do it all.
  const isSaid = ({ item, amount, settles: inItem }: Settling): boolean =>
    amount === 0 || inItem !== undefined || books.item(item).currency === currency
  must(settling.every(isSaid))
  for (const { item, amount, worth } of credits) {
    const credit = books.item(item)
    must(credit.currency === currency ? worth === undefined || worth === amount : (worth ?? 0) > 0)
    must(credit.total < 0 && books.sharePayer(customer, credit.customer) && amount <= -balanceOn(credit, FOREVER))
  }
}

/** A credit, or what is left of one, and what that counts in the currency of the money. */
interface Worth extends CreditUsed {
  readonly worth: number
}

/**
 * Credits of another currency settle what is owed in it first, unit for unit. What is left of lines and credits meets in the
 * money's currency; there a credit has come down in step with its own amount.
 */
export const sharedOut = (
  books: BooksCore,
  currency: number,
  settling: readonly Settling[],
  credits: readonly CreditUsed[],
) => {
  const owed = settling.map(({ amount, settles: inItem = amount }) => inItem)
  const own = credits.map(({ amount }) => amount)
  const alike = credits.map((credit, which): readonly Settling[] => {
    const { currency: of } = books.item(credit.item)
    if (of === currency) return []
    return settling.flatMap((line, at) => {
      const met = books.item(line.item).currency === of ? Math.min(own[which] ?? 0, owed[at] ?? 0) : 0
      if (met <= 0) return []
      const isFirst = owed[at] === line.settles
      own[which] = (own[which] ?? 0) - met
      owed[at] = (owed[at] ?? 0) - met
      const { settles: _, ...whole } = line
      return [isFirst ? { ...whole, amount: met } : { item: line.item, amount: met }]
    })
  })
  const rest = settling.flatMap((line, at): readonly Settling[] => {
    const [left, all] = [owed[at] ?? 0, line.settles ?? line.amount]
    if (left === all) return [line]
    return left === 0 ? [] : [{ item: line.item, amount: half(line.amount * left, all), settles: left }]
  })
  const worths = credits.map(({ item, amount, worth = amount }, which): Worth => {
    const left = own[which] ?? 0
    return { item, amount: left, worth: half(worth * left, amount) }
  })
  const needed = sum(rest.map(({ amount }) => amount)) - sum(worths.map(({ worth }) => worth))
  const [byMoney = [], ...parts] = divided(rest, [Math.max(0, needed), ...worths.map(({ worth }) => worth)])
  const byCredit = parts.map((lines, which) => [
    ...(alike[which] ?? []),
    ...inCredits(books, currency, worths[which], lines),
  ])
  return { needed, rest, worths, byMoney, byCredit }
}

/** Parts in the money's currency as a credit of another gives them: each from where the one before ended. */
const inCredits = (
  books: BooksCore,
  currency: number,
  credit: Worth | undefined,
  lines: readonly Settling[],
): readonly Settling[] => {
  if (credit === undefined || books.item(credit.item).currency === currency) return lines
  const reach = (point: number): number => (credit.worth === 0 ? 0 : half(credit.amount * point, credit.worth))
  let end = 0
  return lines.map((line) => {
    const [from, to] = [end, (end += line.amount)]
    const settled = books.item(line.item).currency === currency ? line.amount : (line.settles ?? 0)
    return { ...line, amount: reach(to) - reach(from), settles: settled }
  })
}

const isListedOnce = (rows: readonly { readonly item: number }[]): boolean =>
  new Set(rows.map(({ item }) => item)).size === rows.length

/**
 * What each source covers of the lines, one after another, as if lines and sources were laid along one measure. Discount
 * and write-off go with a line's first part; a line of no amount goes with the first source.
 */
const divided = (lines: readonly Settling[], sources: readonly number[]): readonly (readonly Settling[])[] => {
  let end = 0
  const laid = lines.map((line) => ({ line, from: end, to: (end += line.amount) }))
  let reached = 0
  return sources.map((amount, which) => {
    const [begin, until] = [reached, (reached += amount)]
    return laid.flatMap(({ line, from, to }) => {
      if (from === to) return which === 0 ? [line] : []
      const part = Math.min(to, until) - Math.max(from, begin)
      if (part <= 0) return []
      const reach = (point: number): number => half((line.settles ?? 0) * point, line.amount)
      const [start, stop] = [Math.max(from, begin) - from, Math.min(to, until) - from]
      const share = line.settles === undefined ? {} : { settles: reach(stop) - reach(start) }
      return [from >= begin ? { ...line, amount: part, ...share } : { item: line.item, amount: part, ...share }]
    })
  })
}

/** Each part on the latest of both documents' days and the day entered, in the order of those days. */
const applyParts = (books: BooksCore, credit: number, parts: readonly Settling[], entered: number): void => {
  const dated = parts.filter(settles).map((line) => {
    const day = Math.max(books.item(credit).day, books.item(line.item).day, entered)
    books.mustBeOpen(day)
    return { line, on: day }
  })
  books.settleInOrder(credit, dated)
}
