import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import { Refusal } from '../../../src-shared/kit/refusal.ts'
import { ImportCheck } from '../../../src-shared/import-export/rules/import-check.ts'
import {
  importFieldName,
  importFields,
  requiredImportFields,
} from '../../../src-shared/import-export/rules/import-fields.ts'
import { questionsOf, readColumns, withDecided } from '../../../src-shared/import-export/rules/import-questions.ts'
import type { ImportLayout } from '../../../src-shared/import-export/rules/import-row.ts'
import { companyBooks } from './company-books.ts'
import type { BooksRequest } from './company-books.ts'
import { planImport } from '../../../src-shared/import-export/rules/import-plan.ts'
import type { PlannedCustomer } from '../../../src-shared/import-export/rules/import-plan.ts'
import { companyRules } from '../../company/facts/company.ts'
import type { Readable } from '../../db/connection.ts'
import { readTable } from './read-table.ts'
import type { ReadTable } from './read-table.ts'

const ROWS_BETWEEN_CHECKS = 500

export interface CheckControl extends BooksRequest {
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
 * Reads a file and checks every row by the mapping against the company; nothing is written.
 * @throws Refusal as readTable does, mapping_incomplete, import_question, cancelled.
 */
export function checkFile(
  db: Readable,
  path: string | null,
  mapping: ImportMapping,
  { progress, checkCancelled, ...asked }: CheckControl,
): CheckedFile {
  const table = readTable(path, checkCancelled, mapping)
  assertMapped(mapping, table.headers)
  const layout = layoutOf(db, table, mapping)
  const books = companyBooks(db, asked)
  const check = new ImportCheck(layout, table.headers.length, books, mapping.lookAlikes)
  for (const [index, { line, values }] of table.rows.entries()) {
    check.add(line, values)
    if (index % ROWS_BETWEEN_CHECKS > 0) continue
    checkCancelled()
    progress(index, table.rows.length)
  }
  progress(table.rows.length, table.rows.length)
  return { table, check, customers: planImport(check.rows, books) }
}

/** How the rows are read: as the clerk says, and else as the file decides. Refuses what neither does. */
function layoutOf(db: Readable, table: ReadTable, mapping: ImportMapping): ImportLayout {
  if (table.doubtfulWords.length > 0) {
    const words = table.doubtfulWords.map(({ words: [word = ''] }) => word).join(', ')
    throw new Refusal('import_question', { about: 'encoding', example: words }, 'mapping.encoding')
  }
  const rows = table.rows.map(({ values }) => values)
  const readings = readColumns(table.headers.length, rows)
  const answers = withDecided(mapping, readings, companyRules(db).settings)
  const [question] = questionsOf(answers, readings)
  const { documents, decimalMark, columns, datePatterns } = answers
  if (question === undefined && documents !== null && decimalMark !== null) {
    return { columns, datePatterns, documents, decimalMark }
  }
  const about = question?.about ?? 'documents'
  const example = question !== undefined && 'example' in question ? question.example : ''
  throw new Refusal('import_question', { about, example }, `mapping.${about}`)
}

function assertMapped({ columns }: ImportMapping, headers: readonly string[]): void {
  const unmapped = requiredImportFields.find((field) => columns[field] === undefined)
  const astray = importFields.find((field) => (columns[field] ?? 0) >= headers.length)
  const field = unmapped ?? astray
  if (field === undefined) return
  throw new Refusal('mapping_incomplete', { field: `the ${importFieldName[field]}` }, `mapping.columns.${field}`)
}
