import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'

/** Says the difference where there is one; to make an assertion of each of a million agreements would cost more than they do. */
export const agree = (actual: unknown, expected: unknown, where: string): void => {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, where).toStrictEqual(expected)
}
