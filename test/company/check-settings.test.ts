import { expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'

const TITLE = 'Every setting of the company is there and within its bounds'

const violations = async (company: TestCompany): Promise<number | undefined> =>
  (await company.call('company.check', {})).rules.find(({ title }) => title === TITLE)?.violations

test('the check of the books finds a setting that a changed byte has renamed, or put out of its bounds', async () => {
  const company = newCompany()
  expect(await violations(company)).toBe(0)
  const kept = company.sql().value<string>('SELECT settings FROM company') ?? ''
  for (const damaged of [
    kept.replace('"agingEdges"', '"agingEdgus"'),
    kept.replace('"due_date"', '"dee_date"'),
    kept.replace('"discountGraceDays":0', '"discountGraceDays":-1'),
  ]) {
    expect(damaged).not.toBe(kept)
    company.sql().run('UPDATE company SET settings = ?', [damaged])
    expect(await violations(company)).toBe(1)
  }
  company.sql().run('UPDATE company SET settings = ?', [kept])
})
