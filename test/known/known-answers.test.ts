import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
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
 * Digests of the whole books' rows, and of what every query says of them. What they come to is a matter of the tests of each rule;
 * these notice what else a change changes. KNOWN=show writes the answers themselves to .cache/known, to be compared with those of
 * the commit before; where the difference is meant, KNOWN=write takes the digests anew.
 */
const DIGESTS = join(import.meta.dirname, 'digests.json')
const SHOWN = join(import.meta.dirname, '..', '..', '.cache', 'known')

/** What commands were asked, which the log holds, and what any file begins with. */
const NOT_KNOWN = ['command_log', 'schema_migration']

const known = (): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(DIGESTS, 'utf8')) as Record<string, string>

const expectKnown = (name: string, text: string): void => {
  const asked = process.env['KNOWN']
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 20)
  if (asked === 'show') {
    mkdirSync(SHOWN, { recursive: true })
    writeFileSync(join(SHOWN, `${name}.txt`), `${text}\n`)
  }
  if (asked === 'write') {
    const all = Object.entries({ ...known(), [name]: digest }).toSorted(([a], [b]) => (a < b ? -1 : 1))
    writeFileSync(DIGESTS, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`)
  }
  expect({ [name]: digest }, 'see the answers with KNOWN=show').toEqual({ [name]: known()[name] })
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

test('nothing is known of what is not asked any more', () => {
  expect(Object.keys(known()).toSorted()).toEqual(
    ['rows', ...asking.filter((name) => !NOT_ASKED.includes(name))].toSorted(),
  )
})

test('the commands that made the books left these rows', async () => {
  const sql = new Connection(await books(), { readonly: true })
  const rows = rowsOf(sql, NOT_KNOWN)
  sql.close()
  expectKnown('rows', alike(rows))
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
    expectKnown(name, answers.join('\n'))
  })
})
