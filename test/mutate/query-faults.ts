import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OperationName } from '../../src-shared/contract.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'
import { answerOf, reader } from '../known/answers.ts'
import { questionsOf } from '../known/questions.ts'
import { sqlMutants } from './sql-mutants.ts'

/**
 * npm run mutate:queries: makes one fault at a time in each statement that the known questions run, and names those that change
 * no answer. It says what the questions, or the books, should hold besides; nothing is asserted of how many there are.
 *   EVERY=3    takes every third fault only
 *   ASKED=aging takes the questions whose name begins so
 */
const EVERY = Number(process.env['EVERY'] ?? 1)
const ASKED = process.env['ASKED'] ?? ''

interface Question {
  readonly name: OperationName
  readonly input: unknown
  readonly answer: string
}

const say = (text: string): void => void process.stdout.write(`${text}\n`)

test('faults in the statements of queries that change no answer', { timeout: 3_600_000 }, async () => {
  const path = join(temporaryFolder(), 'Books.duebook')
  await wholeBooksFile(path)
  const books = new Connection(path, { readonly: true })
  const asked = Object.entries(questionsOf(books)).filter(([name]) => name.startsWith(ASKED))
  /** Which questions a statement is part of. */
  const parts = new Map<string, Question[]>()
  for (const [name, inputs] of asked as readonly (readonly [OperationName, readonly unknown[]])[])
    for (const input of inputs) {
      const seen = new Set<string>()
      const file = reader(path, ({ driver }) => {
        const prepare = driver.prepare.bind(driver)
        driver.prepare = (sql: string) => {
          seen.add(sql)
          return prepare(sql)
        }
      })
      const question = { name, input, answer: await answerOf(file, name, input) }
      file.close()
      for (const sql of seen) parts.set(sql, [...(parts.get(sql) ?? []), question])
    }
  let [made, unseen] = [0, 0]
  for (const [sql, questions] of parts) {
    if (!/\b(SELECT|WITH)\b/i.test(sql)) continue
    const alike: string[] = []
    const mutants = sqlMutants(sql).filter((_, index) => index % EVERY === 0)
    for (const mutant of mutants) {
      try {
        books.driver.prepare(mutant.sql)
      } catch {
        continue
      }
      made += 1
      if (await isSeen(path, sql, mutant.sql, questions)) continue
      unseen += 1
      alike.push(mutant.what)
    }
    const names = [...new Set(questions.map(({ name }) => name))]
    if (alike.length > 0)
      say(`\n${names.slice(0, 4).join(', ')}: ${sql.replaceAll(/\s+/g, ' ').slice(0, 200)}\n  ${alike.join('\n  ')}`)
  }
  books.close()
  say(`${made - unseen} of ${made} change an answer`)
  expect(made).toBeGreaterThan(0)
})

const isSeen = async (path: string, sql: string, other: string, questions: readonly Question[]): Promise<boolean> => {
  const file = reader(path, ({ driver }) => {
    const prepare = driver.prepare.bind(driver)
    driver.prepare = (text: string) => prepare(text === sql ? other : text)
  })
  try {
    for (const { name, input, answer } of questions) if ((await answerOf(file, name, input)) !== answer) return true
    return false
  } finally {
    file.close()
  }
}
