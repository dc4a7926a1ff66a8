import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportMapping } from '../../src-shared/import-export/contract/imports.ts'
import { call } from '../../src-main/company-file/company-file.ts'
import type { DispatchControl } from '../../src-main/kernel/session.ts'
import type { TestCompany } from '../fixtures/company.ts'

/** The kernel is given the path beside the input, as the shell does for a token it issued. */
const token = '0'.repeat(32)

export const HEADERS = 'Customer,Name,Country,Invoice,Date,Due,Amount,Reference,Settled'

export const mapping: ImportMapping = {
  columns: {
    customer_code: 0,
    customer_name: 1,
    country: 2,
    invoice_number: 3,
    invoice_date: 4,
    due_date: 5,
    amount: 6,
    reference: 7,
    settled_date: 8,
  },
  documents: 'invoices',
  datePatterns: { invoice_date: 'YYYY-MM-DD', due_date: 'YYYY-MM-DD', settled_date: 'YYYY-MM-DD' },
  decimalMark: '.',
  encoding: null,
  headerLine: null,
  lookAlikes: { customers: null, numbers: null },
}

/** Writes the lines below the usual header and returns the path. */
export const writeCsv = (company: TestCompany, lines: readonly string[], headers = HEADERS): string => {
  const path = join(company.folder, 'list.csv')
  writeFileSync(path, [headers, ...lines, ''].join('\r\n'))
  return path
}

export const preview = (company: TestCompany, file: string) =>
  call(company.file, 'imports.preview', { token }, { file })

export const dryRun = (company: TestCompany, file: string, by = mapping, control: DispatchControl = {}) =>
  call(company.file, 'imports.dryRun', { token, mapping: by }, { ...control, file })

/** Imports what a dry run has just seen. */
export const run = async (company: TestCompany, file: string, by = mapping, control: DispatchControl = {}) => {
  const { fileHash } = await dryRun(company, file, by)
  return runChecked(company, file, fileHash, by, control)
}

export const runChecked = (
  company: TestCompany,
  file: string,
  fileHash: string,
  by = mapping,
  control: DispatchControl = {},
) => call(company.file, 'imports.run', { token, mapping: by, fileHash }, { ...control, file })

/** Every table and how many rows it holds: equal before and after says that nothing was posted. */
export const rowCounts = (company: TestCompany): ReadonlyMap<string, number> => {
  const db = company.sql()
  const tables = db.rows<[name: string]>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
  const counts = tables.map(([name]) => [name, db.value<number>(`SELECT count(*) FROM "${name}"`) ?? 0] as const)
  db.close()
  return new Map(counts)
}
