import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { taxLines } from '../../src-shared/company/rules/tax/tax.ts'
import { holds } from './holds.ts'

const sum = (amounts: readonly number[]): number => amounts.reduce((total, each) => total + each, 0)

/** Taxes that stand alone in one code, after others in the next, and one after another in the last. */
const SHARED = [
  [],
  [{ key: 'A', rate: 10_000_000, onEarlier: false }],
  [{ key: 'B', rate: 7_500_000, onEarlier: false }],
  [
    { key: 'A', rate: 10_000_000, onEarlier: false },
    { key: 'B', rate: 7_500_000, onEarlier: true },
  ],
  [
    { key: 'B', rate: 7_500_000, onEarlier: false },
    { key: 'A', rate: 10_000_000, onEarlier: true },
  ],
  [
    { key: 'A', rate: 10_000_000, onEarlier: false },
    { key: 'C', rate: 33_333_333, onEarlier: true },
    { key: 'B', rate: 7_500_000, onEarlier: true },
  ],
] as const

const sharedLines = fc.array(
  fc.record({
    amount: fc.oneof(fc.integer({ min: -60, max: 90 }), fc.integer({ min: -100_000_000, max: 900_000_000 })),
    taxes: fc.constantFrom(...SHARED),
  }),
  { minLength: 1, maxLength: 6 },
)

const HUNDRED = 100_000_000n

/** A fraction rounded half away from zero. */
const half = (over: bigint, under: bigint): number => {
  const rounded = Number((2n * (over < 0n ? 0n - over : over) + under) / (2n * under))
  return over < 0n ? 0 - rounded : rounded
}

const sumOf = (all: readonly bigint[]): bigint => all.reduce((total, each) => total + each, 0n)

/** What a tax of a line is exactly, as a fraction of the line's amount. */
const exactPart = (
  taxes: (typeof SHARED)[number],
  at: number,
  within: boolean,
): readonly [over: bigint, under: bigint] => {
  let [earlier, under] = [0n, 1n]
  const parts: bigint[] = []
  for (const { rate, onEarlier } of taxes) {
    const part = (onEarlier ? under + earlier : under) * BigInt(rate)
    for (const index of parts.keys()) parts[index] = (parts[index] ?? 0n) * HUNDRED
    earlier = earlier * HUNDRED + part
    under *= HUNDRED
    parts.push(part)
  }
  return [parts[at] ?? 0n, within ? under + earlier : under]
}

describe('taxes that several codes charge, some on top of others, rounded per document', () => {
  const placesOf = (lines: readonly { readonly taxes: (typeof SHARED)[number] }[]) => {
    const places = lines.flatMap(({ taxes }, line) =>
      taxes.map(({ key, onEarlier }, at) => ({ line, at, name: `${key} ${onEarlier ? at : 'net'}` })),
    )
    return [...new Set(places.map(({ name }) => name))].map((name) => places.filter((place) => place.name === name))
  }

  test('each is its rate of what it is charged on, earlier taxes found already, rounded once, and no line is a unit off', () => {
    holds(
      fc.property(sharedLines, (lines) => {
        const found = taxLines(lines, false, 'document')
        for (const places of placesOf(lines)) {
          const bases = places.map(({ line, at }) => {
            const { amount = 0, taxes = [] } = lines[line] ?? {}
            return BigInt(amount + (taxes[at]?.onEarlier ? sum((found[line]?.taxes ?? []).slice(0, at)) : 0))
          })
          const [first] = places
          const rate = BigInt(lines[first?.line ?? 0]?.taxes[first?.at ?? 0]?.rate ?? 0)
          const shares = places.map(({ line, at }) => found[line]?.taxes[at] ?? 0)
          expect(sum(shares) + 0).toBe(half(sumOf(bases) * rate, HUNDRED) + 0)
          for (const [index, share] of shares.entries()) {
            const off = BigInt(share) * HUNDRED - (bases[index] ?? 0n) * rate
            expect(off < 0n ? 0n - off : off).toBeLessThan(HUNDRED)
          }
        }
      }),
    )
  })

  test('within prices each is what it is exactly of all its lines, to a unit, and what several codes charge is rounded once', () => {
    holds(
      fc.property(sharedLines, (lines) => {
        const found = taxLines(lines, true, 'document')
        for (const [index, { amount }] of lines.entries())
          expect(sum([found[index]?.net ?? 0, ...(found[index]?.taxes ?? [])])).toBe(amount)
        for (const places of placesOf(lines)) {
          const exact = places.map(({ line, at }) => {
            const { amount = 0, taxes = [] } = lines[line] ?? {}
            const [over, under] = exactPart(taxes, at, true)
            return { over: BigInt(amount) * over, under }
          })
          const common = [...new Set(exact.map(({ under }) => under))].reduce((all, under) => all * under, 1n)
          const all = sumOf(exact.map(({ over, under }) => over * (common / under)))
          const told = sum(places.map(({ line, at }) => found[line]?.taxes[at] ?? 0))
          const codes = new Set(places.map(({ line }) => lines[line]?.taxes))
          if (codes.size > 1) expect(told + 0).toBe(half(all, common) + 0)
          const off = BigInt(told) * common - all
          expect(off < 0n ? 0n - off : off).toBeLessThanOrEqual(common)
        }
      }),
    )
  })
})
