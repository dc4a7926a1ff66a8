import fc from 'fast-check'
import { v7 as uuidV7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { call } from '../../src-main/company-file/company-file.ts'
import { expectInvariantsOf } from '../fixtures/company.ts'
import { makeCompanies, type Companies } from './books/template.ts'
import { settings, step } from './coins/steps.ts'
import { OWNER, take } from './coins/taking.ts'
import { Till } from './coins/till.ts'
import { holdsAsync } from './holds.ts'

/** Invoices paid, refunded and credited in coins, against a model of what the smallest coin makes of an amount. */

const RUNS = 300

let companies: Companies
beforeAll(async () => {
  companies = await makeCompanies()
})
afterAll(() => companies.end())

const byId = ([a = 0]: readonly number[], [b = 0]: readonly number[]): number => a - b

test('what is paid and billed in coins is settled in full, and the differences stand on their account', async () => {
  await holdsAsync(
    fc.asyncProperty(settings, fc.array(step, { minLength: 3, maxLength: 12 }), (rule, steps) =>
      companies.undone(async ({ file, sql }) => {
        const {
          uid: _,
          baseCurrency: __,
          closingDate: ___,
          customers: ____,
          documents: _____,
          ...profile
        } = await call(file, 'company.profile', {}, OWNER)
        const update = { ...profile, settings: { ...profile.settings, ...rule } }
        await file.dispatch('company.update', { commandUid: uuidV7(), ...update }, OWNER)
        const till = new Till(rule)
        for (const each of steps) await take({ file, sql }, till, each)
        const open = sql.rows<[number, number]>('SELECT document_id, balance FROM open_item')
        const modelled = till.items.map(({ id }, index) => [id, till.open(index) + 0])
        expect(open.filter(([id]) => modelled.some(([own]) => own === id)).toSorted(byId)).toEqual(
          modelled.toSorted(byId),
        )
        const accounts = sql.rows<[string, number]>(
          `SELECT code, sum(amount) FROM entry JOIN account ON account.id = account_id WHERE is_control = 0
           GROUP BY code HAVING sum(amount) <> 0`,
        )
        expect(Object.fromEntries(accounts)).toEqual(till.accounts())
        expectInvariantsOf(sql)
      }),
    ),
    RUNS,
  )
})
