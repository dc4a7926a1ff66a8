import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { GeneratedMemo } from '../../src-shared/kit/memo.ts'
import { Connection } from '../../src-main/db/connection.ts'
import type { Warning } from '../../src-shared/kit/warning.ts'
import { declaredMemos, declaredWarnings, describeWarning, memoText } from '../../src-shared/refusals.ts'
import { newCompany, temporaryFolder } from '../fixtures/company.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'
import { memoCases, memosInBooks, warningCases } from '../refusals/warnings.ts'

const codesOf = (declared: Readonly<Record<string, object>>): readonly string[] =>
  Object.values(declared)
    .flatMap((sentences) => Object.keys(sentences))
    .toSorted()

const warningCodes = codesOf(declaredWarnings) as readonly Warning['code'][]
const memoCodes = codesOf(declaredMemos) as readonly GeneratedMemo['code'][]

test('every warning and every memo has a cause', () => {
  expect(warningCodes).toEqual(Object.keys(warningCases).toSorted())
  expect(memoCodes).toEqual([...Object.keys(memoCases), ...Object.keys(memosInBooks)].toSorted())
})

describe('what a clerk is told of what was done', () => {
  test.each(warningCodes)('%s', async (code) => {
    const { says, make } = warningCases[code]
    const { warnings } = await make(newCompany())
    const said = warnings.filter((warning) => warning.code === code)
    expect(said.map(describeWarning)).toEqual([says])
  })
})

/** What documents and postings say of themselves by this code. */
const saidOf = (books: Connection, code: string): readonly string[] =>
  ['document', 'posting']
    .flatMap((table) =>
      books.rows<[string]>(`SELECT generated_memo FROM ${table} WHERE generated_memo IS NOT NULL ORDER BY id`),
    )
    .map(([text]) => JSON.parse(text) as GeneratedMemo)
    .filter((memo) => memo.code === code)
    .map((generatedMemo) => memoText({ memo: '', generatedMemo }))

describe('what a document or a posting says of itself', () => {
  test.each(Object.entries(memoCases))('%s', async (code, { says, make }) => {
    const company = newCompany()
    await make(company)
    expect(new Set(saidOf(company.sql(), code))).toEqual(new Set([says]))
  })

  test.each(Object.entries(memosInBooks))('%s: %s', async (code, says) => {
    const path = join(temporaryFolder(), 'Books.duebook')
    await wholeBooksFile(path)
    const books = new Connection(path, { readonly: true })
    expect(saidOf(books, code)).toContain(says)
    books.close()
  })
})
