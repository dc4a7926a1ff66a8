import { likelyColumns } from '../../../src-shared/import-export/rules/import-guess.ts'
import { marksOf, readColumns, withDecided } from '../../../src-shared/import-export/rules/import-questions.ts'
import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import type { DatePattern } from '../../../src-shared/domain/dates/date-text.ts'
import { decidedMark } from '../../../src-shared/import-export/rules/decimal-mark.ts'
import type { ImportDateField } from '../../../src-shared/import-export/rules/import-fields.ts'
import type { ColumnReading } from '../../../src-shared/import-export/rules/import-questions.ts'
import { companyRules } from '../../company/facts/company.ts'
import { readTable } from '../csv/read-table.ts'
import { rememberedMapping } from '../csv/remembered-mapping.ts'
import type { QueryHandler } from '../../kernel/query-handler.ts'

const SAMPLE_ROWS = 20

const isFilled = (value: string): boolean => value.trim() !== ''

/** The head of a chosen file, and how its columns are most likely to be read. */
export const importPreview: QueryHandler<'imports.preview'> = (
  { db, file, checkCancelled },
  { encoding, headerLine },
) => {
  const table = readTable(file, checkCancelled, { encoding, headerLine })
  const rows = table.rows.map(({ values }) => values)
  const columns = readColumns(table.headers.length, rows)
  const remembered = rememberedMapping(db, table.headers)
  const undecided = { documents: null, datePatterns: {}, decimalMark: null }
  const mapping = (remembered && fitting(remembered, columns)) ?? {
    ...undecided,
    columns: likelyColumns(table.headers, rows),
  }
  return {
    file: table.file,
    headers: table.headers,
    sample: rows.slice(0, SAMPLE_ROWS),
    rowCount: rows.length,
    mapping: {
      ...withDecided(mapping, columns, companyRules(db).settings),
      encoding: encoding ?? (table.doubtfulWords.length > 0 ? null : table.encoding),
      headerLine: table.headerLine,
      lookAlikes: { customers: null, numbers: null },
    },
    remembered: remembered !== null,
    columns,
    headerLine: table.headerLine,
    firstLines: table.firstRows.map(({ line, values }) => ({ line, text: values.filter(isFilled).join(', ') })),
    encoding: table.encoding,
    doubtfulWords: table.doubtfulWords,
  }
}

/** A mapping of an earlier file, without what the values of this one contradict. */
function fitting(mapping: ImportMapping, readings: readonly ColumnReading[]): ImportMapping {
  const mark = decidedMark(marksOf(mapping.columns, readings))
  const fits = ([field, pattern]: readonly [string, DatePattern]): boolean => {
    const column = mapping.columns[field as ImportDateField]
    const dates = column === undefined ? [] : (readings[column]?.dates ?? [])
    return dates.length === 0 || dates.includes(pattern)
  }
  const datePatterns = Object.fromEntries(Object.entries(mapping.datePatterns).filter(fits))
  return { ...mapping, datePatterns, decimalMark: mark ?? mapping.decimalMark }
}
