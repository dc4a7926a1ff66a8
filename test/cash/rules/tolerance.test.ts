import { expect, test } from 'vitest'
import { toleratedDifference } from '../../../src-shared/cash/rules/tolerance.ts'

const fivePercent = 5_000_000

test.each([
  ['95 against 100 at 5%: the difference closes it', 10_000, 9500, 1000, 500],
  ['one cent beyond the percentage stays open', 10_000, 9499, 1000, 0],
  ['within the percentage but beyond the maximum stays open', 10_000, 9500, 499, 0],
  ['at the maximum closes it', 10_000, 9500, 500, 500],
  ['paid in full leaves nothing to write off', 10_000, 10_000, 1000, 0],
  ['an over-payment is no difference to write off', 10_000, 10_100, 1000, 0],
  ['nothing paid is never written off', 100, 0, 1000, 0],
  ['a percentage of a small amount is rounded half up: 5% of 0.10 is 0.01', 10, 9, 1000, 1],
])('%s', (_, open, settled, most, difference) => {
  expect(toleratedDifference(open, settled, { percent: fivePercent, most })).toBe(difference)
})

test('no tolerance is 0%', () => {
  expect(toleratedDifference(10_000, 9999, { percent: 0, most: 1000 })).toBe(0)
})
