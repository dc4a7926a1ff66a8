import type { CsvPreview, ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import type { CalendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { orderOfPattern, parseDateByPattern } from '../../../src-shared/domain/dates/date-text.ts'
import type { DatePattern } from '../../../src-shared/domain/dates/date-text.ts'
import {
  importNumberFields,
  importFieldName,
  importFields,
  requiredImportFields,
} from '../../../src-shared/import-export/rules/import-fields.ts'
import type { ImportDateField, ImportField } from '../../../src-shared/import-export/rules/import-fields.ts'
import { questionsOf, withDecided, withOrder } from '../../../src-shared/import-export/rules/import-questions.ts'
import type { CompanyHabits } from '../../../src-shared/import-export/rules/import-questions.ts'
import type { EntryRefusal, FieldErrors } from '../../entry/field-errors.ts'

/** In a list of columns: none. */
export const NO_COLUMN = ''

export type ColumnChoice = { readonly value: string; readonly label: string }

const SAMPLES_SHOWN = 3

export const isRequired = (field: ImportField): boolean => requiredImportFields.some((required) => required === field)

/** "Invoice number". */
export const fieldLabel = (field: ImportField): string => {
  const name = importFieldName[field]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** A column as the clerk knows it: by its header, or by its place where it has none. */
export const columnName = (headers: readonly string[], column: number): string =>
  headers[column]?.trim() || `Column ${column + 1}`

/** Every column of the file, and none. */
export const columnChoices = (headers: readonly string[], field: ImportField): readonly ColumnChoice[] => [
  { value: NO_COLUMN, label: isRequired(field) ? 'Choose a column' : 'Not in the file' },
  ...headers.map((_, column) => ({ value: String(column), label: columnName(headers, column) })),
]

export const chosenColumn = ({ columns }: ImportMapping, field: ImportField): string =>
  columns[field] === undefined ? NO_COLUMN : String(columns[field])

type Columns = CsvPreview['columns']

/** The mapping with a field taken from another column, or from none; how its values are written is read anew. */
export function withColumn(
  mapping: ImportMapping,
  field: ImportField,
  value: string,
  columns: Columns,
  habits: CompanyHabits,
): ImportMapping {
  const { [field]: _, ...others } = mapping.columns
  const chosen = value === NO_COLUMN ? others : { ...others, [field]: Number(value) }
  const datePatterns = Object.fromEntries(Object.entries(mapping.datePatterns).filter(([name]) => name !== field))
  const isNumber = importNumberFields.some((number) => number === field)
  const decimalMark = isNumber ? null : mapping.decimalMark
  return { ...mapping, ...withDecided({ ...mapping, columns: chosen, datePatterns, decimalMark }, columns, habits) }
}

/** A date column's pattern; an answer to which of day and month comes first is the answer for every column. */
export function withPattern(
  mapping: ImportMapping,
  field: ImportDateField,
  pattern: DatePattern,
  columns: Columns,
): ImportMapping {
  const order = orderOfPattern(pattern)
  const others = order === null ? {} : withOrder({ ...mapping, documents: null }, columns, order)
  return { ...mapping, datePatterns: { ...mapping.datePatterns, ...others, [field]: pattern } }
}

/** What the clerk has to say before the rows can be checked, by the field that takes the answer. */
export function questionErrors({ columns, doubtfulWords }: CsvPreview, mapping: ImportMapping): FieldErrors {
  const errors: Record<string, string> = {}
  if (doubtfulWords.length > 0 && mapping.encoding === null) {
    errors['encoding'] = 'Choose the one in which the words are right.'
  }
  for (const question of questionsOf(mapping, columns)) {
    switch (question.about) {
      case 'documents':
        errors['documents'] = 'Say what the rows are.'
        break
      case 'decimalMark':
        errors['decimalMark'] = `"${question.example}" could be a thousand or have decimals. Say which.`
        break
      case 'datePatterns':
        for (const field of question.fields) {
          errors[`datePatterns.${field}`] =
            `"${question.example}" could have day and month either way round. Say which.`
        }
    }
  }
  return errors
}

/** The first different values of a field's column: what shows at a glance whether it is the right one. */
export function columnSamples({ sample }: CsvPreview, { columns }: ImportMapping, field: ImportField): string {
  const column = columns[field]
  if (column === undefined) return ''
  const values = new Set(sample.map((row) => row[column]?.trim() ?? '').filter((value) => value !== ''))
  return [...values].slice(0, SAMPLES_SHOWN).join(', ')
}

/** The fields a column is mapped to, for its title: "Invoice date". */
export const fieldsOfColumn = ({ columns }: ImportMapping, column: number): string =>
  importFields
    .filter((field) => columns[field] === column)
    .map(fieldLabel)
    .join(', ')

/** What keeps the file from being checked, by field. */
export const mappingErrors = (preview: CsvPreview, mapping: ImportMapping): FieldErrors => ({
  ...Object.fromEntries(
    requiredImportFields
      .filter((field) => mapping.columns[field] === undefined)
      .map((field) => [`columns.${field}`, `Choose the column of the ${importFieldName[field]}.`]),
  ),
  ...questionErrors(preview, mapping),
})

const SHOWN: ReadonlySet<string> = new Set(['documents', 'decimalMark', 'encoding'])

/** The field of this screen that a refusal names; null for what it does not show. */
export function fieldOfRefusal({ path }: EntryRefusal): string | null {
  const field = path.replace(/^mapping\./, '')
  return field.startsWith('columns.') || SHOWN.has(field) ? field : null
}

export type DateExample =
  | { readonly ok: true; readonly text: string; readonly date: CalendarDate }
  | { readonly ok: false; readonly text: string }

/**
 * A date of a column as its pattern reads it: the first that cannot be read, else the first whose day and month could not
 * be swapped unseen, else the first. Null when no pattern is chosen or all are blank.
 */
export function dateExample(
  { sample }: CsvPreview,
  mapping: ImportMapping,
  field: ImportDateField,
): DateExample | null {
  const column = mapping.columns[field]
  const pattern = mapping.datePatterns[field]
  if (column === undefined || pattern === undefined) return null
  const texts = sample.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '')
  const read = texts.map((text): DateExample => {
    const date = parseDateByPattern(text, pattern)
    return date.ok ? { ok: true, text, date: date.value } : { ok: false, text }
  })
  return read.find(({ ok }) => !ok) ?? read.find((example) => example.ok && dayOf(example.date) > 12) ?? read[0] ?? null
}

const dayOf = (date: CalendarDate): number => Number(date.slice(8))

/** The lines of the file that could name the columns, and none. */
export const headerChoices = ({ firstLines }: CsvPreview): readonly ColumnChoice[] => [
  ...firstLines.map(({ line, text }) => ({
    value: String(line),
    label: `Line ${line}: ${text.slice(0, HEADER_SHOWN)}`,
  })),
  { value: '0', label: 'No line: the file has no headers' },
]

const HEADER_SHOWN = 60
