import { guessDatePattern, orderOfPattern, parseDateByPattern } from '../../domain/dates/date-text.ts'
import type { DateOrder, DatePattern } from '../../domain/dates/date-text.ts'
import { addMark, bothEvidences, decidedMark, isMarkUnclear, NO_EVIDENCE, ofPercentages } from './decimal-mark.ts'
import type { MarkEvidence } from './decimal-mark.ts'
import type { DecimalMark } from './import-amount.ts'
import { cellText } from './import-cell.ts'
import { importDateFields, importNumberFields } from './import-fields.ts'
import type { ImportColumns, ImportDateField, ImportedAs } from './import-fields.ts'

/** What the values of one column say, over the whole file. */
export type ColumnReading = {
  /** Every pattern that reads the most of its dates; several when day and month could be either way round. */
  readonly dates: readonly DatePattern[]
  /** A date of the column, for the question. */
  readonly date: string | null
  readonly marks: MarkEvidence
}

type Rows = readonly (readonly string[])[]
type DatePatterns = { readonly [Field in ImportDateField]?: DatePattern }

const DATES_MAX = 2000
const DATES_TRIED = 50

/** Reads what each column says of its dates and amounts. Every row counts: one may decide for all. */
export function readColumns(width: number, rows: Rows): readonly ColumnReading[] {
  return Array.from({ length: width }, (_, column) => readColumn(rows, column))
}

function readColumn(rows: Rows, column: number): ColumnReading {
  const dates = new Set<string>()
  let marks = NO_EVIDENCE
  for (const row of rows) {
    const text = cellText(row[column] ?? '')
    if (text === '') continue
    marks = addMark(marks, text)
    if (dates.size < DATES_MAX) dates.add(text)
  }
  const samples = [...dates]
  const isOfDates = guessDatePattern(samples.slice(0, DATES_TRIED)).pattern !== null
  const { equals } = isOfDates ? guessDatePattern(samples) : { equals: [] }
  const first = equals[0]
  const date = first === undefined ? null : (samples.find((text) => parseDateByPattern(text, first).ok) ?? null)
  return { dates: equals, date, marks }
}

/** How the company writes, for what no row of a file shows. */
export type CompanyHabits = { readonly dateOrder: DateOrder; readonly decimalMark: DecimalMark }

/** What the clerk has said of a file; what is missing or null is not said. */
export type ImportAnswers = {
  readonly columns: ImportColumns
  readonly documents: ImportedAs | null
  readonly datePatterns: DatePatterns
  readonly decimalMark: DecimalMark | null
}

/** What only the clerk knows, with the value of the file that could be read in more than one way. */
export type ImportQuestion =
  | { readonly about: 'documents' }
  | { readonly about: 'datePatterns'; readonly fields: readonly ImportDateField[]; readonly example: string }
  | { readonly about: 'decimalMark'; readonly example: string }

/** The pattern of each mapped date column that its own values decide, or those of another column in the same order. */
function decidedPatterns(
  columns: ImportColumns,
  readings: readonly ColumnReading[],
  habits: CompanyHabits,
): DatePatterns {
  const mapped = importDateFields.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : [{ field, dates: readings[column]?.dates ?? [] }]
  })
  const orders = new Set(mapped.flatMap(({ dates }) => (dates.length === 1 ? (orderIn(dates) ?? []) : [])))
  const [order] = orders.size === 1 ? orders : []
  return Object.fromEntries(
    mapped.flatMap(({ field, dates }) => {
      const pattern =
        dates.length === 0
          ? PATTERN_OF_ORDER[habits.dateOrder]
          : dates.length === 1
            ? dates[0]
            : dates.find((candidate) => order !== undefined && orderOfPattern(candidate) === order)
      return pattern === undefined ? [] : [[field, pattern]]
    }),
  )
}

const orderIn = ([pattern]: readonly DatePattern[]): 'mdy' | 'dmy' | null =>
  pattern === undefined ? null : orderOfPattern(pattern)

const PATTERN_OF_ORDER = {
  mdy: 'M/D/YYYY',
  dmy: 'D/M/YYYY',
  ymd: 'YYYY-MM-DD',
} as const satisfies Record<DateOrder, DatePattern>

/** What the mapped columns of numbers show together: one file is written by one program. */
export const marksOf = (columns: ImportColumns, readings: readonly ColumnReading[]): MarkEvidence =>
  importNumberFields
    .flatMap((field) => {
      const column = columns[field]
      if (column === undefined) return []
      const marks = readings[column]?.marks ?? NO_EVIDENCE
      return [field === 'tax_rate' ? ofPercentages(marks) : marks]
    })
    .reduce(bothEvidences, NO_EVIDENCE)

/** The answers with everything filled in that the file itself decides; what it leaves open stays as it is. */
export function withDecided(
  answers: ImportAnswers,
  readings: readonly ColumnReading[],
  habits: CompanyHabits,
): ImportAnswers {
  const marks = marksOf(answers.columns, readings)
  const decided = isMarkUnclear(marks) ? null : (decidedMark(marks) ?? habits.decimalMark)
  return {
    ...answers,
    datePatterns: { ...decidedPatterns(answers.columns, readings, habits), ...answers.datePatterns },
    decimalMark: answers.decimalMark ?? decided,
  }
}

/** What has still to be asked before a row can be read; each once for the whole file. */
export function questionsOf(answers: ImportAnswers, readings: readonly ColumnReading[]): readonly ImportQuestion[] {
  const undated = importDateFields.filter(
    (field) => answers.columns[field] !== undefined && answers.datePatterns[field] === undefined,
  )
  const [first] = undated
  const column = first === undefined ? undefined : answers.columns[first]
  const example = column === undefined ? null : (readings[column]?.date ?? null)
  const { doubtful } = marksOf(answers.columns, readings)
  return [
    ...(answers.documents === null ? [{ about: 'documents' } as const] : []),
    ...(undated.length > 0 ? [{ about: 'datePatterns', fields: undated, example: example ?? '' } as const] : []),
    ...(answers.decimalMark === null ? [{ about: 'decimalMark', example: doubtful ?? '' } as const] : []),
  ]
}

/** The answer of day first or month first, for every column that needs it. */
export function withOrder(
  answers: ImportAnswers,
  readings: readonly ColumnReading[],
  order: 'mdy' | 'dmy',
): DatePatterns {
  return Object.fromEntries(
    importDateFields.flatMap((field) => {
      const column = answers.columns[field]
      const current = answers.datePatterns[field]
      if (column === undefined) return []
      const dates = readings[column]?.dates ?? []
      const wanted = dates.length > 1 ? dates.find((candidate) => orderOfPattern(candidate) === order) : current
      const pattern = wanted ?? current
      return pattern === undefined ? [] : [[field, pattern]]
    }),
  )
}
