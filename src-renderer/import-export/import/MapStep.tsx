import { importFields } from '../../../src-shared/import-export/rules/import-fields.ts'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { Banner } from '../../ui/Banner.tsx'
import { useConventions } from '../../ui/conventions.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Card } from '../../ui/Page.tsx'
import { FileRows } from './FileRows.tsx'
import { chosenColumn, columnChoices, columnSamples, fieldLabel, isRequired, withColumn } from './mapping.ts'
import { WrittenFields } from './WrittenFields.tsx'
import type { WrittenFieldsProps } from './WrittenFields.tsx'
import type { CsvPreview } from '../../../src-shared/import-export/contract/imports.ts'
import { encodingName } from '../../../src-shared/domain/text/text-encodings.ts'
import css from './import.module.css'

export type MapStepProps = WrittenFieldsProps & {
  /** Enter on the last field. */
  readonly onLast: () => void
}

/** Which column is what, with values of each beneath; what only the clerk knows; the first rows of the file below. */
export function MapStep({ file, errors, onChange, onReadAgain, onLast }: MapStepProps) {
  const { preview, mapping } = file
  const { dateOrder, decimal: decimalMark } = useConventions()
  const habits = { dateOrder, decimalMark }
  return (
    <>
      {preview.remembered && (
        <Banner>The columns are as you chose them the last time for a file with these headers.</Banner>
      )}
      <DoubtfulWords preview={preview} />
      <EntryForm onLastEnter={onLast} className={css.mapping ?? ''}>
        <Card title="Which column is what" padded>
          <div className={css.columns}>
            {importFields.map((field, index) => (
              <SelectField
                key={field}
                label={isRequired(field) ? `${fieldLabel(field)}, needed` : fieldLabel(field)}
                name={field}
                value={chosenColumn(mapping, field)}
                onChange={(column) => onChange(withColumn(mapping, field, column, preview.columns, habits))}
                options={columnChoices(preview.headers, field)}
                hint={columnSamples(preview, mapping, field) || ' '}
                error={errors[`columns.${field}`]}
                className={css.column}
                autoFocus={index === 0}
                required={isRequired(field)}
                quick={isRequired(field) || mapping.columns[field] !== undefined}
              />
            ))}
          </div>
        </Card>
        <Card title="How the file is read" padded>
          <WrittenFields file={file} errors={errors} onChange={onChange} onReadAgain={onReadAgain} />
        </Card>
      </EntryForm>
      <FileRows preview={preview} mapping={mapping} />
    </>
  )
}

/** The words that encodings read differently, side by side: the clerk knows which of them are right. */
export function DoubtfulWords({ preview }: { readonly preview: CsvPreview }) {
  const { doubtfulWords } = preview
  if (doubtfulWords.length === 0) return null
  return (
    <Banner tone="warn">
      Some letters could be others. Say under How the file is written in which of these the words are right.
      <dl className={css.words}>
        {doubtfulWords.map(({ encoding, words }) => (
          <div key={encoding}>
            <dt>{encodingName[encoding]}</dt>
            <dd>{words.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </Banner>
  )
}
