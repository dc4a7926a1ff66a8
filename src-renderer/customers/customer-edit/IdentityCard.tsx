import { knownCurrencies } from '../../../src-shared/domain/amounts/money.ts'
import { CustomerPicker } from '../../entry/head/CustomerPicker.tsx'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { Card } from '../../ui/Page.tsx'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customer-edit.module.css'

/** Without what the search said of it: an entry is the same however its payer was found. */
const chosen = ({ key, code, name }: PickerOption): PickerOption => ({ key, code, name })

export type IdentityCardProps = {
  readonly state: CustomerEntryState
  readonly setup: EntrySetup
  readonly isNew: boolean
}

const currencies = knownCurrencies.map((code) => ({ value: code, label: code }))

/** Who the customer is, and how we bill. */
export function IdentityCard({ state, setup, isNew }: IdentityCardProps) {
  const { entry, change, errors, code } = state
  const format = useFormat()
  const terms = setup.terms.map(({ id, name }) => ({ value: String(id), label: name }))
  const taxCodes = setup.taxCodes.map(({ id, name, rate }) => ({
    value: String(id),
    label: `${name} (${format.decimal(rate)}%)`,
  }))
  return (
    <Card>
      <div className={css.fields}>
        <FieldRow columns="minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1.4fr)">
          <TextField
            label="Name"
            name="name"
            value={entry.name}
            onChange={(name) => change({ name })}
            error={errors['name']}
            maxLength={200}
            autoFocus
            quick
            required
          />
          <TextField
            label="Code"
            name="code"
            value={code}
            onChange={(typed) => change({ code: typed })}
            error={errors['code']}
            hint={isNew && entry.code === null && code !== '' ? 'Follows the name' : undefined}
            maxLength={32}
            required
          />
          <CustomerPicker
            value={entry.payingParent}
            onChange={(payer) => change({ payingParent: payer === null ? null : chosen(payer) })}
            error={errors['payingParentId']}
            other={{ label: 'Paid by', name: 'payingParentId', placeholder: 'Itself' }}
          />
        </FieldRow>
        <FieldRow columns="repeat(4, minmax(0, 1fr))">
          <SelectField
            label="Terms"
            name="termsId"
            value={String(entry.termsId ?? '')}
            onChange={(id) => change({ termsId: id === '' ? null : Number(id) })}
            options={entry.termsId === null ? [{ value: '', label: 'Choose' }, ...terms] : terms}
            error={errors['termsId']}
            quick
          />
          <SelectField
            label="Tax code"
            name="taxCodeId"
            value={String(entry.taxCodeId ?? '')}
            onChange={(id) => change({ taxCodeId: id === '' ? null : Number(id) })}
            options={[{ value: '', label: 'As the product has' }, ...taxCodes]}
            error={errors['taxCodeId']}
          />
          <AmountField
            label="Credit limit"
            name="creditLimit"
            value={entry.creditLimit}
            onChange={(creditLimit) => change({ creditLimit })}
            currency={entry.currency}
            error={errors['creditLimit']}
            hint="Empty: no limit"
          />
          <SelectField
            label="Currency"
            name="currency"
            value={entry.currency}
            onChange={(currency) => change({ currency })}
            options={currencies}
            error={errors['currency']}
          />
        </FieldRow>
        <div className={css.checks}>
          <CheckField
            label="On credit hold"
            name="onHold"
            value={entry.onHold}
            onChange={(onHold) => change({ onHold })}
          />
          {!isNew && (
            <CheckField
              label="Archived: out of lists and searches"
              name="archived"
              value={entry.archived}
              onChange={(archived) => change({ archived })}
              error={errors['archived']}
            />
          )}
        </div>
      </div>
    </Card>
  )
}
