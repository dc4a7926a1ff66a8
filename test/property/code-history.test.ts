import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CompanyFile } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

/** Codes typed in all the ways a clerk and a clipboard write them, against a model of what looks alike. */

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const OWNER = { userId: 1 }
const CODES = [
  'QA-7',
  'qa-7',
  'QA-07',
  'QA -7',
  'Q\u00c1-7',
  'QA-7\u200b',
  '\uff31A-7',
  'QB10',
  'qb010',
  'QB1',
  'Q B 1',
  'QB01\u00ad',
]

const code = fc.constantFrom(...CODES)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('make' as const), code, isMeant: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('rename' as const), which: fc.nat(20), code, isMeant: fc.boolean() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface Made {
  readonly id: number
  version: number
  code: string
}

/** Without the signs that nobody sees, full-width letters as plain ones. */
const shown = (text: string): string => text.replaceAll('\u200b', '').replaceAll('\u00ad', '').replaceAll('\uff31', 'Q')
const alike = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('\u00e1', 'a')
    .replaceAll(' ', '')
    .replace(/([^0-9])0+(?=[0-9])/g, '$1')

const answerTo = (asked: string, others: readonly Made[], isMeant: boolean): 'ok' | 'code_taken' | 'looks_like' => {
  if (others.some((other) => other.code.toLowerCase() === asked.toLowerCase())) return 'code_taken'
  return others.some((other) => alike(other.code) === alike(asked)) && !isMeant ? 'looks_like' : 'ok'
}

const take = async (file: CompanyFile, made: Made[], each: Step): Promise<void> => {
  const asked = shown(each.code)
  const own = each.do === 'rename' ? made[each.which % Math.max(1, made.length)] : undefined
  if (each.do === 'rename' && own === undefined) return
  const others = made.filter((other) => other !== own)
  const apart = each.isMeant ? others.map((other) => ({ code: asked, like: other.code })) : []
  const typed = { commandUid: uuidV7(), code: each.code, name: 'Freight', apart }
  const answer = own
    ? await file.dispatch('accounts.rename', { ...typed, id: own.id, version: own.version }, OWNER)
    : await file.dispatch('accounts.create', { ...typed, type: 'income' }, OWNER)
  const expected = own?.code === asked ? 'ok' : answerTo(asked, others, each.isMeant)
  expect(answer.ok ? 'ok' : answer.error.code, `${each.do} ${each.code}`).toBe(expected)
  if (!answer.ok) return
  const { id = 0, version } = answer.value as { readonly id?: number; readonly version: number }
  if (own) Object.assign(own, { version, code: asked })
  else made.push({ id, version, code: asked })
}

test('no second code is made unasked that a clerk could take for the first', async () => {
  await holdsAsync(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), (steps) =>
      companies.undone(async ({ file, sql }) => {
        const made: Made[] = []
        for (const each of steps) await take(file, made, each)
        expectInvariantsOf(sql)
      }),
    ),
  )
})
