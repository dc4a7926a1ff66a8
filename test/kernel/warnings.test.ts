import { describe, expect, test } from 'vitest'
import type { GeneratedMemo } from '../../src-shared/kit/memo.ts'
import type { Warning } from '../../src-shared/kit/warning.ts'
import { declaredMemos, declaredWarnings, describeWarning, memoText } from '../../src-shared/refusals.ts'
import { newCompany } from '../fixtures/company.ts'
import { memoCases, warningCases } from '../refusals/warnings.ts'

const codesOf = (declared: Readonly<Record<string, object>>): readonly string[] =>
  Object.values(declared)
    .flatMap((sentences) => Object.keys(sentences))
    .toSorted()

const warningCodes = codesOf(declaredWarnings) as readonly Warning['code'][]
const memoCodes = codesOf(declaredMemos) as readonly GeneratedMemo['code'][]

test('every warning and every memo has a cause', () => {
  expect(warningCodes).toEqual(Object.keys(warningCases).toSorted())
  expect(memoCodes).toEqual(Object.keys(memoCases).toSorted())
})

describe('what a clerk is told of what was done', () => {
  test.each(warningCodes)('%s', async (code) => {
    const { says, make } = warningCases[code]
    const { warnings } = await make(newCompany())
    const said = warnings.filter((warning) => warning.code === code)
    expect(said.map(describeWarning)).toEqual([says])
  })
})

describe('what a document says of itself', () => {
  test.each(memoCodes)('%s', async (code) => {
    const { says, make } = memoCases[code]
    const company = newCompany()
    await make(company)
    const made = company
      .sql()
      .rows<[string]>('SELECT generated_memo FROM document WHERE generated_memo IS NOT NULL ORDER BY id')
      .map(([text]) => JSON.parse(text) as GeneratedMemo)
      .filter((memo) => memo.code === code)
    expect(new Set(made.map((generatedMemo) => memoText({ memo: '', generatedMemo })))).toEqual(new Set([says]))
  })
})
