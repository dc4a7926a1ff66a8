import { beforeEach, describe, expect, test } from 'vitest'
import { newCompany, type TestCompany } from '../fixtures/company.ts'
import { addCustomer, applyCredit, day, line, postInvoice, postReceipt } from '../fixtures/entries.ts'
import type { Connection } from '../../src-main/db/connection.ts'

/** Attacks on the file itself, as another program could try them: SQLite refuses each. */

let company: TestCompany
let attacker: Connection
let invoiceId: number
let receiptId: number
let customerId: number

beforeEach(async () => {
  company = newCompany()
  customerId = await addCustomer(company, 'NORTH01')
  const taxCodes = await company.call('taxCodes.list', {})
  const taxCodeId = taxCodes.find((code) => code.code === 'STD')?.id ?? 0
  const invoice = await postInvoice(company, customerId, '2025-06-01', 10_000, { taxCodeId })
  const receipt = await postReceipt(company, customerId, '2025-06-10', 6000, [{ documentId: invoice.id, amount: 4000 }])
  // Something a supervisor let pass, under a series of its own.
  const heldId = await addCustomer(company, 'HELD01', { onHold: true })
  await company.call('debitNotes.post', {
    customerId: heldId,
    documentDate: day('2025-06-01'),
    termsId: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [line(100)],
    draftUid: null,
    approval: { userId: 1, pin: null, over: ['customer_on_hold'] },
  })
  invoiceId = invoice.id
  receiptId = receipt.id
  attacker = company.sql()
})

const facts = [
  'command_log',
  'document',
  'document_line',
  'document_tax',
  'application',
  'posting',
  'entry',
  'approval',
] as const

describe('facts are only ever inserted', () => {
  test.each(facts)('no row of %s can be updated', (table) => {
    const column = attacker.value<string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 0 LIMIT 1`)
    expect(() => attacker.run(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(`${table}: facts are never changed`)
  })

  test.each(facts)('no row of %s can be deleted', (table) => {
    expect(() => attacker.run(`DELETE FROM ${table}`)).toThrow(`${table}: facts are never deleted`)
  })

  test.each(facts)('no row of %s can be replaced', (table) => {
    expect(attacker.value<number>(`SELECT count(*) FROM ${table}`)).toBeGreaterThan(0)
    expect(() => attacker.run(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(`${table}: `)
  })

  test.each(facts)('an upsert cannot change a row of %s', (table) => {
    const keys = attacker.all<{ name: string }>(
      `SELECT name FROM pragma_table_info('${table}') WHERE pk > 0 ORDER BY pk`,
    )
    const key = keys.map(({ name }) => name).join(', ')
    const column = attacker.value<string>(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 0 LIMIT 1`)
    const upsert = `INSERT INTO ${table} SELECT * FROM ${table} WHERE true LIMIT 1 ON CONFLICT (${key}) DO UPDATE SET ${column} = excluded.${column}`
    expect(() => attacker.run(upsert)).toThrow(`${table}: `)
  })
})

/** Deferred foreign keys are asked at commit: within a transaction the triggers have to refuse by themselves. */
const withinTransaction = (attack: () => void): void => {
  attacker.run('BEGIN')
  try {
    attack()
  } finally {
    attacker.run('ROLLBACK')
  }
}

const insertEntry = (
  postingId: number,
  lineNo: number,
  accountCode: string,
  amount: number,
  date = '2025-06-20',
  item: number | null = null,
): void => {
  attacker.run(
    `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id)
     VALUES (?, ?, (SELECT id FROM account WHERE code = ?), ?, ?, ?, ?, ?)`,
    [postingId, lineNo, accountCode, date, amount, amount, item === null ? null : customerId, item],
  )
}

const insertPosting = (id: number, date = '2025-06-20'): void => {
  attacker.run(
    `INSERT INTO posting (id, uid, command_seq, posting_date, currency, memo) VALUES (?, ?, 1, ?, 'USD', '')`,
    [id, `attack-${id}`, date],
  )
}

describe('double entry', () => {
  test('a posting whose entries do not balance is refused', () => {
    withinTransaction(() => {
      insertEntry(900, 1, '1000', 100)
      insertEntry(900, 2, '4000', -99)
      expect(() => insertPosting(900)).toThrow('posting: the entries do not balance')
    })
  })

  test('a posting of one entry is refused', () => {
    withinTransaction(() => {
      insertEntry(901, 1, '1000', 0)
      expect(() => insertPosting(901)).toThrow('posting: it needs at least two entries')
    })
  })

  test('a sealed posting takes no more entries', () => {
    expect(() => insertEntry(1, 90, '1000', 100)).toThrow('entry: the posting is sealed')
  })

  test('entries without a posting cannot be committed', () => {
    attacker.run('BEGIN')
    insertEntry(902, 1, '1000', 100)
    insertEntry(902, 2, '4000', -100)
    expect(() => attacker.run('COMMIT')).toThrow('FOREIGN KEY constraint failed')
    attacker.run('ROLLBACK')
  })

  test('the control account takes no entry without an open item, and no other account takes one with it', () => {
    expect(() => insertEntry(903, 1, '1200', 100)).toThrow(
      'entry: the control account, and it alone, names an open item',
    )
    expect(() => insertEntry(903, 1, '1000', 100, '2025-06-20', invoiceId)).toThrow(
      'entry: the control account, and it alone',
    )
  })

  test('an amount beyond what the ledger holds is refused', () => {
    expect(() => insertEntry(904, 1, '1000', 9e15 + 2)).toThrow('CHECK constraint failed')
  })
})

const insertApplication = (amount: number, date = '2025-06-20', debit = invoiceId, credit = receiptId): void => {
  attacker.run(
    `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount) VALUES ('attack', 999, 999, ?, ?, ?, ?)`,
    [credit, debit, date, amount],
  )
}

describe('applications', () => {
  test('more than the credit has open is refused', () => {
    expect(() => insertApplication(2001)).toThrow('application: more than the credit item has open')
  })

  test('more than the debit has open is refused', async () => {
    const large = await postReceipt(company, customerId, '2025-06-11', 99_000)
    expect(() => insertApplication(7001, '2025-06-20', invoiceId, large.id)).toThrow(
      'application: more than the debit item has open',
    )
  })

  test('a date before a document is refused', () => {
    expect(() => insertApplication(100, '2025-06-09')).toThrow('application: it is dated before a document')
  })

  test('a credit applied to a credit is refused', async () => {
    const other = await postReceipt(company, customerId, '2025-06-11', 1000)
    expect(() => insertApplication(100, '2025-06-20', other.id)).toThrow(
      'application: it needs a credit item and a debit item',
    )
  })

  test('an item of another customer is refused', async () => {
    const other = await addCustomer(company, 'OTHER01')
    const invoice = await postInvoice(company, other, '2025-06-01', 5000)
    expect(() => insertApplication(100, '2025-06-20', invoice.id)).toThrow('application: the items differ in customer')
  })

  test('entries cannot move an item beyond its amount', () => {
    expect(() => insertEntry(905, 1, '1200', -7001, '2025-06-20', invoiceId)).toThrow('balance_within_amount')
    expect(() => insertEntry(905, 1, '1200', 4001, '2025-06-20', invoiceId)).toThrow('balance_within_amount')
  })

  test('the balance of an open item cannot be set beyond its amount', () => {
    expect(() => attacker.run('UPDATE open_item SET balance = -1 WHERE document_id = ?', [invoiceId])).toThrow(
      'balance_within_amount',
    )
  })

  test('what settles a void is never undone', async () => {
    await company.call('documents.void', { id: receiptId, date: day('2025-06-20'), reason: 'entered twice' })
    const settled = attacker.get<{ id: number; credit: number; debit: number; amount: number }>(
      'SELECT id, credit_id AS credit, debit_id AS debit, amount FROM application ORDER BY id DESC LIMIT 1',
    )
    expect(() =>
      attacker.run(
        `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount, reverses_id)
         VALUES ('attack', 999, 999, ?, ?, '2025-06-21', ?, ?)`,
        [settled?.credit ?? 0, settled?.debit ?? 0, -(settled?.amount ?? 0), settled?.id ?? 0],
      ),
    ).toThrow('application: what settles a void is never undone')
  })
})

const insertDocument = (changes: Readonly<Record<string, string | number | null>>): void => {
  const row: Record<string, string | number | null> = {
    uid: 'attack',
    command_seq: 999,
    posting_id: 999,
    kind: 'invoice',
    number: 'X-1',
    series_id: null,
    series_number: null,
    customer_id: customerId,
    document_date: '2025-06-20',
    due_date: '2025-06-20',
    currency: 'USD',
    rate: 1_000_000_000,
    total: 100,
    base_total: 100,
    reference: '',
    memo: '',
    ...changes,
  }
  const columns = Object.keys(row)
  attacker.run(
    `INSERT INTO document (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})`,
    row,
  )
}

describe('documents', () => {
  test('a number that leaves a gap in its series is refused', () => {
    const series = attacker.value<number>(`SELECT id FROM number_series WHERE kind = 'invoice'`) ?? 0
    expect(() => insertDocument({ series_id: series, series_number: 3 })).toThrow(
      'document: the number is not the next of its series',
    )
  })

  test('a number used before is refused', () => {
    expect(() => insertDocument({ number: 'INV-00001' })).toThrow(
      'UNIQUE constraint failed: document.kind, document.number',
    )
  })

  test('a receipt that raises the receivable is refused', () => {
    expect(() => insertDocument({ kind: 'receipt', method: 'cash', total: 100 })).toThrow('CHECK constraint failed')
  })

  test('a document added to a finished command is refused', () => {
    expect(() => insertDocument({ command_seq: 1 })).toThrow('document: its command is already finished')
  })

  test('a line added to a posted document is refused', () => {
    expect(() =>
      attacker.run(
        `INSERT INTO document_line (document_id, line_no, description, quantity, unit_price, discount_percent, net, account_id) VALUES (?, 9, 'x', 0, 0, 0, 1, 1)`,
        [invoiceId],
      ),
    ).toThrow('document_line: the document is posted')
  })

  test('a void that does not mirror its document is refused', () => {
    expect(() => insertDocument({ total: -1, base_total: -1, reverses_id: invoiceId })).toThrow(
      'document: a void has the opposite total',
    )
  })
})

describe('a closed period', () => {
  beforeEach(async () => {
    await company.call('company.setClosingDate', { closingDate: day('2025-06-30'), reason: 'June', version: 1 })
  })

  test('takes no posting, no document and no application', () => {
    withinTransaction(() => {
      insertEntry(906, 1, '1000', 100)
      insertEntry(906, 2, '4000', -100)
      expect(() => insertPosting(906)).toThrow('posting: the period is closed')
    })
    expect(() => insertDocument({})).toThrow('document: the period is closed')
    expect(() => insertApplication(100)).toThrow('application: the period is closed')
  })

  test('refuses a posting through the program, naming the date', async () => {
    await expect(postInvoice(company, customerId, '2025-06-30', 100)).rejects.toMatchObject({
      code: 'period_locked',
      message: 'The books are closed through 30 Jun 2025. Use a later date, or have a supervisor reopen the period.',
    })
    await expect(applyCredit(company, receiptId, [{ documentId: invoiceId, amount: 100 }])).rejects.toMatchObject({
      code: 'period_locked',
    })
    await expect(postInvoice(company, customerId, '2025-07-01', 100)).resolves.toMatchObject({ number: 'INV-00002' })
  })
})

describe('the command log', () => {
  test('takes only the next row, naming the hash before it', () => {
    const insert = (seq: number, prevHash: string): void => {
      attacker.run(
        `INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, prev_hash, hash)
         VALUES (?, 'attack', 'x', 1, 1, '', '', '', '', ?, 'attack')`,
        [seq, prevHash],
      )
    }
    const head = attacker.get<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM command_log ORDER BY seq DESC LIMIT 1',
    )
    expect(() => insert((head?.seq ?? 0) + 2, head?.hash ?? '')).toThrow('command_log: seq is not the next')
    expect(() => insert((head?.seq ?? 0) + 1, 'other')).toThrow('command_log: prev_hash is not the last hash')
  })

  test('shows a changed row when its chain is walked, even if the triggers were taken away', async () => {
    expect((await company.call('company.check', {})).chain.intact).toBe(true)
    attacker.driver.exec(
      `BEGIN; DROP TRIGGER command_log_no_update; UPDATE command_log SET input = replace(input, '6000', '7000') WHERE name = 'receipts.post'`,
    )
    const { verifyChain } = await import('../../src-main/db/command-chain.ts')
    expect(verifyChain(attacker)).toMatchObject({ intact: false })
    attacker.run('ROLLBACK')
  })
})
