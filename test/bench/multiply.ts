import { Connection } from '../../src-main/db/connection.ts'
import type { Book } from './book.ts'

/** What an id in a column is one of; each kind is moved on by as many as the book has of it. */
const KINDS = ['customer', 'document', 'posting', 'application'] as const
type Kind = (typeof KINDS)[number]
const OF: Readonly<Record<string, Kind>> = {
  customer_id: 'customer',
  document_id: 'document',
  item_id: 'document',
  credit_id: 'document',
  debit_id: 'document',
  posting_id: 'posting',
  application_id: 'application',
}
const TABLES = [
  'customer',
  'document',
  'document_line',
  'application',
  'entry',
  'posting',
  'open_item',
  'customer_currency',
  'number_taken',
] as const
/** Given out once each; a copy says which copy it is. */
const NAMES = ['uid', 'number', 'number_key', 'stem', 'code', 'code_key']

/**
 * So many times the same business, each with customers of its own, in minutes where posting it row by row takes hours. The
 * triggers stand aside while rows are copied that they have let in once, and are put back as they were.
 */
export const multiplyBook = (book: Book, times: number): Book => {
  const connection = new Connection(book.path)
  connection.driver.pragma('synchronous = OFF')
  connection.driver.pragma('foreign_keys = OFF')
  connection.driver.pragma('cache_size = -524288')
  const triggers = connection.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
  )
  const most = new Map(
    KINDS.map((kind) => [kind, connection.value<number>(`SELECT max(id) FROM "${kind}"`) ?? 0] as const),
  )
  for (const { name } of triggers) connection.run(`DROP TRIGGER "${name}"`)
  for (const table of TABLES) {
    const columns = connection.rows<[string]>('SELECT name FROM pragma_table_info(?)', [table]).map(([name]) => name)
    const own = KINDS.find((kind) => kind === table)
    const values = columns.map((column) => {
      const kind = column === 'id' ? own : OF[column]
      if (kind) return `"${column}" + :copy * ${most.get(kind)}`
      return NAMES.includes(column) ? `:copy || '-' || "${column}"` : `"${column}"`
    })
    const original = own ? `WHERE id <= ${most.get(own)}` : ''
    connection.run(`CREATE TEMP TABLE once AS SELECT * FROM main."${table}" ${original}`)
    const names = columns.map((column) => `"${column}"`).join(', ')
    for (let copy = 1; copy < times; copy += 1) {
      connection.run(`INSERT INTO main."${table}" (${names}) SELECT ${values.join(', ')} FROM once`, { copy })
    }
    connection.driver.exec('DROP TABLE temp.once; PRAGMA wal_checkpoint(TRUNCATE)')
  }
  connection.run('UPDATE account_total SET total = total * :times', { times })
  for (const table of ['account_day', 'receivable_day'])
    connection.run(`UPDATE ${table} SET amount = amount * :times, base_amount = base_amount * :times`, { times })
  for (const { sql } of triggers) connection.driver.exec(sql)
  connection.run(`INSERT INTO customer_search (customer_search) VALUES ('rebuild')`)
  connection.driver.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
  return { ...book, customers: book.customers * times, invoices: book.invoices * times }
}
