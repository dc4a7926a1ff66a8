import { describe, expect, test } from 'vitest'
import { bucketColor, bucketShares, overdueOf, overduePercent } from '../../../src-renderer/reports/aging/buckets.ts'

describe('buckets', () => {
  test('the first is calm and the last is worst, however many there are', () => {
    expect([0, 1, 2, 3, 4].map((index) => bucketColor(index, 5))).toEqual(
      [0, 1, 2, 3, 4].map((age) => `var(--age-${age})`),
    )
    expect([bucketColor(0, 3), bucketColor(2, 3)]).toEqual(['var(--age-0)', 'var(--age-4)'])
    expect(bucketColor(1, 2)).toBe('var(--age-4)')
  })

  test('shares add up to the whole and credits take none', () => {
    expect(bucketShares([50, 25, 25, -10, 0])).toEqual([0.5, 0.25, 0.25, 0, 0])
    expect(bucketShares([0, 0])).toEqual([0, 0])
  })
})

describe('what is overdue', () => {
  test('is all but the first bucket', () => {
    expect(overdueOf([459_436, 90_973, 0, 0, 0])).toBe(90_973)
    expect(overdueOf([100])).toBe(0)
  })

  test('is a part of what is owed before credits: never more than the whole', () => {
    expect(overduePercent([459_436, 90_973, 0, 0, 0])).toBe(17)
    // 40.00 unapplied make the total smaller than what is overdue.
    expect(overduePercent([0, 133_60, 471_53, 359_00, 0])).toBe(100)
    expect(overduePercent([0, 0])).toBeNull()
    expect(overduePercent([-500, 700])).toBeNull()
  })
})
