import { beforeEach, describe, expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { runInvariants } from '../../src-main/db/invariants.ts'

/** Attacks on revaluations in the file itself: SQLite refuses each. */

let attacker: Connection
let itemId: number
let customerId: number
const CONTROL = `(SELECT id FROM account WHERE code = '1200')`
const UNREALISED = `(SELECT id FROM account WHERE code = '7910')`

beforeEach(async () => {
  const company = newCompany({ baseCurrency: 'INR' })
  customerId = await addCustomer(company, 'NORTH01', { currency: 'USD' })
  itemId = (await postInvoice(company, customerId, '2025-06-10', 10_000, { rate: '50' })).id
  await company.call('rates.set', { currency: 'USD', date: day('2025-06-30'), rate: '52', version: null })
  const seen = { currency: 'USD', rate: '52', difference: 20_000 }
  await company.call('revaluation.post', { date: day('2025-06-30'), currencies: [seen] })
  attacker = company.sql()
})

/** A pair of postings such as a revaluation's, and the row that names them; `changes` spoil one thing. */
const attack = (
  changes: Partial<{
    reversedOn: string
    rowDate: string
    currency: string
    undone: number
    amount: number
    item: string
  }> = {},
): void => {
  const { reversedOn = '2025-07-01', rowDate = '2025-06-30', currency = 'USD', undone = -500, amount = 0 } = changes
  attacker.run('BEGIN')
  try {
    const entries = (posting: number, date: string, base: number): void => {
      const insert = `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id)`
      attacker.run(`${insert} VALUES (?, 1, ${CONTROL}, ?, ?, ?, ?, ?)`, [
        posting,
        date,
        0 - amount,
        base,
        customerId,
        itemId,
      ])
      attacker.run(`${insert} VALUES (?, 2, ${UNREALISED}, ?, ?, ?, NULL, NULL)`, [posting, date, amount, 0 - base])
      attacker.run(
        `INSERT INTO posting (id, uid, command_seq, posting_date, currency, memo) VALUES (?, ?, 900, ?, 'USD', '')`,
        [posting, `attack-${posting}`, date],
      )
    }
    entries(900, '2025-06-30', 500)
    entries(901, reversedOn, undone)
    attacker.run(
      `INSERT INTO revaluation (posting_id, reversal_posting_id, command_seq, date, currency, rate) VALUES (900, 901, 900, ?, ?, 1)`,
      [rowDate, currency],
    )
  } finally {
    attacker.run('ROLLBACK')
  }
}

describe('a revaluation', () => {
  test('that keeps every rule could be written: the attacks below fail for their own reason', () => {
    expect(() => attack()).not.toThrow()
  })

  test.each([
    ['names a posting of another day', { rowDate: '2025-06-29' }, 'its posting has another day or currency'],
    ['names a posting of another currency', { currency: 'EUR' }, 'its posting has another day or currency'],
    ['is taken back later than the next day', { reversedOn: '2025-07-02' }, 'it is taken back on the next day'],
    ['is taken back in part', { undone: -499 }, 'what takes it back mirrors it, entry by entry'],
    ['moves an amount of the currency', { amount: 100 }, 'it moves base amounts only'],
  ])('that %s is refused', (_, changes, message) => {
    expect(() => attack(changes)).toThrow(`revaluation: ${message}`)
  })

  test('is a fact: neither changed nor deleted nor replaced, nor added to a finished command', () => {
    expect(() => attacker.run('UPDATE revaluation SET rate = rate')).toThrow('revaluation: facts are never changed')
    expect(() => attacker.run('DELETE FROM revaluation')).toThrow('revaluation: facts are never deleted')
    expect(() => attacker.run('INSERT OR REPLACE INTO revaluation SELECT * FROM revaluation')).toThrow('revaluation: ')
    const again = `INSERT INTO revaluation (posting_id, reversal_posting_id, command_seq, date, currency, rate)
      SELECT posting_id + 900, reversal_posting_id + 900, command_seq, date, currency, rate FROM revaluation`
    expect(() => attacker.run(again)).toThrow('revaluation: its command is already finished')
  })
})

test('an entry of no amount moves the base balance of its item, and none of its dates', () => {
  const item = () =>
    attacker.get('SELECT balance, base_balance, last_entry_on, closed_on FROM open_item WHERE document_id = ?', [
      itemId,
    ])
  const before = { balance: 10_000, base_balance: 500_000, last_entry_on: '2025-06-10', closed_on: '9999-12-31' }
  expect(item()).toEqual(before)
  attacker.run('BEGIN')
  attacker.run(
    `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id)
     VALUES (902, 1, ${CONTROL}, '2025-08-01', 0, 700, ?, ?)`,
    [customerId, itemId],
  )
  expect(item()).toEqual({ ...before, base_balance: 500_700 })
  attacker.run('ROLLBACK')
})

test('what moves a base amount alone and is no revaluation is found by the check of the books', () => {
  attacker.run('BEGIN')
  for (const [line, account, base, customer, item] of [
    [1, CONTROL, 700, customerId, itemId],
    [2, UNREALISED, -700, null, null],
  ] as const) {
    attacker.run(
      `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id)
       VALUES (903, ?, ${account}, '2025-08-01', 0, ?, ?, ?)`,
      [line, base, customer, item],
    )
  }
  const broken = runInvariants(attacker).filter(({ violations }) => violations > 0)
  expect(broken.map(({ title }) => title)).toContain(
    'Only revaluations move base amounts alone, and each is taken back on the next day',
  )
  attacker.run('ROLLBACK')
})
