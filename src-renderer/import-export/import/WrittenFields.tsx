import type { ImportMapping } from '../../../src-shared/import-export/contract/imports.ts'
import { datePatterns } from '../../../src-shared/domain/dates/date-text.ts'
import type { DatePattern } from '../../../src-shared/domain/dates/date-text.ts'
import { importDateFields } from '../../../src-shared/import-export/rules/import-fields.ts'
import type { ImportDateField, ImportedAs } from '../../../src-shared/import-export/rules/import-fields.ts'
import { encodingName, textEncodings } from '../../../src-shared/domain/text/text-encodings.ts'
import type { TextEncoding } from '../../../src-shared/domain/text/text-encodings.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { dateExample, fieldLabel, headerChoices, withPattern } from './mapping.ts'
import type { MappedFile } from './steps.ts'
import css from './import.module.css'

type Undecided<Value extends string> = Value | ''

const CHOOSE = { value: '', label: 'Choose' } as const

const documentsOptions = [
  { value: 'invoices', label: 'Invoices: sales of this company' },
  { value: 'open_items', label: 'Open items: owed in the old books' },
] as const satisfies readonly { value: ImportedAs; label: string }[]

const documentsHint = {
  '': 'Sales are posted as such, open items against the opening balance.',
  invoices: 'Posted to sales, with tax where a column has it; credits as credit notes.',
  open_items: 'Posted against opening balance equity: their sales were posted in the old books.',
} as const

const decimalMarks = [
  { value: '.', label: 'Point: 1,234.56' },
  { value: ',', label: 'Comma: 1.234,56' },
] as const

const patterns = datePatterns.map((pattern) => ({ value: pattern, label: pattern }))
const encodings = textEncodings.map((encoding) => ({ value: encoding, label: encodingName[encoding] }))

/** "Choose" while nothing is said. */
const withChoose = <Value extends string>(
  value: Undecided<Value>,
  options: readonly { readonly value: Value; readonly label: string }[],
): readonly { readonly value: Undecided<Value>; readonly label: string }[] =>
  value === '' ? [CHOOSE, ...options] : options

export type WrittenFieldsProps = {
  readonly file: MappedFile
  readonly errors: FieldErrors
  readonly onChange: (mapping: ImportMapping) => void
  /** Another encoding or header: the file is read again. */
  readonly onReadAgain: (changes: Partial<Pick<ImportMapping, 'encoding' | 'headerLine'>>) => void
}

/** What the rows become, and how dates, amounts and letters are written; each asked only where the file leaves it open. */
export function WrittenFields({ file, errors, onChange, onReadAgain }: WrittenFieldsProps) {
  const { preview, mapping } = file
  const documents: Undecided<ImportedAs> = mapping.documents ?? ''
  const mark: Undecided<'.' | ','> = mapping.decimalMark ?? ''
  const encoding: Undecided<TextEncoding> = mapping.encoding ?? ''
  return (
    <div className={css.written}>
      <SelectField
        label="The rows are, needed"
        value={documents}
        onChange={(value) => value !== '' && onChange({ ...mapping, documents: value })}
        options={withChoose(documents, documentsOptions)}
        hint={documentsHint[documents]}
        error={errors['documents']}
        required
        quick
      />
      {importDateFields
        .filter((field) => mapping.columns[field] !== undefined)
        .map((field) => (
          <DatePatternField
            key={field}
            field={field}
            file={file}
            error={errors[`datePatterns.${field}`]}
            onChange={onChange}
          />
        ))}
      <SelectField
        label="Before the decimals"
        value={mark}
        onChange={(value) => value !== '' && onChange({ ...mapping, decimalMark: value })}
        options={withChoose(mark, decimalMarks)}
        error={errors['decimalMark']}
        quick
      />
      <SelectField
        label="How the file is written"
        value={encoding}
        onChange={(value) => value !== '' && onReadAgain({ encoding: value })}
        options={withChoose(encoding, encodings)}
        error={errors['encoding']}
        quick={preview.doubtfulWords.length > 0 || errors['encoding'] !== undefined}
      />
      <SelectField
        label="Columns are named on"
        value={String(preview.headerLine)}
        onChange={(line) => onReadAgain({ headerLine: Number(line) })}
        options={headerChoices(preview)}
      />
    </div>
  )
}

type DatePatternFieldProps = {
  readonly field: ImportDateField
  readonly file: MappedFile
  readonly error: string | undefined
  readonly onChange: (mapping: ImportMapping) => void
}

function DatePatternField({ field, file, error, onChange }: DatePatternFieldProps) {
  const { preview, mapping } = file
  const format = useFormat()
  const pattern: Undecided<DatePattern> = mapping.datePatterns[field] ?? ''
  return (
    <SelectField
      label={`${fieldLabel(field)} is written`}
      value={pattern}
      onChange={(value) => value !== '' && onChange(withPattern(mapping, field, value, preview.columns))}
      options={withChoose(pattern, patterns)}
      hint={exampleText(file, field, format)}
      error={error}
      quick
    />
  )
}

function exampleText({ preview, mapping }: MappedFile, field: ImportDateField, format: Format): string {
  if (mapping.datePatterns[field] === undefined) return 'Day and month could be either way round.'
  const example = dateExample(preview, mapping, field)
  if (example === null) return 'No dates to show.'
  return example.ok
    ? `${example.text} is read as ${format.dateWithDay(example.date)}`
    : `"${example.text}" is not written like this`
}
