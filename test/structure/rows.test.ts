import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { declaredRows, type Declared } from './rows/declared.ts'
import { differences } from './rows/differences.ts'
import { runEveryStatement } from './rows/every-statement.ts'
import { recordStatements, type Recorded } from './rows/recorded.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

let declared: Declared
let recorded: Recorded

beforeAll(() => {
  declared = declaredRows()
}, 120_000)

test('every statement of the program runs', { timeout: 300_000 }, async () => {
  const recording = recordStatements()
  await runEveryStatement().finally(recording.end)
  recorded = recording.recorded
  expect(declared.size).toBeGreaterThan(300)
  expect([...declared.keys()].filter((place) => !recorded.has(place))).toEqual([])
})

test('each statement gives the row that it is read as', () => {
  expect(differences(declared, recorded)).toEqual([])
})

/** Faults of rows: what stands somewhere, what would stand there, and what is said of it. Lines stay where they are. */
const FAULTS = [
  [
    'readonly commandName: string',
    'readonly commandNames: string',
    'commandName is not declared',
    'commandNames is not selected',
  ],
  // Of a column that may be null, of a row that may be missing, and of what is computed.
  [
    'where that is another. */\n  readonly settles: number | null',
    'where that is another. */\n  readonly settles: number',
    'settles may be null',
  ],
  ['readonly number: string | null', 'readonly number: string', 'number may be null'],
  ['readonly givenInBase: number | null', 'readonly givenInBase: number', 'givenInBase may be null'],
  [
    'extends PaidPart {\n  readonly documentId: number',
    'extends PaidPart {\n  readonly documentId: string',
    'documentId may be number',
  ],
  [
    'readonly memo: string\n  readonly left: number',
    'readonly memo: string\n  readonly left: string',
    'left may be number',
  ],
  [
    "readonly outcome: 'billed' | 'skipped' | 'restored'",
    "readonly outcome: 'billed' | 'skipped'",
    'outcome was "restored"',
  ],
  ["parse(db.value<string>('SELECT value", "parse(db.value<number>('SELECT value", '0 may be text'],
  ['db.rows<[string]>(OF_CUSTOMER', 'db.rows<[string, number]>(OF_CUSTOMER', '1 is not selected'],
  [
    '/** The currencies a customer has documents in, by code. */',
    'export const never = (db: Readable) => db.value(`SELECT 2`) /** The currencies a customer has documents in, by code. */',
    'was never run',
  ],
] as const

/** The sources with all of these faults, by file. */
const withFaults = (): Readonly<Record<string, string>> => {
  const sources = globSync('src-main/**/*.ts', { cwd: ROOT })
  const texts = new Map(sources.map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')]))
  const changed: Record<string, string> = {}
  for (const [right, wrong] of FAULTS) {
    const [file = '', ...others] = sources.filter((each) => texts.get(each)?.includes(right))
    expect([file === '', others], right).toEqual([false, []])
    changed[file] = (changed[file] ?? texts.get(file) ?? '').replace(right, wrong)
  }
  return changed
}

test('a wrong name, a forgotten null and a wrong type are found wherever they are', { timeout: 120_000 }, () => {
  const found = differences(declaredRows(withFaults()), recorded)
  for (const [, , ...said] of FAULTS)
    for (const each of said)
      expect(
        found.filter((line) => line.endsWith(` ${each}`)),
        each,
      ).not.toEqual([])
})
