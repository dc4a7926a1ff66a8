import { CustomerPicker } from '../../entry/head/CustomerPicker.tsx'
import { EntryForm } from '../../keyboard/EntryForm.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import type { StatementForm } from './request.ts'
import type { StatementState } from './use-statement.ts'
import css from './statement.module.css'

const forms = [
  { value: 'open_item', label: 'Open items' },
  { value: 'balance_forward', label: 'Balance forward' },
] as const satisfies readonly { value: StatementForm; label: string }[]

/** Whose statement, of which day, and what it lists. */
export function StatementFields({
  state: { choice, change, errors, currencies, statement },
}: {
  readonly state: StatementState
}) {
  const { customer, statementDate, currency, form, from } = choice
  return (
    <EntryForm className={css.fields ?? ''}>
      <FieldRow
        columns={currencies.length > 1 ? 'minmax(220px, 2fr) 1fr 90px 1fr 1fr' : 'minmax(220px, 2fr) 1fr 1fr 1fr'}
      >
        <CustomerPicker value={customer} onChange={(option) => change({ customer: option, currency: null })} />
        <DateField
          label="Statement date"
          name="statementDate"
          value={statementDate}
          onChange={(date) => change({ statementDate: date })}
          quick
        />
        {currencies.length > 1 && (
          <SelectField
            label="Currency"
            name="currency"
            value={currency ?? statement?.currency ?? ''}
            onChange={(chosen) => change({ currency: chosen })}
            options={currencies.map((code) => ({ value: code, label: code }))}
          />
        )}
        <SelectField
          label="Shows"
          name="form"
          value={form}
          onChange={(chosen) => change({ form: chosen })}
          options={forms}
        />
        {form === 'balance_forward' && (
          <DateField
            label="Activity from"
            name="from"
            value={from}
            onChange={(date) => change({ from: date })}
            error={errors['from']}
            hint="Empty: the first of the month."
          />
        )}
      </FieldRow>
    </EntryForm>
  )
}
