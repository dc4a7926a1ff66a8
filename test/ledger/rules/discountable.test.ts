import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discountableParts, isPartlyDiscountable } from '../../../src-shared/ledger/rules/settlement/discountable.ts'
import { holds } from '../../property/holds.ts'

const WHOLE = 100_000_000

interface Line {
  readonly net: number
  readonly earns: boolean
  /** By tax: millionths of the net that it is charged on; null where the line does not bear it. */
  readonly on: readonly (number | null)[]
}

const RATES = [15_000_000, 7_500_000]

const partsOf = (lines: readonly Line[], left: readonly number[]) =>
  discountableParts(
    {
      lines: lines.map(({ earns, on }) => ({
        earnsDiscount: earns,
        taxes: on.flatMap((chargedOn, taxCodeId) => (chargedOn === null ? [] : [{ taxCodeId, chargedOn }])),
      })),
      taxes: RATES.map((rate, taxCodeId) => ({ taxCodeId, rate })),
    },
    { nets: lines.map(({ net }) => net), taxes: left },
  )

/** Half away from zero, of whole numbers of any size. */
const half = (n: bigint, d: bigint): number => {
  const [size, by] = [n < 0n ? 0n - n : n, d < 0n ? 0n - d : d]
  const rounded = Number((2n * size + by) / (2n * by))
  return n < 0n === d < 0n ? rounded : 0 - rounded
}

/** A tax of what earns: with what it is charged on, or by its rate where that is beyond the whole. */
const modelled = (lines: readonly Line[], tax: number, left: number): number => {
  const bases = lines.map(({ net, on, earns }) => {
    const chargedOn = on[tax] ?? null
    return { earns, base: chargedOn === null ? 0 : half(BigInt(net) * BigInt(chargedOn), BigInt(WHOLE)) }
  })
  const whole = bases.reduce((all, { base }) => all + base, 0)
  const part = bases.reduce((all, { base, earns }) => (earns ? all + base : all), 0)
  if (part === 0) return 0
  if (part === whole) return left
  const isBeyond = whole >= 0 ? part < 0 || part > whole : part > 0 || part < whole
  return isBeyond
    ? half(BigInt(part) * BigInt(RATES[tax] ?? 0), BigInt(WHOLE))
    : half(BigInt(left) * BigInt(part), BigInt(whole))
}

const line = fc.record({
  net: fc.oneof(fc.integer({ min: -30, max: 30 }), fc.integer({ min: -100_000_000, max: 100_000_000 })),
  earns: fc.boolean(),
  on: fc.tuple(fc.constantFrom(null, WHOLE), fc.constantFrom(null, WHOLE, 115_000_000)),
})

describe('what of a document earns the early payment discount', () => {
  test('is each tax by what it is charged on, and by its rate beyond the whole', () => {
    holds(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.tuple(fc.integer({ min: -50, max: 50 }), fc.nat(9_000_000)),
        (lines, left) => {
          const { net, taxes } = partsOf(lines, left)
          expect(net).toBe(lines.reduce((all, each) => (each.earns ? all + each.net : all), 0))
          expect(taxes.map((each) => each + 0)).toEqual(RATES.map((_, tax) => modelled(lines, tax, left[tax] ?? 0) + 0))
        },
      ),
    )
  })

  const taxed = { earns: true, on: [WHOLE, null] }
  test.each([
    // 100 of goods and 50 of freight at 15%: 22.5 is 23, of which the goods bear 15.33.
    [
      'a part of the whole',
      [
        { ...taxed, net: 100 },
        { ...taxed, net: 50, earns: false },
      ],
      23,
      15,
    ],
    // A freight refund makes the whole less than the goods: 15% of the goods, not 8 of 50 twice over.
    [
      'more than the whole',
      [
        { ...taxed, net: 100 },
        { ...taxed, net: -50, earns: false },
      ],
      8,
      15,
    ],
    [
      'what is taken back beside goods that do not earn',
      [
        { ...taxed, net: -50 },
        { ...taxed, net: 100, earns: false },
      ],
      8,
      -8,
    ],
    [
      'where both make nothing',
      [
        { ...taxed, net: 100 },
        { ...taxed, net: -100, earns: false },
      ],
      0,
      15,
    ],
    ['nothing that earns', [{ ...taxed, net: 100, earns: false }], 15, 0],
    ['all of it, whatever its tax was rounded to', [{ ...taxed, net: 100 }], 16, 16],
  ] as const)('%s', (_, lines, tax, expected) => {
    expect(partsOf(lines, [tax, 0]).taxes[0]).toBe(expected)
  })

  test('a document is partly discountable by one line that does not earn', () => {
    expect(isPartlyDiscountable([{ taxes: [] }, { taxes: [], earnsDiscount: true }])).toBe(false)
    expect(isPartlyDiscountable([{ taxes: [] }, { taxes: [], earnsDiscount: false }])).toBe(true)
  })
})
