/**
 * The program that is killed: posts invoices, receipts, applications, unapplications and voids as fast as it can. Before
 * each command it announces the command on its standard output, after the answer it acknowledges it, one line of JSON
 * each. Arguments: the company file, a seed, and where it is to end by itself, how many commands and how SQLite waits for the disk.
 */
import Database from 'better-sqlite3'
import { readSync, writeSync } from 'node:fs'
import { v7 as uuidV7 } from 'uuid'
import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { openForWriting } from '../../src-main/company-file/company-file.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'

const [path = '', seed = '1', most = '', synchronous = 'full'] = process.argv.slice(2)
const COMMANDS_MAX = most === '' ? Infinity : Number(most)
const CHECKPOINT_EVERY = 30
const random = seededRandom(Number(seed))
const upTo = (bound: number): number => Math.floor(random() * bound)
const say = (line: object): void => void writeSync(1, `${JSON.stringify(line)}\n`)

/** In place of what the product sets: to see what is lost where SQLite does not wait for the disk. */
if (synchronous === 'normal') {
  const { pragma } = Database.prototype
  Database.prototype.pragma = function set(this: Database.Database, source, options) {
    if (source === 'synchronous') return 2
    return pragma.call(this, source === 'synchronous = 2' ? 'synchronous = 1' : source, options)
  }
}

readSync(0, Buffer.alloc(1))
const company = openForWriting(path)
say({ opened: true })

interface Open {
  readonly id: number
  open: number
}
const FIRST = '2025-01-01' as CalendarDate
const invoices: Open[] = []
const applications: number[] = []
let date = FIRST
let done = 0

const send = async (name: string, input: object): Promise<unknown> => {
  const commandUid = uuidV7()
  const whole = { ...input, commandUid }
  say({ sent: commandUid, name, input: whole })
  const answer = await company.dispatch(name, whole)
  if (!answer.ok) throw new Error(`${name} refused: ${answer.error.code}`)
  say({ acknowledged: commandUid })
  done += 1
  if (done === COMMANDS_MAX) {
    say({ closing: true })
    company.close()
    process.exit(0)
  }
  if (COMMANDS_MAX < Infinity && done % CHECKPOINT_EVERY === 0) company.checkpoint()
  return answer.value
}

const postInvoice = async (): Promise<void> => {
  const amount = 1000 + upTo(9000)
  const line = {
    productId: null,
    description: 'Goods',
    quantity: 1_000_000,
    unitPrice: amount * 10_000,
    discountPercent: 0,
    taxCodeId: null,
    accountId: null,
  }
  const posted = await send('invoices.post', {
    customerId: 1,
    documentDate: date,
    termsId: null,
    dueDate: null,
    reference: '',
    memo: '',
    pricesIncludeTax: false,
    lines: [line, line],
    draftUid: null,
  })
  invoices.push({ id: (posted as Open).id, open: amount * 2 })
}

const postReceipt = async (): Promise<void> => {
  const paid = invoices.splice(0, 1 + upTo(3))
  if (paid.length === 0) return
  const lines = paid.map(({ id, open }) => ({
    documentId: id,
    amount: open,
    discount: 0,
    writeOff: 0,
    writeOffReason: '',
  }))
  const posted = await send('receipts.post', {
    customerId: 1,
    date,
    amount: lines.reduce((sum, line) => sum + line.amount, 0) + upTo(2) * 500,
    method: 'check',
    reference: '',
    memo: '',
    depositAccountId: null,
    applications: lines,
    draftUid: null,
  })
  if (upTo(4) === 0) await send('documents.void', { id: (posted as Open).id, date, reason: 'returned' })
  else applications.push((posted as Open).id)
}

while (true) {
  date = addDays(date, upTo(2))
  await (upTo(5) < 3 ? postInvoice() : postReceipt())
}
