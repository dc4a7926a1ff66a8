import { expect, test } from 'vitest'
import { isBeyondAny } from '../../../src-shared/customers/rules/credit-limit.ts'

test.each([
  [[{ limit: 100, open: 99 }], false],
  [[{ limit: 100, open: 100 }], false],
  [[{ limit: 100, open: 101 }], true],
  [[{ limit: 0, open: 0 }], false],
  [
    [
      { limit: 100, open: 100 },
      { limit: 50, open: 51 },
    ],
    true,
  ],
  [[], false],
])('a limit is passed by more than it, not by reaching it: %j %s', (limits, isBeyond) => {
  expect(isBeyondAny(limits)).toBe(isBeyond)
})
