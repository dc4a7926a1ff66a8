import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { openReadable } from '../../src-main/db/open.ts'
import { call, openForReading } from '../../src-main/company-file/company-file.ts'
import { Host } from '../../src-main/threads/host.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import type { Book } from './book.ts'
import { measurePairs, report } from './measure.ts'

const PAGE = 500

/**
 * Tie-out, trial balance and Check the books, and the customer list page by page; the raw side adds up what they are made of.
 * Of the chain of commands a check reads the first ones only, since the book is made without its hashes.
 */
export const benchBooks = async (book: Book): Promise<void> => {
  const company = openForReading(book.path)
  const connection = openReadable(book.path)
  const random = seededRandom(5)
  const pastDay = (): CalendarDate => addDays(book.from, 200 + Math.floor(random() * 800))
  const control = connection.value<number>('SELECT id FROM account WHERE is_control = 1') ?? 0
  report(
    await measurePairs(
      `tie-out of a past day (${book.invoices} invoices)`,
      50,
      () => call(company, 'ledger.tieOut', { asOf: pastDay() }),
      () =>
        connection.value('SELECT sum(amount) FROM account_day WHERE account_id = ? AND date <= ?', [
          control,
          pastDay(),
        ]),
    ),
    'raw',
    '50 ms',
  )
  report(
    await measurePairs(
      'trial balance of a past day',
      50,
      () => call(company, 'ledger.trialBalance', { asOf: pastDay() }),
      () =>
        connection.rows('SELECT account_id, sum(base_amount) FROM account_day WHERE date <= ? GROUP BY account_id', [
          pastDay(),
        ]),
    ),
    'raw',
    '300 ms',
  )
  const asOf = addDays(book.to, 1)
  let after: readonly [string, number] | null = null
  const nextPage = async (): Promise<void> => {
    const input = { asOf, order: 'code', filter: '', includeArchived: false, limit: PAGE } as const
    const page: { readonly next: readonly [string, number] | null } = await call(company, 'customers.list', {
      ...input,
      after: after === null ? null : [after[0], after[1]],
    })
    after = page.next
  }
  let first = 1
  const rawPage = (): void => {
    const sql = `SELECT customer_id, sum(balance) FROM open_item INDEXED BY open_item_by_customer
      WHERE customer_id BETWEEN ? AND ? AND closed_on = '9999-12-31' GROUP BY customer_id`
    connection.rows(sql, [first, first + PAGE - 1])
    first = first + PAGE > book.customers ? 1 : first + PAGE
  }
  report(await measurePairs(`customers, pages of ${PAGE}, largest first`, 10, nextPage, rawPage), 'raw', '30 ms')
  const host = new Host({ log: () => {} })
  report(
    await measurePairs(
      'Check the books',
      1,
      () => host.checkBooks(book.path, { onProgress: () => {}, onStarted: () => {} }),
      () => connection.rows('PRAGMA integrity_check'),
    ),
    'integrity_check',
    '25 s',
  )
  await host.end()
  connection.close()
  company.close()
}
