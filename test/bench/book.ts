import { v7 as uuidV7 } from 'uuid'
import { lookAlikeKey } from '../../src-shared/domain/text/look-alike.ts'
import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { appendCommand, chainHead } from '../../src-main/db/command-chain.ts'
import { Connection } from '../../src-main/db/connection.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { profile } from '../fixtures/company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { rawBook } from './raw.ts'

export interface Book {
  readonly path: string
  readonly customers: number
  readonly invoices: number
  readonly from: CalendarDate
  readonly to: CalendarDate
}

const DAYS = 1096
/** Invoices that one command brings in: a check reads the facts of several hundred commands at once. */
const A_COMMAND = 20
const FROM = '2023-01-01' as CalendarDate

/** The raw side spares itself the hashes; an opening reads the last one. */
const sealLog = (connection: Connection): void => {
  const head = chainHead(connection)
  const record = {
    seq: head.seq + 1,
    uid: uuidV7(),
    name: 'company.update',
    userId: 1,
    deviceId: 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    hlc: head.hlc,
    input: '{}',
    result: 'null',
    factsHash: '',
    before: null,
  }
  appendCommand(connection, record, head.hash)
}

/**
 * Three years of a company: a few large customers and a long tail, most paid about a month late, one in ten still open, one
 * in six paid in part first. Seeded; written without syncing, since a book that is half made is thrown away.
 */
export const makeBook = (path: string, invoices: number, seed = 42): Book => {
  createCompanyFile(path, { profile, baseCurrency: 'USD', clock: () => new Date('2026-01-01T00:00:00Z') })
  const connection = new Connection(path)
  connection.driver.pragma('synchronous = OFF')
  connection.driver.pragma('recursive_triggers = ON')
  connection.driver.pragma('cache_size = -262144')
  const random = seededRandom(seed)
  const upTo = (bound: number): number => Math.floor(random() * bound)
  const customers = Math.max(20, Math.round(invoices / 40))
  connection.run('BEGIN')
  for (let index = 1; index <= customers; index += 1) {
    const code = `C${String(index).padStart(5, '0')}`
    connection.run('INSERT INTO customer (uid, code, code_key, name, currency, terms_id) VALUES (?, ?, ?, ?, ?, 1)', [
      `c${index}`,
      code,
      lookAlikeKey(code),
      `Customer ${index}`,
      'USD',
    ])
  }
  const book = rawBook(connection, 'B-')
  const post = (command: number, index: number): void => {
    const customerId = 1 + Math.floor(customers * random() ** 2.2)
    const day = Math.floor((index * DAYS) / invoices)
    const date = addDays(FROM, day)
    const net = [1000 + upTo(90_000), 500 + upTo(40_000)]
    const id = book.invoice(command, customerId, date, addDays(date, 30), net)
    const total = (net[0] ?? 0) + (net[1] ?? 0)
    const paidOn = day + 20 + upTo(45)
    if (random() < 0.1 || paidOn >= DAYS) return
    const part = random() < 1 / 6 ? Math.floor(total / 2) : total
    book.receipt(command, customerId, addDays(FROM, paidOn), [{ id, amount: part }])
    if (part < total && random() < 0.7 && paidOn + 20 < DAYS) {
      book.receipt(command, customerId, addDays(FROM, paidOn + 20), [{ id, amount: total - part }])
    }
  }
  for (let first = 0; first < invoices; first += A_COMMAND) {
    book.command((command) => {
      for (let index = first; index < Math.min(first + A_COMMAND, invoices); index += 1) post(command, index)
    })
  }
  sealLog(connection)
  connection.run('COMMIT')
  connection.run('PRAGMA wal_checkpoint(TRUNCATE)')
  connection.close()
  return { path, customers, invoices, from: FROM, to: addDays(FROM, DAYS - 1) }
}
