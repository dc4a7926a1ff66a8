import { DateField } from '../../ui/fields/DateField.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { kindChoices, statusChoices } from './document-filter.ts'
import type { DocumentFilter } from './document-filter.ts'
import css from './documents.module.css'

export type DocumentFilterFieldsProps = {
  readonly filter: DocumentFilter
  readonly onChange: (changes: Partial<DocumentFilter>) => void
}

/** Which kinds and states, and from when to when. */
export function DocumentFilterFields({ filter, onChange }: DocumentFilterFieldsProps) {
  return (
    <>
      <SelectField
        label="Kind"
        hideLabel
        value={filter.kind}
        onChange={(kind) => onChange({ kind })}
        options={kindChoices}
        className={css.kind}
      />
      <SegmentField
        label="State"
        value={filter.status}
        onChange={(status) => onChange({ status })}
        options={statusChoices}
      />
      <span className={css.period}>
        <span>From</span>
        <DateField
          label="From"
          hideLabel
          value={filter.from}
          onChange={(from) => onChange({ from })}
          className={css.date ?? ''}
        />
        <span>to</span>
        <DateField
          label="To"
          hideLabel
          value={filter.to}
          onChange={(to) => onChange({ to })}
          className={css.date ?? ''}
        />
      </span>
    </>
  )
}
