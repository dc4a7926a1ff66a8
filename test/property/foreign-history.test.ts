import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { call, companyFile, openForWriting, type CompanyFile } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { expectInvariantsOf, profile, TEST_NOW, type TestCompany } from '../fixtures/company.ts'
import { addCustomer } from '../fixtures/entries.ts'
import { nesting, undoing } from './books/undone.ts'
import { History } from './foreign/history.ts'
import { Laws } from './foreign/laws.ts'
import { anyDay, anyRate, CURRENCIES, dateOf, DAYS, step, type Rate, type Step } from './foreign/steps.ts'
import { holdsAsync } from './holds.ts'

const folder = mkdtempSync(join(tmpdir(), 'duebook-property-'))
const template = join(folder, 'Template.duebook')
let inParts = 0
let sql: Connection
beforeAll(async () => {
  createCompanyFile(template, { profile, baseCurrency: 'EUR', clock: () => TEST_NOW })
  const file = openForWriting(template, { clock: () => TEST_NOW })
  const company = asTestCompany(file)
  for (const [index, currency] of CURRENCIES.entries()) await addCustomer(company, `C${index}`, { currency })
  const third = { percent: 33_333_333, dueAfterDays: 10 }
  const rule = {
    kind: 'instalments' as const,
    parts: [third, { ...third, dueAfterDays: 40 }, { percent: 33_333_334, dueAfterDays: 70 }],
    discount: null,
    graceDays: 0,
  }
  inParts = (await company.call('terms.create', { code: 'THIRDS', name: 'In thirds', rule })).id
  file.close()
  sql = nesting(openWritable(template))
})
afterAll(() => {
  sql.close()
  rmSync(folder, { recursive: true, force: true })
})

const asTestCompany = (file: CompanyFile): TestCompany =>
  ({ file, path: file.path, call: (name: never, input: never) => call(file, name, input) }) as unknown as TestCompany

const perform = (steps: readonly Step[], probes: readonly number[]): Promise<void> =>
  undoing(sql, async () => {
    const company = asTestCompany(companyFile(sql, { clock: () => TEST_NOW }, undefined))
    const history = new History(company, inParts)
    const laws = new Laws(company, sql)
    for (const action of steps) await history.take(action)
    for (const index of new Set([...probes, 30, 31, 58, 89, 90])) await laws.expectTied(index)
    laws.expectCarriedWithin()
    expectInvariantsOf(sql)
  })

const EXCHANGE = '7900'

test(
  'at one rate no day has an exchange difference, however items are settled, credited and undone',
  { timeout: 600_000 },
  async () => {
    const history = fc.array(step, { minLength: 8, maxLength: 24 })
    const atOneRate = (steps: readonly Step[], rate: Rate) =>
      steps.map((each): Step => {
        // Money for an item in another currency has a rate of its own, whose difference is realised: it is refused here.
        if (each.do === 'apply') return { ...each, settles: 0 }
        if (each.do === 'refund') return { ...each, rate, currency: null }
        return 'rate' in each ? { ...each, rate } : each
      })
    await holdsAsync(
      fc.asyncProperty(history, anyRate, (steps, rate) =>
        undoing(sql, async () => {
          const company = asTestCompany(companyFile(sql, { clock: () => TEST_NOW }, undefined))
          const taken = new History(company, inParts)
          for (const action of atOneRate(steps, rate)) await taken.take(action)
          const posted = await company.call('ledger.trialBalance', { asOf: dateOf(DAYS + 100) })
          expect(posted.filter(({ code, balance }) => code === EXCHANGE && balance !== 0)).toEqual([])
          const laws = new Laws(company, sql)
          await laws.expectNoExchangeTold(dateOf(DAYS + 100))
          laws.expectCarriedWithin()
          expectInvariantsOf(sql)
        }),
      ),
      50,
    )
  },
)

test(
  'whatever is posted, settled, undone and revalued in whichever order, every day ties out in the company’s currency',
  { timeout: 600_000 },
  async () => {
    const history = fc.array(step, { minLength: 8, maxLength: 24 })
    await holdsAsync(fc.asyncProperty(history, fc.array(anyDay, { maxLength: 4 }), perform), 50)
  },
)
