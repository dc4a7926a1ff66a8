import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contract, type OperationName } from '../../src-shared/contract.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { temporaryFolder } from '../fixtures/company.ts'
import { rowsOf } from '../fixtures/dump.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'
import { operationNames } from '../kernel/every-command.ts'
import { alike, answerOf, reader } from './answers.ts'
import { NOT_ASKED, questionsOf } from './questions.ts'

/**
 * The whole books' rows, and what every query says of them, as they were once read over by people. What they come to is a matter
 * of the tests of each rule; these notice what else a change changes. Where that is meant, KNOWN=write writes them anew: the
 * difference is read in the commit.
 */
const folder = join(import.meta.dirname, 'whole-books')

/** What commands were asked, which the log holds, and what any file begins with. */
const NOT_KNOWN = ['command_log', 'schema_migration']

const expectKnown = (name: string, text: string): void => {
  const file = join(folder, name)
  if (process.env['KNOWN'] === 'write') {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${text}\n`)
  }
  expect(existsSync(file), `${name} is known`).toBe(true)
  expect(`${text}\n`).toBe(readFileSync(file, 'utf8'))
}

const books = async (): Promise<string> => {
  const path = join(temporaryFolder(), 'Books.duebook')
  await wholeBooksFile(path)
  return path
}

const asking = operationNames.filter((name) => contract[name].kind === 'query' || contract[name].kind === 'report')

test('every query and report is asked', async () => {
  const sql = new Connection(await books(), { readonly: true })
  const questions = questionsOf(sql)
  sql.close()
  const asked = Object.entries(questions).flatMap(([name, inputs]) => (inputs.length > 0 ? [name] : []))
  expect([...asked, ...NOT_ASKED].toSorted()).toEqual(asking.toSorted())
})

test('the commands that made the books left these rows', async () => {
  const sql = new Connection(await books(), { readonly: true })
  const rows = rowsOf(sql, NOT_KNOWN)
  sql.close()
  expectKnown('rows.txt', alike(rows))
})

describe.each(asking.filter((name) => !NOT_ASKED.includes(name)))('%s', (name: OperationName) => {
  test('answers of these books what is known of them', async () => {
    const path = await books()
    const sql = new Connection(path, { readonly: true })
    const inputs: readonly unknown[] = questionsOf(sql)[name] ?? []
    sql.close()
    const file = reader(path)
    const answers: string[] = []
    for (const input of inputs) answers.push(`${alike(JSON.stringify(input))}\n${await answerOf(file, name, input)}`)
    file.close()
    expectKnown(`${name}.txt`, answers.join('\n'))
  })
})
