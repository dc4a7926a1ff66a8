import { describe, expect, test } from 'vitest'
import { INPUT_BYTES_MAX, INPUT_DEPTH_MAX, readInput, readJson } from '../../src-main/threads/read-input.ts'

const refused = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? `${String(error.code)}: ${error.message}` : String(error)
  }
  return 'taken'
}

describe('input text', () => {
  test('is taken up to 1 MB of UTF-8, and refused one byte over', () => {
    const text = (bytes: number): string => JSON.stringify('x'.repeat(bytes - 2))
    expect(refused(() => readJson(text(INPUT_BYTES_MAX)))).toBe('taken')
    expect(refused(() => readJson(text(INPUT_BYTES_MAX + 1)))).toMatch(/invalid_input.*1 MB/)
    expect(refused(() => readJson(JSON.stringify('é'.repeat(INPUT_BYTES_MAX / 2))))).toMatch(/invalid_input.*1 MB/)
  })

  test.each(['', 'NaN', 'undefined', '{', '{"a":1}}', "{'a':1}", '\u0000', '1n'])(
    'that is not JSON is refused: %j',
    (text) => {
      expect(refused(() => readJson(text))).toMatch(/^invalid_input: The entry is not JSON/)
    },
  )

  test('a refusal never quotes the text', () => {
    expect(refused(() => readJson('{"name": Smith'))).not.toMatch(/Smith/)
  })

  test('nested too deeply is refused, and half a million brackets do not exhaust the stack', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
    expect(refused(() => readJson(nested(INPUT_DEPTH_MAX)))).toBe('taken')
    expect(refused(() => readJson(nested(INPUT_DEPTH_MAX + 1)))).toMatch(/invalid_input.*nested/)
    expect(refused(() => readJson(nested(INPUT_BYTES_MAX / 2)))).toMatch(/invalid_input/)
  })

  test.each(['{"__proto__":{"role":"supervisor"}}', '{"a":[{"__proto__":1}]}', '{"\\u005f_proto__":1}'])(
    'with a prototype in it is refused: %s',
    (text) => {
      expect(refused(() => readJson(text))).toMatch(/^invalid_input/)
      expect(Object.getPrototypeOf({})).not.toHaveProperty('role')
    },
  )

  test('of an operation is parsed strictly', () => {
    expect(readInput('company.open', '{}')).toEqual({})
    expect(refused(() => readInput('company.open', '{"path":"/etc/passwd"}'))).toMatch(/^invalid_input/)
    expect(refused(() => readInput('company.open', '{"token":"../x"}'))).toMatch(/^invalid_input/)
    expect(refused(() => readInput('company.open', '[]'))).toMatch(/^invalid_input/)
  })
})
