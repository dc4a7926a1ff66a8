import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { ImportMapping } from '../../src-shared/import-export/contract/imports.ts'
import { linesText } from '../../src-shared/import-export/rules/import-problems.ts'
import { newCompany } from '../fixtures/company.ts'
import type { TestCompany } from '../fixtures/company.ts'
import { day } from '../fixtures/entries.ts'
import { dryRun, preview, run } from './import-fixture.ts'

/** Not ours to copy: lists of other programs, with what they come to worked out independently. */
const folder = fileURLToPath(new URL('../../../shared/data/move/', import.meta.url))
const there = existsSync(folder)
if (!there) process.stderr.write(`Skipped: the lists of other programs are not at ${folder}.\n`)

const openItems = async (
  company: TestCompany,
  path: string,
  said: Partial<ImportMapping> = {},
): Promise<ImportMapping> => {
  const { mapping } = await preview(company, path)
  return { ...mapping, documents: 'open_items', ...said }
}

/** The list without some of its lines, which the clerk takes out as the dry run told. */
const without = (company: TestCompany, path: string, lines: readonly number[]): string => {
  const kept = join(company.folder, 'corrected.csv')
  const text = readFileSync(path, 'utf8').split(/\r?\n/)
  writeFileSync(kept, text.filter((_, index) => !lines.includes(index + 1)).join('\n'))
  return kept
}

const owed = (company: TestCompany): number =>
  company.sql().value<number>('SELECT sum(amount) FROM entry WHERE item_id IS NOT NULL') ?? 0

const bucketsOf = async (company: TestCompany): Promise<readonly [number[], number]> => {
  const { totals } = await company.call('aging.byCustomer', { asOf: day('2026-06-30') })
  return [[...totals.buckets], totals.unapplied]
}

describe.skipIf(!there)('open items of other programs', () => {
  test('QuickBooks Online: titles, headings of buckets and sums are no items, a payment without a number gets ours', async () => {
    const company = newCompany()
    const path = join(folder, 'qbo/made-ar-aging-detail.csv')
    const mapping = await openItems(company, path)
    expect(mapping).toMatchObject({ headerLine: 5, datePatterns: { invoice_date: 'M/D/YYYY' }, decimalMark: '.' })
    expect(await dryRun(company, path, mapping)).toMatchObject({ problems: [], otherLines: 12, newCustomers: 7 })
    expect(await run(company, path, mapping)).toEqual({ customers: 7, invoices: 8, credits: 2, receipts: 2 })
    expect(owed(company)).toBe(1_633_279)
    // The report ages its credits by their dates, we keep them apart.
    const buckets = [65_749 + 8450, 14_338 + 50_000, 203_075 + 15_000, 128_450, 1_221_667 + 3333]
    expect(await bucketsOf(company)).toEqual([buckets, -76_783])
  })

  test('SAP: Windows letters are asked, marks before decimals are commas, a minus trails', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'EUR', date: day('2026-01-01'), rate: '1', version: null })
    const path = join(folder, 'sap/made-fbl5n-de.csv')
    const undecided = await openItems(company, path)
    await expect(dryRun(company, path, undecided)).rejects.toMatchObject({
      code: 'import_question',
      path: 'mapping.encoding',
    })
    const mapping = await openItems(company, path, { encoding: 'windows-1252' })
    expect(mapping).toMatchObject({ headerLine: 4, datePatterns: { invoice_date: 'D.M.YYYY' }, decimalMark: ',' })
    expect((await dryRun(company, path, mapping)).problems).toEqual([])
    await run(company, path, mapping)
    expect(owed(company)).toBe(1_633_279)
    expect(company.sql().value(`SELECT name FROM customer WHERE code = '0000100002'`)).toBe('Brückner Söhne GmbH')
  })

  test('Dynamics BC: a journal of open items', async () => {
    const company = newCompany()
    const path = join(folder, 'dynamics/bc-journal-open-ar.csv')
    const mapping = await openItems(company, path)
    expect(await run(company, path, mapping)).toMatchObject({ customers: 10, credits: 2, receipts: 2 })
    expect(owed(company)).toBe(3_881_256)
  })

  test('Dynamics SL: the type tells the sign; what is closed stays behind, and a type that is not known is told', async () => {
    const company = newCompany()
    const path = join(folder, 'dynamics/sl-ar-documents.csv')
    const { problems, closedRows } = await dryRun(company, path, await openItems(company, path))
    expect(closedRows).toBe(120)
    expect(problems.map(({ lines, value }) => [linesText(lines), value])).toEqual([['58', 'RC']])
    const corrected = without(company, path, [58])
    expect(await run(company, corrected, await openItems(company, corrected))).toMatchObject({
      credits: 2,
      receipts: 2,
    })
    expect(owed(company)).toBe(4_249_456)
  })

  test('Xero: the contact is the customer, not the account; the lines of one document are told', async () => {
    const company = newCompany()
    await company.call('rates.set', { currency: 'GBP', date: day('2026-01-01'), rate: '1', version: null })
    const path = join(folder, 'xero/made-sales-invoices-export.csv')
    const mapping = await openItems(company, path)
    const { problems } = await dryRun(company, path, mapping)
    expect(problems.map(({ count, problem }) => [count, problem])).toEqual([
      [6, 'Invoice 00041 is already on line 2: remove one of them.'],
    ])
  })

  test('Excel: Unicode text with tabs; what it lacks is asked for by name', async () => {
    const company = newCompany()
    const path = join(folder, 'encodings/made-excel-unicode-text.txt')
    const { headers, encoding, sample, mapping } = await preview(company, path)
    expect({ headers, encoding }).toEqual({ headers: ['Code', 'Name', 'Open'], encoding: 'utf-16le' })
    expect(sample[1]?.[1]).toBe('Brückner Söhne GmbH')
    await expect(dryRun(company, path, { ...mapping, documents: 'open_items' })).rejects.toMatchObject({
      code: 'mapping_incomplete',
      path: 'mapping.columns.invoice_number',
    })
  })

  test('Sage: a file without headers begins with its first row', async () => {
    const company = newCompany()
    const path = join(folder, 'sage50-uk/made-audit-trail-open.csv')
    const { headerLine, rowCount } = await preview(company, path)
    expect({ headerLine, rowCount }).toEqual({ headerLine: 0, rowCount: 12 })
    const columns = { document_type: 0, customer_code: 1, invoice_date: 4, invoice_number: 5, amount: 7 }
    const mapping = await openItems(company, path, { columns, encoding: 'windows-1252' })
    const asked = { ...mapping, datePatterns: {}, decimalMark: null }
    expect((await dryRun(company, path, asked)).problems).toEqual([])
    await run(company, path, asked)
    expect(owed(company)).toBe(1_633_279)
  })
})
