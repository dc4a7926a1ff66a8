import type { CsvPreview, ImportMapping } from '../../../src-shared/contract/imports.ts'
import type { CalendarDate } from '../../../src-shared/domain/calendar.ts'
import { parseDateByPattern } from '../../../src-shared/domain/date-text.ts'
import { importFieldName, importFields, requiredImportFields } from '../../../src-shared/domain/import-fields.ts'
import type { ImportField } from '../../../src-shared/domain/import-fields.ts'
import type { EntryRefusal, FieldErrors } from '../../entry/field-errors.ts'

/** In a list of columns: none. */
export const NO_COLUMN = ''

export type ColumnChoice = { readonly value: string; readonly label: string }

const SAMPLES_SHOWN = 3
const dateFields = ['invoice_date', 'due_date', 'settled_date'] as const satisfies readonly ImportField[]

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

/** The mapping with a field taken from another column, or from none. */
export function withColumn(mapping: ImportMapping, field: ImportField, value: string): ImportMapping {
  const { [field]: _, ...others } = mapping.columns
  return { ...mapping, columns: value === NO_COLUMN ? others : { ...others, [field]: Number(value) } }
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
export const mappingErrors = ({ columns }: ImportMapping): FieldErrors =>
  Object.fromEntries(
    requiredImportFields
      .filter((field) => columns[field] === undefined)
      .map((field) => [`columns.${field}`, `Choose the column of the ${importFieldName[field]}.`]),
  )

/** The field of this screen that a refusal names; null for what it does not show. */
export function fieldOfRefusal({ path }: EntryRefusal): string | null {
  const field = path.replace(/^mapping\./, '')
  return field.startsWith('columns.') || field === 'datePattern' || field === 'decimalMark' ? field : null
}

export type DateExample =
  | { readonly ok: true; readonly text: string; readonly date: CalendarDate }
  | { readonly ok: false; readonly text: string }

/**
 * A date of the file as the mapping reads it: the first that cannot be read, else the first whose day and month could not
 * be swapped unseen, else the first. Null when no date column is chosen or all are blank.
 */
export function dateExample({ sample }: CsvPreview, { columns, datePattern }: ImportMapping): DateExample | null {
  const texts = dateFields.flatMap((field) => {
    const column = columns[field]
    return column === undefined ? [] : sample.map((row) => row[column]?.trim() ?? '').filter((text) => text !== '')
  })
  const read = texts.map((text): DateExample => {
    const date = parseDateByPattern(text, datePattern)
    return date.ok ? { ok: true, text, date: date.value } : { ok: false, text }
  })
  return read.find(({ ok }) => !ok) ?? read.find((example) => example.ok && dayOf(example.date) > 12) ?? read[0] ?? null
}

const dayOf = (date: CalendarDate): number => Number(date.slice(8))
