import { expect, test } from 'vitest'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, postInvoice, postReceipt } from '../fixtures/entries.ts'

/** Attacks on the file itself: who pays for whom, and what settles what. */

const setting = async () => {
  const company = newCompany()
  const parent = await addCustomer(company, 'GROUP')
  const child = await addCustomer(company, 'CHILD', { payingParentId: parent })
  const other = await addCustomer(company, 'OTHER')
  return { company, parent, child, other, attacker: company.sql() }
}

test('a paying parent is never the customer itself, or one that is paid for', async () => {
  const { parent, child, other, attacker } = await setting()
  const refusal = 'customer: a paying parent is another customer that pays for itself'
  const pay = (id: number, by: number) =>
    attacker.run('UPDATE customer SET paying_parent_id = ? WHERE id = ?', [by, id])
  expect(() => pay(other, other)).toThrow(refusal)
  expect(() => pay(other, child)).toThrow(refusal)
  expect(() => pay(parent, other)).toThrow('customer: a paying parent has no paying parent of its own')
  expect(() =>
    attacker.run(
      `INSERT INTO customer (uid, code, name, currency, terms_id, paying_parent_id)
       SELECT 'x', 'NEW', 'New', currency, terms_id, ? FROM customer WHERE id = ?`,
      [child, other],
    ),
  ).toThrow(refusal)
})

test('an item of another payer is never settled, one of the same payer may be', async () => {
  const { company, parent, child, other, attacker } = await setting()
  const receipt = await postReceipt(company, parent, '2025-06-10', 6000)
  const strange = await postInvoice(company, other, '2025-06-01', 5000)
  const invoice = await postInvoice(company, child, '2025-06-01', 5000)
  const apply = (debitId: number) =>
    attacker.run(
      `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount)
       VALUES ('attack', (SELECT max(seq) + 1 FROM command_log), 900, ?, ?, '2025-06-20', 100)`,
      [receipt.id, debitId],
    )
  attacker.run('BEGIN')
  expect(() => apply(strange.id)).toThrow('application: the items differ in customer')
  expect(() => apply(invoice.id)).not.toThrow()
  attacker.run('ROLLBACK')
})
