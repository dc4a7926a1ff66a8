import fc from 'fast-check'
import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuidV7 } from 'uuid'
import { contract } from '../../src-shared/contract/index.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { expectInvariants } from '../fixtures/company.ts'
import { commandNames, prepared } from '../ledger/every-command.ts'
import { LedgerRun } from './books/ledger-run.ts'
import { openItemsOf, rebuilt, reportsOf } from './books/reports.ts'
import { step } from './books/steps.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { holdsAsync } from './holds.ts'

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

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
  expect(openItemsOf(path)).toEqual(openItemsOf(company.path))
  expect(await reportsOf(path)).toEqual(await reportsOf(company.path))
  expectInvariants(path)
})

test(
  'facts alone are the books: a file made of them gives the same reports on every day',
  { timeout: 600_000 },
  async () => {
    const law = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
      const file = companies.open()
      const sql = new Connection(file.path, { readonly: true })
      const run = new LedgerRun(file, sql)
      for (const action of steps) await run.take(action)
      sql.close()
      file.close()
      const path = `${file.path}.rebuilt`
      rebuilt(path, [file.path])
      expect(openItemsOf(path)).toEqual(openItemsOf(file.path))
      expect(await reportsOf(path)).toEqual(await reportsOf(file.path))
      expectInvariants(path)
      for (const gone of [file.path, path]) rmSync(gone)
    })
    await holdsAsync(law, 25)
  },
)
