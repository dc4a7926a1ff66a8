import { guessDatePattern } from './date-text.ts'
import type { DateOrder, DatePattern } from './date-text.ts'
import { guessDecimalMark } from './import-amount.ts'
import type { DecimalMark } from './import-amount.ts'
import { cellText } from './import-cell.ts'
import type { ImportColumns, ImportField } from './import-fields.ts'
import { guessColumns } from './import-headers.ts'
import type { ImportLayout } from './import-row.ts'

/** How the company writes, for what a file leaves open. */
export type CompanyHabits = { readonly dateOrder: DateOrder; readonly decimalMark: DecimalMark }

type Rows = readonly (readonly string[])[]

const DATE_FIELDS = ['invoice_date', 'due_date', 'settled_date'] as const satisfies readonly ImportField[]
const SAMPLES_MAX = 2000

const PATTERN_OF_ORDER = {
  mdy: 'M/D/YYYY',
  dmy: 'D/M/YYYY',
  ymd: 'YYYY-MM-DD',
} as const satisfies Record<DateOrder, DatePattern>

const DAY_FIRST = { 'M/D/YYYY': 'D/M/YYYY', 'M/D/YY': 'D/M/YY' } as const

/** The layout a file most likely has: columns by their headers, dates and decimals by their values. */
export function guessLayout(headers: readonly string[], rows: Rows, habits: CompanyHabits): ImportLayout {
  const columns = guessColumns(headers, (column) => samplesOf(rows, [column]))
  const amounts = columns.amount === undefined ? [] : samplesOf(rows, [columns.amount])
  return {
    columns,
    datePattern: likelyPattern(dateSamples(rows, columns), habits.dateOrder),
    decimalMark: guessDecimalMark(amounts, habits.decimalMark),
  }
}

/** True when day and month could be either way round in every date of the file: the clerk has to say. */
export const hasAmbiguousDates = (rows: Rows, columns: ImportColumns): boolean =>
  guessDatePattern(dateSamples(rows, columns)).ambiguous

function likelyPattern(samples: readonly string[], order: DateOrder): DatePattern {
  const { pattern, ambiguous } = guessDatePattern(samples)
  if (pattern === null) return PATTERN_OF_ORDER[order]
  if (ambiguous && order === 'dmy' && (pattern === 'M/D/YYYY' || pattern === 'M/D/YY')) return DAY_FIRST[pattern]
  return pattern
}

const dateSamples = (rows: Rows, columns: ImportColumns): readonly string[] =>
  samplesOf(
    rows,
    DATE_FIELDS.flatMap((field) => columns[field] ?? []),
  )

/** Different values of some columns: thousands of rows hold few dates. */
function samplesOf(rows: Rows, columns: readonly number[]): readonly string[] {
  const samples = new Set<string>()
  for (const row of rows) {
    for (const column of columns) samples.add(cellText(row[column] ?? ''))
    if (samples.size >= SAMPLES_MAX) break
  }
  return [...samples]
}
