import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { addDays, type CalendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { openWritable } from '../../src-main/db/open.ts'
import { call, openForWriting } from '../../src-main/company-file/company-file.ts'
import { createCompanyFile } from '../../src-main/company-file/create-company.ts'
import { profile } from '../fixtures/company.ts'
import { seededRandom } from '../fixtures/seeded-random.ts'
import { measurePairs, report } from './measure.ts'
import { rawBook } from './raw.ts'

const ROWS = 2466

const writeCsv = (path: string): void => {
  const random = seededRandom(3)
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const date = addDays('2024-01-01' as CalendarDate, Math.floor(random() * 700))
    const cells = [
      `C${String(index % 100).padStart(4, '0')}`,
      String(index).padStart(10, '0'),
      date,
      addDays(date, 30),
      (10 + random() * 90).toFixed(2),
      addDays(date, 5 + Math.floor(random() * 50)),
    ]
    return cells.join(',')
  })
  writeFileSync(path, ['customerID,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,SettledDate', ...lines].join('\n'))
}

/** Preview, dry run and import of a file, against reading it with papaparse and inserting the same rows raw. */
export const benchImport = async (folder: string): Promise<void> => {
  const csv = join(folder, 'import.csv')
  writeCsv(csv)
  const token = '0'.repeat(32)
  let serial = 0
  const fresh = (): string => {
    const path = join(folder, `import-${(serial += 1)}.duebook`)
    createCompanyFile(path, { profile, baseCurrency: 'USD' })
    return path
  }
  const ours = async (): Promise<void> => {
    const company = openForWriting(fresh())
    const { mapping: found } = await call(company, 'imports.preview', { token }, { file: csv })
    const mapping = { ...found, documents: 'invoices' as const }
    const { fileHash } = await call(company, 'imports.dryRun', { token, mapping }, { file: csv })
    await call(company, 'imports.run', { token, mapping, fileHash }, { file: csv })
    company.close()
  }
  const raw = (): void => {
    const connection = openWritable(fresh())
    const rows = Papa.parse<string[]>(readFileSync(csv, 'utf8')).data.slice(1)
    connection.run('BEGIN IMMEDIATE')
    const book = rawBook(connection, 'R-')
    book.command((command) => {
      const customers = new Map<string, number>()
      for (const [code = '', , date = '', due = '', amount = '', settled = ''] of rows) {
        let customerId = customers.get(code)
        if (customerId === undefined) {
          customerId = connection.insert(
            `INSERT INTO customer (uid, code, name, currency, terms_id) VALUES (?, ?, ?, 'USD', 1)`,
            [code, code, code],
          )
          customers.set(code, customerId)
        }
        const cents = Math.round(Number(amount) * 100)
        const id = book.invoice(command, customerId, date, due, [cents])
        book.receipt(command, customerId, settled, [{ id, amount: cents }])
      }
    })
    connection.run('COMMIT')
    connection.run('PRAGMA wal_checkpoint(TRUNCATE)')
    connection.close()
  }
  report(await measurePairs(`import ${ROWS} rows: preview, check, post`, 5, ours, raw), 'papaparse + raw inserts')
}
