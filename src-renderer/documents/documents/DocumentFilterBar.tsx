import type { RefObject } from 'react'
import { FilterBox } from '../../lists/FilterBox.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { SegmentField } from '../../ui/fields/SegmentField.tsx'
import { Toolbar } from '../../ui/Page.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { kindChoices, statusChoices } from './document-filter.ts'
import type { DocumentFilter } from './document-filter.ts'
import css from './documents.module.css'

export type DocumentFilterBarProps = {
  readonly filter: DocumentFilter
  readonly onChange: (changes: Partial<DocumentFilter>) => void
  readonly list: RefObject<HTMLElement | null>
  readonly onEnter: () => void
}

export function DocumentFilterBar({ filter, onChange, list, onEnter }: DocumentFilterBarProps) {
  return (
    <Toolbar label="Which documents">
      <FilterBox
        label="Filter"
        placeholder="Number or reference"
        value={filter.text}
        onChange={(text) => onChange({ text })}
        maxLength={64}
        list={list}
        onEnter={onEnter}
        className={css.filter ?? ''}
      />
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
    </Toolbar>
  )
}
