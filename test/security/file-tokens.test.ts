import { describe, expect, test } from 'vitest'
import { createFileTokens } from '../../src-main/shell/file-tokens.ts'

const minute = 60_000
const code = (work: () => unknown): unknown => {
  try {
    return work()
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : error
  }
}

const tokensAt = () => {
  const clock = { ms: 0 }
  return { clock, tokens: createFileTokens(() => clock.ms) }
}

describe('a file token', () => {
  test('stands for the file the clerk chose and says nothing of it', () => {
    const { tokens } = tokensAt()
    const token = tokens.issue('/home/ann/books.csv', 'import')
    expect(token).toMatch(/^[0-9a-f]{32}$/)
    expect(tokens.pathOf(token, 'import')).toBe('/home/ann/books.csv')
  })

  test.each(['', '0'.repeat(32), '../books.csv', '/home/ann/books.csv', '__proto__', 'constructor'])(
    'forged is refused: %j',
    (forged) => {
      const { tokens } = tokensAt()
      tokens.issue('/home/ann/books.csv', 'import')
      expect(code(() => tokens.pathOf(forged, 'import'))).toBe('token_invalid')
    },
  )

  test('serves preview, check and run of an import, and is refused once it was spent', () => {
    const { tokens } = tokensAt()
    const token = tokens.issue('/home/ann/books.csv', 'import')
    for (let use = 0; use < 3; use += 1) expect(code(() => tokens.pathOf(token, 'import'))).toBe('/home/ann/books.csv')
    tokens.spend(token)
    expect(code(() => tokens.pathOf(token, 'import'))).toBe('token_invalid')
  })

  test('given for one purpose is refused for another', () => {
    const { tokens } = tokensAt()
    const token = tokens.issue('/home/ann/books.csv', 'import')
    expect(code(() => tokens.pathOf(token, 'recent'))).toBe('token_invalid')
  })

  test('expires after half an hour', () => {
    const { clock, tokens } = tokensAt()
    const token = tokens.issue('/home/ann/books.csv', 'import')
    clock.ms = 30 * minute - 1
    expect(code(() => tokens.pathOf(token, 'import'))).toBe('/home/ann/books.csv')
    clock.ms = 30 * minute
    expect(code(() => tokens.pathOf(token, 'import'))).toBe('token_invalid')
  })

  test('of an earlier list is refused once the list was made anew', () => {
    const { tokens } = tokensAt()
    const recent = tokens.issue('/home/ann/books.duebook', 'recent')
    const chosen = tokens.issue('/home/ann/books.csv', 'import')
    tokens.revokeAll('recent')
    expect(code(() => tokens.pathOf(recent, 'recent'))).toBe('token_invalid')
    expect(code(() => tokens.pathOf(chosen, 'import'))).toBe('/home/ann/books.csv')
  })

  test.each([
    ['import', 100],
    ['recent', 100],
    ['backup', 1000],
  ] as const)('for %s is forgotten when %i newer ones were given, and no sooner', (purpose, most) => {
    const { tokens } = tokensAt()
    const other = tokens.issue('/home/ann/other.csv', purpose === 'import' ? 'recent' : 'import')
    const oldest = tokens.issue('/home/ann/books.csv', purpose)
    for (let more = 1; more < most; more += 1) tokens.issue('/home/ann/other.csv', purpose)
    expect(code(() => tokens.pathOf(oldest, purpose))).toBe('/home/ann/books.csv')
    tokens.issue('/home/ann/other.csv', purpose)
    expect(code(() => tokens.pathOf(oldest, purpose))).toBe('token_invalid')
    expect(code(() => tokens.pathOf(other, purpose === 'import' ? 'recent' : 'import'))).toBe('/home/ann/other.csv')
  })
})
