import * as fc from 'fast-check'
import { canonicalize } from 'json-canonicalize'
import { expect, test } from 'vitest'
import { canonicalJson } from '../../src-main/db/canonical-json.ts'
import { holds } from '../property/holds.ts'

test('JSON in one form is what RFC 8785 and another program write', () => {
  holds(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value))
    }),
  )
  expect(canonicalJson({ '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '1': 4, '\ufb33': 5, '\u00f6': 6 })).toBe(
    '{"\\r":2,"1":4,"\u00f6":6,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":5}',
  )
  expect(canonicalJson([333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0])).toBe(
    '[333333333.3333333,1e+30,4.5,0.002,1e-27,0]',
  )
})

test('the order of keys, and fields that are not there, make no difference', () => {
  const entry = { number: 1, note: undefined, lines: [{ b: 2, a: 1 }, null] }
  expect(canonicalJson(entry)).toBe('{"lines":[{"a":1,"b":2},null],"number":1}')
  expect(canonicalJson({ lines: [{ a: 1, b: 2 }, undefined], number: 1 })).toBe(canonicalJson(entry))
})

test('what JSON has no form for is refused', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => canonicalJson({ value })).toThrow(RangeError)
})
