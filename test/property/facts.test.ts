import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuidV7 } from 'uuid'
import { contract } from '../../src-shared/contract.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { expectInvariants, expectInvariantsOf } from '../fixtures/company.ts'
import { commandNames, prepared } from '../kernel/every-command.ts'
import { unionOfFacts } from '../fixtures/union-of-facts.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { openItemsOf, rebuilt, reportsAt, reportsOf } from './books/reports.ts'
import { step } from './books/steps.ts'
import { makeCompanies, openedOn, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const openItemsAt = (path: string): unknown => {
  const sql = new Connection(path, { readonly: true })
  const items = openItemsOf(sql)
  sql.close()
  return items
}

test('a company in which every command was done is rebuilt from its facts alone, to the same reports', async () => {
  const { company, file: list, inputs } = await prepared()
  const done = []
  const logged = commandNames.filter((name) => contract[name].logged)
  for (const name of logged) {
    const answer = await company.file.dispatch(name, { ...inputs[name], commandUid: uuidV7() }, { file: list })
    if (answer.ok) done.push(name)
  }
  expect(done.length).toBeGreaterThan(logged.length / 2)
  company.file.close()
  const path = companies.path('Every')
  rebuilt(path, [company.path])
  expect(openItemsAt(path)).toEqual(openItemsAt(company.path))
  expect(await reportsAt(path)).toEqual(await reportsAt(company.path))
  expectInvariants(path)
})

test(
  'facts alone are the books: a file made of them gives the same reports on every day',
  { timeout: 600_000 },
  async () => {
    const law = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 50, size: 'max' }), (steps) =>
      companies.undoneTogether(1, async ([source], target) => {
        if (!source) throw new Error('there is no file')
        const run = new LedgerRun(source.file, source.sql)
        for (const action of steps) await run.take(action)
        unionOfFacts(target, [source.sql])
        expect(openItemsOf(target)).toEqual(openItemsOf(source.sql))
        expect(await reportsOf(openedOn(target).file)).toEqual(await reportsOf(source.file))
        expectInvariantsOf(target)
      }),
    )
    await holdsAsync(law, 25)
  },
)
