import { CustomerPicker } from '../../entry/CustomerPicker.tsx'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { methodOptions } from '../../entry/method-options.ts'
import { RateField } from '../../entry/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { withCustomer } from './entry.ts'
import type { RefundEntry } from './entry.ts'
import css from '../../entry/entry.module.css'

export type RefundHeaderProps = {
  readonly entry: RefundEntry
  readonly onChange: (entry: RefundEntry) => void
  readonly setup: EntrySetup
  readonly currency: string
  readonly errors: FieldErrors
}

/** Who gets the money, how and when. */
export function RefundHeader(props: RefundHeaderProps) {
  const { entry, onChange, errors } = props
  const change = (changes: Partial<RefundEntry>): void => onChange({ ...entry, ...changes })
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 2.2fr) minmax(0, 1.2fr) minmax(0, 1.2fr) minmax(0, 1.2fr)">
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
        <SelectField
          label="Method"
          name="method"
          value={entry.method}
          onChange={(method) => change({ method })}
          options={methodOptions}
        />
        <ReferenceField
          label={entry.method === 'check' ? 'Check number' : 'Reference'}
          name="reference"
          value={entry.reference}
          onChange={(reference) => change({ reference })}
          error={errors['reference']}
          maxLength={64}
          quick
          autoFocus={entry.customer !== null}
        />
      </FieldRow>
      <SecondRow {...props} change={change} />
    </div>
  )
}

type SecondRowProps = RefundHeaderProps & { readonly change: (changes: Partial<RefundEntry>) => void }

function SecondRow({ entry, change, setup, currency, errors }: SecondRowProps) {
  const { baseCurrency } = setup.profile
  const accounts = setup.accounts.filter(({ type, isControl }) => type === 'asset' && !isControl)
  const bank = setup.accounts.find(({ roles }) => roles.includes('bank'))
  const isForeign = currency !== baseCurrency
  return (
    <FieldRow
      columns={isForeign ? 'minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 3fr)' : 'minmax(0, 1.2fr) minmax(0, 4fr)'}
    >
      <SelectField
        label="Paid from"
        name="bankAccountId"
        value={String(entry.bankAccountId ?? bank?.id)}
        onChange={(value) => change({ bankAccountId: Number(value) })}
        options={accounts.map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` }))}
        error={errors['bankAccountId']}
      />
      {isForeign && (
        <RateField
          currency={currency}
          baseCurrency={baseCurrency}
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
        maxLength={1000}
      />
    </FieldRow>
  )
}
