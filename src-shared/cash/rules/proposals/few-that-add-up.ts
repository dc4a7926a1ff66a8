import type { MinorUnits } from '../../../domain/amounts/money.ts'
import { inFull } from './draft.ts'
import type { Draft } from './draft.ts'
import { needed, withoutDiscount } from './payables.ts'
import type { Payable } from './payables.ts'

/** A payer who leaves some out pays a few; of more than that any amount comes about by chance. */
const ITEMS_MOST = 5
/** The oldest are tried: five of a hundred are looked through in a blink. */
const TRIED_MOST = 100
/** Fewer combinations than this part of all amounts there could be: one that fits is no chance. */
const CHANCE_MOST = 1 / 20

/**
 * The fewest items, two to five, that come to the amount, whichever they are: with the discounts they earn, else without; of
 * several such sums the one of the items due first. Of an item in instalments only its next one is among them. Null where
 * there is none.
 */
function fewestThatAddUp(amount: MinorUnits, dues: readonly Payable[]): readonly Payable[] | null {
  const candidates = nextOfEach(dues).slice(0, TRIED_MOST)
  const plain = candidates.map(withoutDiscount)
  const ways = (candidates.some(({ discount }) => discount > 0) ? [candidates, plain] : [plain]).map((payables) => ({
    payables,
    findOf: combinationFinder(
      payables.map((payable) => needed([payable])),
      amount,
    ),
  }))
  for (let count = 2; count <= Math.min(ITEMS_MOST, candidates.length); count += 1) {
    for (const { payables, findOf } of ways) {
      const found = findOf(count)
      if (found !== null) return found.flatMap((at) => payables[at] ?? [])
    }
  }
  return null
}

const nextOfEach = (dues: readonly Payable[]): readonly Payable[] => {
  const seen = new Set<number>()
  return dues.filter(({ item }) => !seen.has(item.itemId) && seen.add(item.itemId))
}

type Pair = readonly [first: number, second: number]

/**
 * What finds so many of the amounts that come to the sum, and answers their indexes, the lowest first; null where none do. Two
 * of them are looked up, the others are gone through.
 */
function combinationFinder(
  amounts: readonly MinorUnits[],
  sum: MinorUnits,
): (count: number) => readonly number[] | null {
  const pairs = pairsBySum(amounts, sum)

  function from(start: number, left: MinorUnits, remaining: number): readonly number[] | null {
    if (left <= 0) return null
    if (remaining === 2) return firstFrom(pairs.get(left) ?? [], start)
    for (let at = start; at <= amounts.length - remaining; at += 1) {
      const rest = from(at + 1, left - (amounts[at] ?? 0), remaining - 1)
      if (rest !== null) return [at, ...rest]
    }
    return null
  }
  return (count) => from(0, sum, count)
}

/** Pairs by what they come to, in the order of their first places. */
function pairsBySum(amounts: readonly MinorUnits[], most: MinorUnits): ReadonlyMap<MinorUnits, readonly Pair[]> {
  const pairs = new Map<MinorUnits, Pair[]>()
  for (const [first, one] of amounts.entries()) {
    for (let second = first + 1; second < amounts.length; second += 1) {
      const both = one + (amounts[second] ?? 0)
      if (both > most) continue
      const same = pairs.get(both)
      if (same === undefined) pairs.set(both, [[first, second]])
      else same.push([first, second])
    }
  }
  return pairs
}

/** The first pair that begins at this place or later, by halving. */
function firstFrom(pairs: readonly Pair[], start: number): Pair | null {
  let [low, high] = [0, pairs.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pairs[middle]?.[0] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return pairs[low] ?? null
}

/** Whether so few of so many amounts hardly come to the amount by chance: then the payer is taken to mean them. */
function isNoChance(amount: MinorUnits, dues: readonly Payable[], count: number): boolean {
  const among = Math.min(nextOfEach(dues).length, TRIED_MOST)
  const unit = [amount, ...dues.map(({ open }) => open)].reduce(greatestCommonDivisor)
  let combinations = 1
  for (let at = 0; at < count; at += 1) combinations = (combinations * (among - at)) / (at + 1)
  return combinations <= (amount / unit) * CHANCE_MOST
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** The few items that add up, and whether that is no chance: where so many items come to any amount, it is offered last. */
export function fewThatAddUp(
  amount: MinorUnits,
  dues: readonly Payable[],
): readonly { readonly draft: Draft; readonly isNoChance: boolean }[] {
  const few = fewestThatAddUp(amount, dues)
  if (few === null) return []
  const discounts = few.reduce((sum, { discount }) => sum + discount, 0)
  const reason = { kind: 'some_add_up', numbers: few.map(({ item }) => item.number), discounts } as const
  const draft = { lines: few.map(inFull), credits: [], reason }
  return [{ draft, isNoChance: isNoChance(amount, dues, few.length) }]
}
