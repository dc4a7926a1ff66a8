import type { ImportMapping } from '../../../src-shared/contract/imports.ts'
import { datePatterns } from '../../../src-shared/domain/date-text.ts'
import { importFields } from '../../../src-shared/domain/import-fields.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useFormat } from '../../ui/conventions.tsx'
import type { Format } from '../../ui/conventions.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Card } from '../../ui/Page.tsx'
import { FileRows } from './FileRows.tsx'
import {
  chosenColumn,
  columnChoices,
  columnSamples,
  dateExample,
  fieldLabel,
  isRequired,
  withColumn,
} from './mapping.ts'
import { asksForPattern } from './steps.ts'
import type { MappedFile } from './steps.ts'
import css from './import.module.css'

export type MapStepProps = {
  readonly file: MappedFile
  readonly errors: FieldErrors
  readonly onChange: (mapping: ImportMapping) => void
  /** Enter on the last field. */
  readonly onLast: () => void
}

const decimalMarks = [
  { value: '.', label: 'Point: 1,234.56' },
  { value: ',', label: 'Comma: 1.234,56' },
] as const satisfies readonly { value: ImportMapping['decimalMark']; label: string }[]

const patterns = datePatterns.map((pattern) => ({ value: pattern, label: pattern }))

/** Which column is what, with values of each beneath; the first rows of the file below. */
export function MapStep({ file, errors, onChange, onLast }: MapStepProps) {
  const { preview, mapping } = file
  const format = useFormat()
  return (
    <>
      {preview.remembered && (
        <Banner>The columns are as you chose them the last time for a file with these headers.</Banner>
      )}
      {asksForPattern(file) && (
        <Banner tone="warn">
          Every date in this file could have day and month either way round. Say which comes first under How dates are
          written.
        </Banner>
      )}
      <EntryForm onLastEnter={onLast} className={css.mapping ?? ''}>
        <Card title="Which column is what" padded>
          <div className={css.columns}>
            {importFields.map((field, index) => (
              <SelectField
                key={field}
                label={isRequired(field) ? `${fieldLabel(field)}, needed` : fieldLabel(field)}
                name={field}
                value={chosenColumn(mapping, field)}
                onChange={(column) => onChange(withColumn(mapping, field, column))}
                options={columnChoices(preview.headers, field)}
                hint={columnSamples(preview, mapping, field) || ' '}
                error={errors[`columns.${field}`]}
                className={css.column}
                autoFocus={index === 0}
                required={isRequired(field)}
                quick
              />
            ))}
          </div>
        </Card>
        <Card title="How values are written" padded>
          <div className={css.written}>
            <SelectField
              label="How dates are written"
              value={mapping.datePattern}
              onChange={(datePattern) => onChange({ ...mapping, datePattern })}
              options={patterns}
              hint={exampleText(file, format)}
              error={errors['datePattern']}
              quick
            />
            <SelectField
              label="Before the decimals"
              value={mapping.decimalMark}
              onChange={(decimalMark) => onChange({ ...mapping, decimalMark })}
              options={decimalMarks}
              error={errors['decimalMark']}
              quick
            />
          </div>
        </Card>
      </EntryForm>
      <FileRows preview={preview} mapping={mapping} />
    </>
  )
}

function exampleText({ preview, mapping }: MappedFile, format: Format): string {
  const example = dateExample(preview, mapping)
  if (example === null) return 'No dates to show.'
  return example.ok
    ? `${example.text} is read as ${format.dateWithDay(example.date)}`
    : `"${example.text}" is not written like this`
}
