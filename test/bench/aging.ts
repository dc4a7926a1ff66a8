import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { openReadable } from '../../src-main/db/open.ts'
import { call, openForReading } from '../../src-main/company-file/company-file.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import type { Book } from './book.ts'
import { measurePairs, report } from './measure.ts'

/** The leanest we know by hand: the same index, rows as arrays, one loop into typed arrays, no names. */
const rawAging = (connection: ReturnType<typeof openReadable>, asOf: CalendarDate, customers: number): Float64Array => {
  const edges = [0, 30, 60, 90].map((days) => addDays(asOf, -days))
  const sums = new Float64Array((customers + 1) * 6)
  const rows = connection.iterateRows<[number, string, number]>(
    `SELECT customer_id, due_date,
       CASE WHEN first_applied_on > :asOf THEN amount
         ELSE (SELECT sum(entry.amount) FROM entry WHERE entry.item_id = document_id AND entry.posting_date <= :asOf) END
     FROM open_item INDEXED BY open_item_by_validity
     WHERE closed_on > document_date AND closed_on > :asOf AND document_date <= :asOf`,
    { asOf },
  )
  const [now = '', d30 = '', d60 = '', d90 = ''] = edges
  for (const [customer, due, balance] of rows) {
    const column = balance < 0 ? 5 : due >= now ? 0 : due >= d30 ? 1 : due >= d60 ? 2 : due >= d90 ? 3 : 4
    const at = customer * 6 + column
    sums[at] = (sums[at] ?? 0) + balance
  }
  return sums
}

export const benchReads = async (book: Book): Promise<void> => {
  const company = openForReading(book.path)
  const connection = openReadable(book.path)
  const random = seededRandom(9)
  const pastDay = (): CalendarDate => addDays(book.from, 200 + Math.floor(random() * 800))
  let day = pastDay()
  const next = (): CalendarDate => (day = pastDay())
  report(
    await measurePairs(
      `aging as of a past day (${book.invoices} invoices)`,
      30,
      () => call(company, 'aging.byCustomer', { asOf: next() }),
      () => rawAging(connection, day, book.customers),
    ),
    'raw',
    '1.3x',
  )
  const customer = (): number => 1 + Math.floor(book.customers * random() ** 2.2)
  report(
    await measurePairs(
      'open items of a customer, today',
      400,
      () => call(company, 'openItems.forCustomer', { customerId: customer(), asOf: book.to }),
      () =>
        connection.all(
          `SELECT open_item.*, document.number, document.reference FROM open_item JOIN document ON document.id = open_item.document_id
         WHERE open_item.customer_id = ? AND closed_on = '9999-12-31' ORDER BY open_item.due_date`,
          [customer()],
        ),
    ),
    'raw',
  )
  connection.close()
  company.close()
}
