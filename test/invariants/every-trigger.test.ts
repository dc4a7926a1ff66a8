import { describe, expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import { migrationFiles } from '../../src-main/db/sql-files.ts'
import { sqlMutants } from '../mutate/sql-mutants.ts'
import { alikeTriggers } from './attacks/alike.ts'
import { attacks } from './attacks/attacks.ts'
import type { Attack, TriggerCase } from './attacks/attack-case.ts'
import { genericCase } from './attacks/generic.ts'
import { booksToHarm, exec, undone } from './tampering.ts'

interface Trigger {
  readonly name: string
  readonly table: string
  readonly sql: string
}

const messagesIn = (sql: string): readonly string[] =>
  [...sql.matchAll(/RAISE\s*\(\s*ABORT\s*,\s*'((?:[^']|'')*)'/g)].map(([, message = '']) => message)

/** Those that refuse something, as the migrations leave them: a later one may take one away, or write it anew. */
const named = [
  ...migrationFiles()
    .flatMap(({ sql }) => [...sql.matchAll(/DROP TRIGGER (\w+)|CREATE TRIGGER (\w+)\s[^;]*?\sON (\w+)/g)])
    .reduce((left, [, dropped, name = '', table = '']) => {
      if (dropped === undefined) left.set(name, table)
      else left.delete(dropped)
      return left
    }, new Map<string, string>()),
].map(([name, table]) => ({ name, table }))

const triggersOf = (books: Connection): readonly Trigger[] =>
  books
    .all<Trigger>(`SELECT name, tbl_name AS "table", sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
    .filter(({ sql }) => messagesIn(sql).length > 0)

const caseOf = (books: Connection, { name, table }: Pick<Trigger, 'name' | 'table'>): TriggerCase =>
  attacks[name] ?? genericCase(books, name, table) ?? { refused: {} }

/** What SQLite says to the last statement; null when it lets it through. */
const answerTo = (books: Connection, attack: Attack): string | null =>
  undone(books, () => {
    for (const statement of attack.slice(0, -1)) exec(books, statement)
    try {
      exec(books, attack.at(-1) ?? '')
      return null
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  })

const expectedOf = (table: string, { refused, allowed = [] }: TriggerCase) => [
  ...Object.entries(refused).flatMap(([message, list]) =>
    list.map((attack) => ({ attack, answer: `${table}: ${message}` })),
  ),
  ...allowed.map((attack) => ({ attack, answer: null })),
]

test('every message of every trigger has an attack that must raise it', async () => {
  const books = await booksToHarm()
  const triggers = triggersOf(books)
  expect(triggers.length).toBeGreaterThan(0)
  const wanted = triggers.map(({ name, sql }) => [name, messagesIn(sql).toSorted()])
  const given = triggers.map((trigger) => {
    const { refused } = caseOf(books, trigger)
    const messages = Object.entries(refused).flatMap(([message, list]) =>
      list.length > 0 ? [`${trigger.table}: ${message}`] : [],
    )
    return [trigger.name, messages.toSorted()]
  })
  expect(given).toEqual(wanted)
  expect(Object.keys(attacks).filter((name) => !triggers.some((trigger) => trigger.name === name))).toEqual([])
})

describe.each(named)('$name', ({ name, table }) => {
  test('refuses each attack in its own words, and lets through what is right', async () => {
    const books = await booksToHarm()
    const cases = expectedOf(table, caseOf(books, { name, table }))
    for (const { attack, answer } of cases) expect(answerTo(books, attack), attack.at(-1)).toBe(answer)
    books.driver.exec(`DROP TRIGGER ${name}`)
    for (const { attack, answer } of cases)
      if (answer !== null) expect(answerTo(books, attack), `without it: ${attack.at(-1)}`).not.toBe(answer)
  })

  test('with one fault in it, does not', async () => {
    const books = await booksToHarm()
    const cases = expectedOf(table, caseOf(books, { name, table }))
    const { sql = '' } = books.get<{ sql: string }>('SELECT sql FROM sqlite_schema WHERE name = ?', [name]) ?? {}
    if (messagesIn(sql).length === 0) return
    const alike = sqlMutants(sql).filter(
      (mutant) =>
        !/^(\d+|LIMIT 1|coalesce) ->/.test(mutant.what) &&
        undone(books, () => {
          try {
            books.driver.exec(`DROP TRIGGER ${name}; ${mutant.sql}`)
            return cases.every(({ attack, answer }) => answerTo(books, attack) === answer)
          } catch {
            return false
          }
        }),
    )
    expect(alike.map(({ what }) => what)).toEqual(alikeTriggers[name] ?? [])
  })
})
