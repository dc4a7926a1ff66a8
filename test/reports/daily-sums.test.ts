import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Connection } from '../../src-main/db/connection.ts'
import { CONTROL_BALANCE, SUBLEDGER } from '../../src-main/reports/queries/ledger/tie-out.ts'
import { TRIAL_BALANCE } from '../../src-main/reports/queries/ledger/trial-balance.ts'
import {
  expectInvariants,
  expectInvariantsOf,
  newCompany,
  temporaryFolder,
  type TestCompany,
} from '../fixtures/company.ts'
import { addCustomer, day, postInvoice, postReceipt } from '../fixtures/entries.ts'
import { planOf } from '../fixtures/plan.ts'
import { wholeBooksFile } from '../fixtures/whole-books/whole-books.ts'

const MIGRATION = join(import.meta.dirname, '../../migrations/0009-daily-sums.sql')

const sumsOf = (connection: Connection) => ({
  accounts: connection.rows('SELECT * FROM account_day ORDER BY account_id, currency, date'),
  receivable: connection.rows('SELECT * FROM receivable_day ORDER BY currency, date'),
})

/** The books as they were before there were sums by day. */
const withoutSums = (connection: Connection): void => {
  const sql = readFileSync(MIGRATION, 'utf8')
  for (const [, name] of sql.matchAll(/CREATE TRIGGER (\w+)/g)) connection.driver.exec(`DROP TRIGGER ${name}`)
  connection.driver.exec(`DROP TABLE account_day; DROP TABLE receivable_day; CREATE TABLE account_month (month TEXT)`)
}

const tieOn = async (company: TestCompany, date: string) => {
  const { subledger, controlAccount, difference } = await company.call('ledger.tieOut', { asOf: day(date) })
  return { subledger, controlAccount, difference }
}

describe('the sums by day', () => {
  test('of an older file are filled from its entries as posting would have made them', async () => {
    const path = join(temporaryFolder(), 'Older.duebook')
    await wholeBooksFile(path)
    const connection = new Connection(path)
    connection.driver.pragma('foreign_keys = ON')
    const posted = sumsOf(connection)
    expect(posted.accounts.length).toBeGreaterThan(30)
    expect(posted.receivable.length).toBeGreaterThan(10)
    withoutSums(connection)
    connection.driver.exec(readFileSync(MIGRATION, 'utf8'))
    expect(sumsOf(connection)).toEqual(posted)
    expectInvariantsOf(connection)
    connection.close()
  })

  test('change on the day that a posting is dated, also when it is dated back', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'C1')
    await postInvoice(company, customerId, '2025-06-20', 100_00)
    await postInvoice(company, customerId, '2025-05-31', 30_00)
    expect(await tieOn(company, '2025-05-30')).toEqual({ subledger: 0, controlAccount: 0, difference: 0 })
    expect(await tieOn(company, '2025-05-31')).toEqual({ subledger: 30_00, controlAccount: 30_00, difference: 0 })
    expect(await tieOn(company, '2025-06-19')).toEqual({ subledger: 30_00, controlAccount: 30_00, difference: 0 })
    expect(await tieOn(company, '2025-06-20')).toEqual({ subledger: 130_00, controlAccount: 130_00, difference: 0 })
    expectInvariants(company.path)
  })

  test('take a void back on the day of the void, not on that of the document', async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'C1')
    const invoice = await postInvoice(company, customerId, '2025-06-01', 100_00)
    await postReceipt(company, customerId, '2025-06-02', 40_00, [{ documentId: invoice.id, amount: 40_00 }])
    await company.call('documents.void', { id: invoice.id, date: day('2025-06-10'), reason: 'wrong' })
    expect(await tieOn(company, '2025-06-09')).toEqual({ subledger: 60_00, controlAccount: 60_00, difference: 0 })
    expect(await tieOn(company, '2025-06-10')).toEqual({ subledger: -40_00, controlAccount: -40_00, difference: 0 })
    expectInvariants(company.path)
  })

  test('keep the tie-out a proof: a sum that was changed is a difference, and Check the books finds it', async () => {
    const company = newCompany()
    await postInvoice(company, await addCustomer(company, 'C1'), '2025-06-01', 100_00)
    const attacker = company.sql()
    attacker.driver.exec(`DROP TRIGGER account_day_updated_by_command`)
    attacker.run(
      `UPDATE account_day SET amount = amount + 1 WHERE account_id = (SELECT id FROM account WHERE is_control = 1)`,
    )
    expect((await tieOn(company, '2025-06-30')).difference).toBe(-1)
    const { rules } = await company.call('company.check', {})
    expect(rules.filter(({ violations }) => violations > 0).map(({ title }) => title)).toEqual([
      'The sums of accounts by day equal their entries',
    ])
    attacker.run(
      `UPDATE account_day SET amount = amount - 1 WHERE account_id = (SELECT id FROM account WHERE is_control = 1)`,
    )
  })

  test.each([
    'UPDATE account_day SET base_amount = base_amount + 1',
    'UPDATE receivable_day SET amount = amount + 1',
    'DELETE FROM account_day',
    'DELETE FROM receivable_day',
    `INSERT INTO receivable_day VALUES ('USD', '2025-06-02', 1, 1)`,
    `INSERT OR REPLACE INTO account_day SELECT account_id, currency, date, 1, 1 FROM account_day`,
  ])('are not changed but by posting: %s', async (attack) => {
    const company = newCompany()
    await postInvoice(company, await addCustomer(company, 'C1'), '2025-06-01', 100_00)
    const attacker = company.sql()
    attacker.driver.pragma('recursive_triggers = ON')
    expect(() => attacker.run(attack)).toThrow(/no command is posting|never deleted/)
  })

  test('are all that tie-out and trial balance read, however much was posted', () => {
    const company = newCompany()
    expect(planOf(company, SUBLEDGER)).toBe('SEARCH receivable_day USING PRIMARY KEY (currency=? AND date<?)')
    expect(planOf(company, CONTROL_BALANCE)).toBe(
      'SEARCH account_day USING PRIMARY KEY (account_id=? AND currency=? AND date<?)',
    )
    expect(planOf(company, TRIAL_BALANCE)).toContain('SEARCH day USING PRIMARY KEY (account_id=?)')
    expect(planOf(company, TRIAL_BALANCE)).not.toMatch(/entry|posting/)
  })
})
