import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { formatDate } from '../../src-shared/domain/dates/date-text.ts'
import { formatAmount } from '../../src-shared/domain/amounts/money.ts'
import { newCompany } from '../fixtures/company.ts'
import { dryRun, mapping, preview, rowCounts, run, writeCsv } from './import-fixture.ts'

interface Invoice {
  readonly customer: number
  readonly day: number
  readonly dueAfter: number | null
  readonly settledAfter: number | null
  readonly cents: number
  readonly reference: string
}

const FIRST = calendarDate('2024-01-31')

// Text as a spreadsheet may hold it: separators, quotes, line breaks, letters of any script.
const reference = fc
  .string({ unit: fc.constantFrom('a', ',', ';', '"', '\n', 'é', '界', ' ', "'", '=', '-'), maxLength: 20 })
  .filter((text) => !/^\s*["']|^\s*=/.test(text))

const invoice: fc.Arbitrary<Invoice> = fc.record({
  customer: fc.integer({ min: 0, max: 5 }),
  day: fc.integer({ min: 0, max: 500 }),
  dueAfter: fc.option(fc.integer({ min: 0, max: 120 })),
  settledAfter: fc.option(fc.integer({ min: 0, max: 200 })),
  cents: fc.integer({ min: 1, max: 99_999_999 }),
  reference,
})

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const dayAfter = (day: number, days: number | null): string =>
  days === null ? '' : formatDate(addDays(FIRST, day + days), 'iso')

const rowOf = (row: Invoice, index: number): string =>
  [
    `C${row.customer}`,
    '',
    '',
    `N${index}`,
    dayAfter(row.day, 0),
    dayAfter(row.day, row.dueAfter),
    quoted(formatAmount(row.cents, 'USD')),
    quoted(row.reference),
    dayAfter(row.day, row.settledAfter),
  ].join(',')

const sumOf = (rows: readonly Invoice[]): number => rows.reduce((total, { cents }) => total + cents, 0)

const BAD: readonly ((row: string) => string)[] = [
  (row) => row.replace(/^C\d/, ''),
  (row) => row.replace(/,\d{4}-\d\d-\d\d,/, ',2024-02-31,'),
  (row) => row.replace(/,N\d+,/, ',,'),
  (row) => row.replace(/,N\d+,/, ',N0,'),
  (row) => row.split(',').slice(0, 4).join(','),
  (row) => `${row},surplus`,
]

test('whatever a valid file holds, its totals are those of the ledger', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(invoice, { minLength: 1, maxLength: 25 }), async (rows) => {
      const company = newCompany()
      const path = writeCsv(company, rows.map(rowOf))
      const settled = rows.filter(({ settledAfter }) => settledAfter !== null)
      expect((await preview(company, path)).mapping.columns).toEqual(mapping.columns)
      expect(await run(company, path)).toEqual({
        customers: new Set(rows.map(({ customer }) => customer)).size,
        invoices: rows.length,
        credits: 0,
        receipts: settled.length,
      })
      const sums = company.sql().all<{ kind: string; total: number; open: number }>(
        `SELECT kind, sum(total) AS total, sum(balance) AS open
         FROM document JOIN open_item ON document_id = document.id GROUP BY kind ORDER BY kind`,
      )
      const open = sumOf(rows) - sumOf(settled)
      const receipts = settled.length === 0 ? [] : [{ kind: 'receipt', total: -sumOf(settled), open: 0 }]
      expect(sums).toEqual([{ kind: 'invoice', total: sumOf(rows), open }, ...receipts])
    }),
    { numRuns: 25 },
  )
})

test('one bad row anywhere: it is named by its line, and nothing is changed', { timeout: 60_000 }, async () => {
  const company = newCompany()
  const before = rowCounts(company)
  await fc.assert(
    fc.asyncProperty(
      fc.array(invoice, { minLength: 2, maxLength: 12 }),
      fc.nat(),
      fc.constantFrom(...BAD),
      async (rows, place, spoil) => {
        const lines = rows.map((row, index) => rowOf({ ...row, reference: '' }, index))
        const at = 1 + (place % (lines.length - 1))
        const path = writeCsv(company, lines.with(at, spoil(lines[at] ?? '')))
        const { problems, fileHash } = await dryRun(company, path)
        expect(fileHash).toHaveLength(64)
        expect(new Set(problems.flatMap((problem) => problem.lines.map(({ from }) => from)))).toEqual(new Set([at + 2]))
        await expect(run(company, path)).rejects.toMatchObject({ code: 'import_has_errors', params: { count: 1 } })
        expect(rowCounts(company)).toEqual(before)
      },
    ),
    { numRuns: 40 },
  )
})
