import { describe, expect, test } from 'vitest'
import { invariantFiles } from '../../src-main/db/sql-files.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { sqlMutants } from '../mutate/sql-mutants.ts'
import { alikeInvariants } from './tamperings/alike.ts'
import type { Tampering } from './tamperings/tampering-case.ts'
import { tamperings } from './tamperings/tamperings.ts'
import { booksToHarm, harmed, withoutTriggers } from './tampering.ts'

const statementsOf = (tampering: Tampering): readonly string[] =>
  typeof tampering === 'string' ? [tampering] : tampering

/** How many rows it finds; undefined for what SQLite cannot read. */
const rowsFound = (books: Connection, sql: string): number | undefined => {
  try {
    return books.driver.prepare(sql).all().length
  } catch {
    return undefined
  }
}

const invariants = invariantFiles()

test('every invariant has tamperings that it must find', () => {
  expect(Object.keys(tamperings).toSorted()).toEqual(invariants.map(({ name }) => name))
})

describe.each(invariants)('$name', ({ name, sql }) => {
  const { found, harmless = [] } = tamperings[name] ?? { found: [] }

  test('holds in books that nobody harmed, and finds each tampering', async () => {
    expect(found.length).toBeGreaterThan(0)
    const books = withoutTriggers(await booksToHarm())
    expect(rowsFound(books, sql)).toBe(0)
    for (const tampering of found)
      expect(
        harmed(books, statementsOf(tampering), () => rowsFound(books, sql)),
        String(tampering),
      ).toBeGreaterThan(0)
    for (const tampering of harmless)
      expect(
        harmed(books, statementsOf(tampering), () => rowsFound(books, sql)),
        String(tampering),
      ).toBe(0)
  })

  test('with one fault in it, does not find them all, or finds what is right', async () => {
    const books = withoutTriggers(await booksToHarm())
    let alike = sqlMutants(sql).filter(
      (mutant) => !/^(\d+|UNION ALL) ->/.test(mutant.what) && rowsFound(books, mutant.sql) === 0,
    )
    for (const [tampering, isFound] of [
      ...found.map((each) => [each, true] as const),
      ...harmless.map((each) => [each, false] as const),
    ])
      alike = harmed(books, statementsOf(tampering), () =>
        alike.filter((mutant) => (rowsFound(books, mutant.sql) ?? 0) > 0 === isFound),
      )
    expect(alike.map(({ what }) => what)).toEqual(alikeInvariants[name] ?? [])
  })
})
