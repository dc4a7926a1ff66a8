import { expect, test } from 'vitest'
import { expectInvariants, newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'

test('every account has its line by code, also one that nothing was posted to, and what is posted on the day counts', async () => {
  const company = newCompany()
  await postInvoice(company, await addCustomer(company, 'C1'), '2025-06-10', 100_00)
  const accounts = await company.call('accounts.list', {})
  for (const [asOf, owed] of [
    ['2025-06-09', 0],
    ['2025-06-10', 100_00],
  ] as const) {
    const rows = await company.call('ledger.trialBalance', { asOf: day(asOf) })
    expect(rows.map(({ code }) => code)).toEqual(accounts.map(({ code }) => code).toSorted())
    expect(rows.find(({ code }) => code === '1200')?.balance).toBe(owed)
    expect(rows.reduce((sum, { balance }) => sum + balance, 0)).toBe(0)
  }
  expectInvariants(company.path)
})
