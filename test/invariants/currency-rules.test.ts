import { expect, test } from 'vitest'
import { postReceipt } from '../fixtures/entries.ts'
import { billedTwice } from '../fixtures/several-currencies.ts'

/** Attacks on the file itself: what settles items of another currency, and what moves them. */

const setting = async () => {
  const { company, customer, euros, dollars } = await billedTwice()
  const receipt = await postReceipt(company, customer, '2025-06-10', 6000)
  return { company, euros, dollars, receipt, attacker: company.sql() }
}

test('an application between two currencies, and only there, has an amount and a posting in each', async () => {
  const { euros, dollars, receipt, attacker } = await setting()
  const apply = (debitId: number, settles: number | null, posting: number | null) =>
    attacker.run(
      `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, debit_amount, debit_posting_id)
       VALUES ('attack', (SELECT max(seq) + 1 FROM command_log), 900, ?, ?, '2025-06-20', 100, ?, ?)`,
      [receipt.id, debitId, settles, posting],
    )
  attacker.run('BEGIN')
  const amounts = 'application: between two currencies, and only there, it has an amount in each'
  const postings = 'application: between two currencies, and only there, it has a posting in each'
  expect(() => apply(euros.id, null, null)).toThrow(amounts)
  expect(() => apply(dollars.id, 100, null)).toThrow(amounts)
  expect(() => apply(euros.id, 0, null)).toThrow('application: money settles something in the other currency')
  expect(() => apply(euros.id, 90, null)).toThrow(postings)
  expect(() => apply(dollars.id, null, 901)).toThrow(postings)
  expect(() => apply(euros.id, 10_001, 901)).toThrow('application: more than the debit item has open')
  expect(() => apply(euros.id, 90, 901)).not.toThrow()
  attacker.run('ROLLBACK')
})

test('a posting moves no open item of another currency', async () => {
  const { company, euros, attacker } = await setting()
  const [control, sales] = ['1200', '4000'].map((code) =>
    company.sql().value<number>('SELECT id FROM account WHERE code = ?', [code]),
  )
  attacker.run('BEGIN')
  const enter = (line: number, account: number | undefined, amount: number, item: number | null): void =>
    void attacker.run(
      `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id)
       VALUES (900, ?, ?, '2025-06-20', ?, ?, ?, ?)`,
      [line, account ?? 0, amount, amount, item === null ? null : 1, item],
    )
  enter(1, control, -100, euros.id)
  enter(2, sales, 100, null)
  expect(() =>
    attacker.run(
      `INSERT INTO posting (id, uid, command_seq, posting_date, currency, memo)
       VALUES (900, 'attack', (SELECT max(seq) + 1 FROM command_log), '2025-06-20', 'USD', '')`,
    ),
  ).toThrow('posting: an entry of an open item is in another currency than the item')
  attacker.run('ROLLBACK')
})

test('the clearing account takes no line, no money and no tax', async () => {
  const { company } = await setting()
  const clearing = (await company.call('accounts.list', {})).find(({ roles }) => roles.includes('exchange_clearing'))
  await expect(
    company.call('products.create', {
      code: 'X',
      name: 'X',
      unitPrice: 0,
      taxCodeId: null,
      accountId: clearing?.id ?? 0,
    }),
  ).rejects.toMatchObject({ code: 'account_unfit' })
})
