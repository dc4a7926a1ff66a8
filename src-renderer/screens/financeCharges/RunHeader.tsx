import type { FieldErrors } from '../../entry/field-errors.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { DecimalField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { RunEntry } from './entry.ts'
import css from '../../entry/entry.module.css'

export type RunHeaderProps = {
  readonly entry: RunEntry
  readonly onChange: (entry: RunEntry) => void
  readonly baseCurrency: string
  readonly errors: FieldErrors
}

/** As of when and by which rules. Without a rate only the late fee is charged. */
export function RunHeader({ entry, onChange, baseCurrency, errors }: RunHeaderProps) {
  const change = (changes: Partial<RunEntry>): void => onChange({ ...entry, ...changes })
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.3fr) minmax(0, 2fr)">
        <DateField
          label="Charged through"
          name="asOf"
          value={entry.asOf}
          onChange={(asOf) => change({ asOf })}
          error={errors['asOf']}
          quick
          required
          autoFocus
        />
        <DecimalField
          label="Interest a year"
          name="annualRate"
          value={entry.annualRate}
          onChange={(annualRate) => change({ annualRate })}
          error={errors['annualRate']}
          suffix="%"
          quick
        />
        <AmountField
          label="Late fee"
          name="fee"
          currency={baseCurrency}
          hideCurrency
          value={entry.fee}
          onChange={(fee) => change({ fee })}
          error={errors['fee']}
          quick
        />
        <DateField
          label="Also settled late since"
          name="settledSince"
          value={entry.settledSince}
          onChange={(settledSince) => change({ settledSince })}
          error={errors['settledSince']}
        />
        <TextField
          label="Memo"
          name="memo"
          value={entry.memo}
          onChange={(memo) => change({ memo })}
          error={errors['memo']}
          maxLength={1000}
        />
      </FieldRow>
    </div>
  )
}
