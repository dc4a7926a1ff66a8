import { CustomerPicker } from '../../entry/CustomerPicker.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { RateField } from '../../entry/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { withCustomer, withDirection } from './entry.ts'
import type { AdjustmentEntry, Direction } from './entry.ts'
import css from '../../entry/entry.module.css'

export type AdjustmentHeaderProps = {
  readonly entry: AdjustmentEntry
  readonly onChange: (entry: AdjustmentEntry) => void
  readonly setup: EntrySetup
  readonly currency: string
  /** As typed, or as it follows from what is applied. */
  readonly amount: number
  readonly errors: FieldErrors
}

const directions = [
  { value: 'decrease', label: 'Lower what is owed' },
  { value: 'increase', label: 'Raise what is owed' },
] as const satisfies readonly { value: Direction; label: string }[]

const NO_REASON = { value: '', label: 'Choose a reason' }

/** Whose balance, which way, why, how much and when. */
export function AdjustmentHeader(props: AdjustmentHeaderProps) {
  const { entry, onChange, currency, errors } = props
  const { data: reasons = [] } = useLedgerQuery('reasonCodes.list', {})
  const change = (changes: Partial<AdjustmentEntry>): void => onChange({ ...entry, ...changes })
  const usable = reasons.filter(({ archived, id }) => !archived || id === entry.reasonCodeId)
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 2.2fr) minmax(0, 1.4fr) minmax(0, 1.4fr) minmax(0, 1.2fr) minmax(0, 1.2fr)">
        <CustomerPicker
          value={entry.customer}
          onChange={(customer) => onChange(withCustomer(entry, customer))}
          error={errors['customerId']}
        />
        <SelectField
          label="What"
          name="direction"
          value={entry.direction}
          onChange={(direction) => onChange(withDirection(entry, direction))}
          options={directions}
          quick
        />
        <SelectField
          label="Reason"
          name="reasonCodeId"
          value={String(entry.reasonCodeId ?? '')}
          onChange={(value) => change({ reasonCodeId: value === '' ? null : Number(value) })}
          options={[
            ...(entry.reasonCodeId === null ? [NO_REASON] : []),
            ...usable.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          error={errors['reasonCodeId']}
          required
          quick
          autoFocus={entry.customer !== null}
        />
        <AmountField
          label="Amount"
          name="amount"
          currency={currency}
          value={props.amount === 0 ? null : props.amount}
          onChange={(amount) => change({ amount })}
          error={errors['amount']}
          quick
        />
        <DateField
          label="Date"
          name="date"
          value={entry.date}
          onChange={(date) => change({ date })}
          error={errors['date']}
          required
        />
      </FieldRow>
      <SecondRow {...props} change={change} />
    </div>
  )
}

type SecondRowProps = AdjustmentHeaderProps & { readonly change: (changes: Partial<AdjustmentEntry>) => void }

function SecondRow({ entry, change, setup, currency, errors }: SecondRowProps) {
  const isForeign = currency !== setup.profile.baseCurrency
  return (
    <FieldRow columns={isForeign ? 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 3fr)' : 'minmax(0, 1fr) minmax(0, 4fr)'}>
      <TextField
        label="Reference"
        name="reference"
        value={entry.reference}
        onChange={(reference) => change({ reference })}
        error={errors['reference']}
        maxLength={64}
      />
      {isForeign && (
        <RateField
          currency={currency}
          baseCurrency={setup.profile.baseCurrency}
          date={entry.date}
          value={entry.rate}
          onChange={(rate) => change({ rate })}
          error={errors['rate']}
        />
      )}
      <TextField
        label="Memo"
        name="memo"
        value={entry.memo}
        onChange={(memo) => change({ memo })}
        error={errors['memo']}
        placeholder="Who agreed to it, and why"
        maxLength={1000}
      />
    </FieldRow>
  )
}
