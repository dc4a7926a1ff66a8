import { CustomerPicker } from '../../entry/CustomerPicker.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { FactLine } from '../../ui/FactLine.tsx'
import type { Fact } from '../../ui/FactLine.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { withCustomer } from './entry.ts'
import type { IdentifyEntry } from './entry.ts'
import type { Parked } from './start.ts'
import css from '../../entry/entry.module.css'

export type IdentifyHeaderProps = {
  readonly entry: IdentifyEntry
  readonly parked: Parked
  readonly onChange: (entry: IdentifyEntry) => void
  readonly setup: EntrySetup
  readonly errors: FieldErrors
}

/** What is known of the money, and whose it turns out to be. */
export function IdentifyHeader({ entry, parked, onChange, setup, errors }: IdentifyHeaderProps) {
  const change = (changes: Partial<IdentifyEntry>): void => onChange({ ...entry, ...changes })
  const { baseCurrency } = setup.profile
  const isForeign = parked.currency !== baseCurrency
  return (
    <>
      <FactLine facts={factsOf(parked)} />
      <div className={css.fields}>
        <FieldRow columns={`minmax(0, 2.2fr) minmax(0, 1.1fr) ${isForeign ? 'minmax(0, 1fr) ' : ''}minmax(0, 2fr)`}>
          <CustomerPicker
            value={entry.customer}
            onChange={(customer) => onChange(withCustomer(entry, customer))}
            error={errors['customerId']}
          />
          <DateField
            label="Date"
            name="date"
            value={entry.date}
            onChange={(date) => change({ date })}
            error={errors['date']}
            required
          />
          {isForeign && (
            <TextField
              label={`${baseCurrency} for one ${parked.currency}`}
              name="rate"
              value={entry.rate}
              onChange={(rate) => change({ rate })}
              error={errors['rate']}
              placeholder="As it was parked"
            />
          )}
          <TextField
            label="Memo"
            name="memo"
            value={entry.memo}
            onChange={(memo) => change({ memo })}
            error={errors['memo']}
            placeholder="Invoice numbers written here are proposed first"
            maxLength={1000}
          />
        </FieldRow>
      </div>
    </>
  )
}

const factsOf = ({ payer, reference, memo, depositAccount }: Parked): readonly Fact[] =>
  [
    { label: 'Payer', value: payer },
    { label: 'Reference', value: reference },
    { label: 'Memo', value: memo },
    { label: 'Lies on', value: depositAccount },
  ].filter(({ value }) => value !== '')
