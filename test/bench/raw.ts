import { randomBytes } from 'node:crypto'
import { lookAlikeKey } from '../../src-shared/domain/text/look-alike.ts'
import type { Connection } from '../../src-main/db/connection.ts'

/**
 * The raw side: the rows that a posting leaves behind, inserted by prepared statements into the same tables, with the same
 * triggers, and nothing else: no parsing, no decisions, no hashing. Texts are as long as the real ones.
 */
export interface RawBook {
  /** Runs the work of one command, then appends its row of the log. Within the caller's transaction. */
  readonly command: (work: (seq: number) => void) => void
  readonly invoice: (
    command: number,
    customerId: number,
    date: string,
    dueDate: string,
    lines: readonly number[],
  ) => number
  readonly receipt: (command: number, customerId: number, date: string, items: readonly RawItem[]) => number
}

export interface RawItem {
  readonly id: number
  readonly amount: number
}

const uid = (): string => {
  const hex = randomBytes(16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const statements = {
  command: `INSERT INTO command_log (seq, uid, name, user_id, device_id, recorded_at, hlc, input, result, facts_hash, prev_hash, hash)
    VALUES (?, ?, 'invoices.post', 1, 1, '2025-06-30T12:00:00.000Z', '01234567890a-0000-1', ?, ?, ?, ?, ?)`,
  document: `INSERT INTO document (uid, command_seq, posting_id, kind, number, number_key, customer_id, document_date, due_date, currency, rate, total,
    base_total, reference, memo, terms_id, method, deposit_account_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'USD', 1000000000, ?, ?, '', '', 1, ?, ?)`,
  line: `INSERT INTO document_line (document_id, line_no, description, quantity, unit_price, discount_percent, net, account_id)
    VALUES (?, ?, 'Bracket, steel, 40 mm', 1000000, ?, 0, ?, ?)`,
  entry: `INSERT INTO entry (posting_id, line_no, account_id, posting_date, amount, base_amount, customer_id, item_id, application_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  posting: `INSERT INTO posting (id, uid, command_seq, posting_date, currency, memo) VALUES (?, ?, ?, ?, 'USD', 'Invoice R-000000001')`,
  application: `INSERT INTO application (uid, command_seq, posting_id, credit_id, debit_id, effective_date, amount) VALUES (?, ?, ?, ?, ?, ?, ?)`,
} as const

export const rawBook = (connection: Connection, prefix: string): RawBook => {
  const account = (code: string): number =>
    connection.value<number>('SELECT id FROM account WHERE code = ?', [code]) ?? 0
  const [control, sales, funds] = [account('1200'), account('4000'), account('1010')]
  const numbers = { invoice: 0, receipt: 0 }
  const nextPosting = (): number => (connection.value<number>('SELECT max(id) FROM posting') ?? 0) + 1
  const text = 'x'.repeat(420)

  const command = (work: (seq: number) => void): void => {
    const last = connection.get<{ seq: number; hash: string }>(
      'SELECT seq, hash FROM command_log ORDER BY seq DESC LIMIT 1',
    )
    const seq = (last?.seq ?? 0) + 1
    work(seq)
    const hash = randomBytes(32).toString('hex')
    connection.run(statements.command, [seq, uid(), text, text.slice(0, 160), hash, last?.hash ?? '', hash])
  }
  const entry = (
    posting: number,
    line: number,
    accountId: number,
    date: string,
    amount: number,
    customer: number | null,
    item: number | null,
    application: number | null,
  ): void => {
    connection.run(statements.entry, [posting, line, accountId, date, amount, amount, customer, item, application])
  }
  const document = (
    commandSeq: number,
    posting: number,
    kind: 'invoice' | 'receipt',
    customerId: number,
    date: string,
    due: string,
    total: number,
  ): number => {
    numbers[kind] += 1
    const written = `${prefix}${numbers[kind]}`
    const method = kind === 'receipt' ? 'check' : null
    return connection.insert(statements.document, [
      uid(),
      commandSeq,
      posting,
      kind,
      written,
      lookAlikeKey(written),
      customerId,
      date,
      due,
      total,
      total,
      method,
      method ? funds : null,
    ])
  }
  return {
    command,
    invoice: (commandSeq, customerId, date, dueDate, lines) => {
      const posting = nextPosting()
      const total = lines.reduce((sum, net) => sum + net, 0)
      const id = document(commandSeq, posting, 'invoice', customerId, date, dueDate, total)
      for (const [index, net] of lines.entries())
        connection.run(statements.line, [id, index + 1, net * 10_000, net, sales])
      entry(posting, 1, control, date, total, customerId, id, null)
      entry(posting, 2, sales, date, -total, null, null, null)
      connection.run(statements.posting, [posting, uid(), commandSeq, date])
      return id
    },
    receipt: (commandSeq, customerId, date, items) => {
      const posting = nextPosting()
      const total = items.reduce((sum, item) => sum + item.amount, 0)
      const id = document(commandSeq, posting, 'receipt', customerId, date, date, -total)
      entry(posting, 1, funds, date, total, null, null, null)
      entry(posting, 2, control, date, -total, customerId, id, null)
      let line = 2
      for (const item of items) {
        const application = connection.insert(statements.application, [
          uid(),
          commandSeq,
          posting,
          id,
          item.id,
          date,
          item.amount,
        ])
        entry(posting, (line += 1), control, date, item.amount, customerId, id, application)
        entry(posting, (line += 1), control, date, -item.amount, customerId, item.id, application)
      }
      connection.run(statements.posting, [posting, uid(), commandSeq, date])
      return id
    },
  }
}
