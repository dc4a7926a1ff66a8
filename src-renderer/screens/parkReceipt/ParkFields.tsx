import { depositAccountOf, depositOptions, depositValue } from '../../entry/deposit-options.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { methodOptions } from '../../entry/method-options.ts'
import { RateField } from '../../entry/RateField.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { isKnownCurrency } from '../../../src-shared/domain/money.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { ReferenceField } from '../../ui/fields/ReferenceField.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { ParkEntry } from './entry.ts'
import css from '../../entry/entry.module.css'

export type ParkFieldsProps = {
  readonly entry: ParkEntry
  readonly onChange: (changes: Partial<ParkEntry>) => void
  readonly setup: EntrySetup
  readonly errors: FieldErrors
}

/** How much came, when and how, and what is known of the payer. */
export function ParkFields(props: ParkFieldsProps) {
  const { entry, onChange, errors } = props
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 1.2fr) minmax(0, 0.6fr) minmax(0, 1.1fr) minmax(0, 1.1fr) minmax(0, 1.1fr)">
        <AmountField
          label="Amount"
          name="amount"
          currency={isKnownCurrency(entry.currency) ? entry.currency : props.setup.profile.baseCurrency}
          value={entry.amount}
          onChange={(amount) => onChange({ amount })}
          error={errors['amount']}
          hideCurrency
          required
          quick
          autoFocus
        />
        <TextField
          label="Currency"
          name="currency"
          value={entry.currency}
          onChange={(currency) => onChange({ currency: currency.toUpperCase() })}
          error={errors['currency']}
          maxLength={3}
          required
        />
        <DateField
          label="Date"
          name="date"
          value={entry.date}
          onChange={(date) => onChange({ date })}
          error={errors['date']}
          required
        />
        <SelectField
          label="Method"
          name="method"
          value={entry.method}
          onChange={(method) => onChange({ method })}
          options={methodOptions}
        />
        <ReferenceField
          label={entry.method === 'check' ? 'Check number' : 'Reference'}
          name="reference"
          value={entry.reference}
          onChange={(reference) => onChange({ reference })}
          error={errors['reference']}
          maxLength={64}
          quick
        />
      </FieldRow>
      <SecondRow {...props} />
    </div>
  )
}

function SecondRow({ entry, onChange, setup, errors }: ParkFieldsProps) {
  const { baseCurrency } = setup.profile
  const isForeign = isKnownCurrency(entry.currency) && entry.currency !== baseCurrency
  return (
    <FieldRow
      columns={
        isForeign
          ? 'minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 1fr) minmax(0, 2fr)'
          : 'minmax(0, 2fr) minmax(0, 1.2fr) minmax(0, 2fr)'
      }
    >
      <TextField
        label="Payer"
        name="payer"
        value={entry.payer}
        onChange={(payer) => onChange({ payer })}
        error={errors['payer']}
        placeholder="The name as the bank or the check has it"
        maxLength={200}
        quick
      />
      <SelectField
        label="Deposit to"
        name="depositAccountId"
        value={depositValue(entry.depositAccountId)}
        onChange={(value) => onChange({ depositAccountId: depositAccountOf(value) })}
        options={depositOptions(setup.accounts)}
        error={errors['depositAccountId']}
      />
      {isForeign && (
        <RateField
          currency={entry.currency}
          baseCurrency={baseCurrency}
          date={entry.date}
          value={entry.rate}
          onChange={(rate) => onChange({ rate })}
          error={errors['rate']}
        />
      )}
      <TextField
        label="Memo"
        name="memo"
        value={entry.memo}
        onChange={(memo) => onChange({ memo })}
        error={errors['memo']}
        placeholder="What else the payment says"
        maxLength={1000}
      />
    </FieldRow>
  )
}
