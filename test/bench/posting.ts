import { addDays } from '../../src-shared/domain/dates/calendar.ts'
import type { Connection } from '../../src-main/db/connection.ts'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import type { Book } from './book.ts'
import { postThreeLines } from './invoice.ts'
import { measurePairs, report } from './measure.ts'
import { rawBook, type RawBook, type RawItem } from './raw.ts'

const PAIRS = 200

/** Each side commits durably to a file of its own, made alike; a posting through dispatch against the same rows raw. */
export const benchPosting = async (ours: Book, rawPath: string): Promise<void> => {
  const company = openForWriting(ours.path)
  const connection = openWritable(rawPath)
  const raw = rawBook(connection, 'R-')
  const random = seededRandom(7)
  const customer = (): number => 1 + Math.floor(random() * ours.customers)
  const date = addDays(ours.to, 1)
  const postInvoice = (customerId: number) => postThreeLines(company, customerId, date)
  const checkpoint = (): void => {
    company.checkpoint()
    connection.run('PRAGMA wal_checkpoint(PASSIVE)')
  }
  report(
    await measurePairs(
      `post an invoice of 3 lines (book of ${ours.invoices})`,
      PAIRS,
      () => postInvoice(customer()),
      () =>
        inRaw(connection, raw, (command) =>
          raw.invoice(command, customer(), date, addDays(date, 30), [1234, 1234, 1234]),
        ),
    ),
    'raw',
    '2x',
  )
  checkpoint()

  const oursOpen: { customerId: number; ids: number[] }[] = []
  const rawOpen: { customerId: number; items: RawItem[] }[] = []
  for (let group = 0; group < PAIRS * 1.3; group += 1) {
    const customerId = customer()
    const ids: number[] = []
    for (let item = 0; item < 3; item += 1) ids.push((await postInvoice(customerId)).id)
    oursOpen.push({ customerId, ids })
    const items: RawItem[] = []
    inRaw(connection, raw, (command) => {
      for (let item = 0; item < 3; item += 1) {
        items.push({ id: raw.invoice(command, customerId, date, addDays(date, 30), [1234, 1234, 1234]), amount: 3702 })
      }
    })
    rawOpen.push({ customerId, items })
  }
  checkpoint()
  report(
    await measurePairs(
      `post a receipt of 3 applications (book of ${ours.invoices})`,
      PAIRS,
      () => {
        const { customerId, ids } = taken(oursOpen.pop())
        const applications = ids.map((documentId) => ({
          documentId,
          amount: 3702,
          discount: 0,
          writeOff: 0,
          writeOffReason: '',
        }))
        return call(company, 'receipts.post', {
          customerId,
          date,
          amount: 11_106,
          method: 'check',
          reference: '',
          memo: '',
          depositAccountId: null,
          applications,
          draftUid: null,
        })
      },
      () => {
        const { customerId, items } = taken(rawOpen.pop())
        inRaw(connection, raw, (command) => raw.receipt(command, customerId, date, items))
      },
    ),
    'raw',
    '2x',
  )
  connection.close()
  company.close()
}

const inRaw = (connection: Connection, raw: RawBook, work: (command: number) => void): void => {
  connection.run('BEGIN IMMEDIATE')
  raw.command(work)
  connection.run('COMMIT')
}

const taken = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('the bench ran out of open items')
  return value
}
