import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocateExactly } from '../../src-shared/domain/amounts/allocation.ts'
import { holds } from './holds.ts'

const parts = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 8 })
const denominator = fc.bigInt({ min: 1n, max: 10n ** 9n })
const total = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** Half away from zero, by arithmetic of its own. */
const rounded = (over: bigint, under: bigint): number => {
  const whole = (over < 0n ? -over : over) / under
  const rest = (over < 0n ? -over : over) % under
  const size = Number(rest * 2n >= under ? whole + 1n : whole)
  return over < 0n ? 0 - size : size
}

describe('parts known exactly', () => {
  test('add up to their rounded sum, each less than a minor unit from its own, and signs turn everything around', () => {
    holds(
      fc.property(parts, denominator, (exact, under) => {
        const all = rounded(
          exact.reduce((sum, part) => sum + part, 0n),
          under,
        )
        const shares = allocateExactly(all, exact, under)
        expect(total(shares)).toBe(all)
        shares.forEach((share, index) => {
          const off = BigInt(share) * under - (exact[index] ?? 0n)
          expect(off < under && off > -under).toBe(true)
        })
        const opposite = allocateExactly(
          0 - all,
          exact.map((part) => -part),
          under,
        )
        expect(opposite).toEqual(shares.map((share) => 0 - share))
      }),
    )
  })

  test('a part of nothing gets nothing', () => {
    expect(allocateExactly(1, [0n, 5n, 5n], 10n)).toEqual([0, 1, 0])
  })
})
