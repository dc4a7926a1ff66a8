import { beforeEach, describe, expect, test } from 'vitest'
import type { Connection } from '../../src-main/db/connection.ts'
import { newCompany } from '../fixtures/company.ts'
import { addCustomer, day, postInvoice } from '../fixtures/entries.ts'
import { validInputs } from '../fixtures/valid-inputs.ts'

/** Attacks on the file itself: SQLite refuses each. */

describe('the days of a recurring invoice', () => {
  let attacker: Connection
  let invoiceId: number

  beforeEach(async () => {
    const company = newCompany()
    const customerId = await addCustomer(company, 'NORTH01')
    invoiceId = (await postInvoice(company, customerId, '2025-06-01', 10_000)).id
    const { commandUid: _, ...rent } = validInputs('')['recurring.save']
    const { id: recurringId } = await company.call('recurring.save', { ...rent, customerId })
    const second = { recurringId, dueOn: day('2025-05-31'), documentDate: day('2025-05-31') }
    await company.call('recurring.post', { occurrences: [second] })
    await company.call('recurring.skip', { occurrences: [{ recurringId, dueOn: day('2025-04-30') }] })
    attacker = company.sql()
  })

  const insertOccurrence = (dueOn: string, outcome: string, documentId: number | null, seq = 999): void => {
    attacker.run(
      `INSERT INTO recurring_occurrence (uid, command_seq, recurring_id, due_on, outcome, document_id)
       VALUES (hex(randomblob(16)), ?, 1, ?, ?, ?)`,
      [seq, dueOn, outcome, documentId],
    )
  }

  test('are facts', () => {
    expect(() => attacker.run(`UPDATE recurring_occurrence SET outcome = 'skipped'`)).toThrow('facts are never changed')
    expect(() => attacker.run('DELETE FROM recurring_occurrence')).toThrow('facts are never deleted')
    expect(() => attacker.run('DELETE FROM recurring_invoice')).toThrow('never deleted')
    expect(() => insertOccurrence('2025-06-30', 'skipped', null, 1)).toThrow('its command is already finished')
  })

  test('are billed or skipped once', () => {
    for (const dueOn of ['2025-04-30', '2025-05-31']) {
      expect(() => insertOccurrence(dueOn, 'skipped', null), dueOn).toThrow('billed or skipped already')
    }
    expect(() => insertOccurrence('2025-05-31', 'restored', null)).toThrow('only a skipped day is restored')
    expect(() => insertOccurrence('2025-06-30', 'restored', null)).toThrow('only a skipped day is restored')
  })

  test('are billed by an invoice made for them', () => {
    for (const documentId of [null, invoiceId]) {
      expect(() => insertOccurrence('2025-06-30', 'billed', documentId)).toThrow('by an invoice of the same command')
    }
    expect(() => insertOccurrence('2025-06-30', 'skipped', invoiceId)).toThrow('CHECK constraint failed')
  })
})
