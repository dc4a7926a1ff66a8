import { Refusal } from '../../../src-shared/contract/refusal.ts'
import { ImportCheck } from '../../../src-shared/domain/import-check.ts'
import { importFieldName, importFields, requiredImportFields } from '../../../src-shared/domain/import-fields.ts'
import type { ImportLayout } from '../../../src-shared/domain/import-row.ts'
import { companyBooks } from './company-books.ts'
import { planImport } from '../../../src-shared/domain/import-plan.ts'
import type { PlannedCustomer } from '../../../src-shared/domain/import-plan.ts'
import type { Readable } from '../../db/connection.ts'
import { readTable } from './read-table.ts'
import type { ReadTable } from './read-table.ts'

const ROWS_BETWEEN_CHECKS = 500

export interface CheckControl {
  progress(done: number, total: number): void
  checkCancelled(): void
}

export interface CheckedFile {
  readonly table: ReadTable
  readonly check: ImportCheck
  /** What can be posted, by customer. */
  readonly customers: readonly PlannedCustomer[]
}

/**
 * Reads a file and checks every row by the layout against the company; nothing is written.
 * @throws Refusal as readTable does, mapping_incomplete, cancelled.
 */
export function checkFile(
  db: Readable,
  path: string | null,
  layout: ImportLayout,
  { progress, checkCancelled }: CheckControl,
): CheckedFile {
  const table = readTable(path, checkCancelled)
  assertMapped(layout, table.headers)
  const books = companyBooks(db)
  const check = new ImportCheck(layout, table.headers.length, books)
  for (const [index, { line, values }] of table.rows.entries()) {
    check.add(line, values)
    if (index % ROWS_BETWEEN_CHECKS > 0) continue
    checkCancelled()
    progress(index, table.rows.length)
  }
  progress(table.rows.length, table.rows.length)
  return { table, check, customers: planImport(check.rows, books) }
}

function assertMapped({ columns }: ImportLayout, headers: readonly string[]): void {
  const unmapped = requiredImportFields.find((field) => columns[field] === undefined)
  const astray = importFields.find((field) => (columns[field] ?? 0) >= headers.length)
  const field = unmapped ?? astray
  if (field === undefined) return
  throw new Refusal('mapping_incomplete', { field: `the ${importFieldName[field]}` }, `mapping.columns.${field}`)
}
