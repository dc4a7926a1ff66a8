import { describeTerms } from '../../../src-shared/domain/terms-text.ts'
import { DiscountField } from '../../entry/billing/DiscountField.tsx'
import { CustomerPicker } from '../../entry/CustomerPicker.tsx'
import { forCustomer } from '../../entry/recurring/entry.ts'
import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Pill } from '../../ui/Pill.tsx'
import type { RecurringState } from './use-recurring-entry.ts'
import css from '../../entry/entry.module.css'

/** Whom it bills, under what name it is listed, and what stands on each invoice. */
export function WhoFields({ state, setup }: { readonly state: RecurringState; readonly setup: EntrySetup }) {
  const { entry, change, errors, card } = state
  const terms = setup.terms.map(({ id, name, rule }) => ({ value: String(id), label: name || describeTerms(rule) }))
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 2fr) minmax(0, 2fr) minmax(0, 1.4fr) minmax(0, 1.2fr)">
        <CustomerPicker
          value={entry.customer}
          onChange={(customer) => state.replace(forCustomer(entry, customer))}
          error={errors['customerId']}
          suffix={card?.customer.onHold === true ? <Pill tone="warn">on hold</Pill> : undefined}
        />
        <TextField
          label="Name"
          name="name"
          value={entry.name}
          onChange={(name) => change({ name })}
          error={errors['name']}
          maxLength={200}
          quick
          required
          autoFocus={entry.customer !== null}
        />
        <SelectField
          label="Terms"
          name="termsId"
          value={String(entry.termsId ?? '')}
          onChange={(value) => change({ termsId: value === '' ? null : Number(value) })}
          options={[{ value: '', label: 'As the customer has' }, ...terms]}
          error={errors['termsId']}
        />
        <TextField
          label="Customer's reference"
          name="reference"
          value={entry.reference}
          onChange={(reference) => change({ reference })}
          error={errors['reference']}
          maxLength={64}
        />
      </FieldRow>
      <FieldRow columns="minmax(0, 1fr) 120px 160px">
        <TextField
          label="Memo"
          name="memo"
          value={entry.memo}
          onChange={(memo) => change({ memo })}
          error={errors['memo']}
          maxLength={1000}
        />
        <DiscountField
          label="Discount"
          name="documentDiscount"
          value={entry.documentDiscount}
          onChange={(documentDiscount) => change({ documentDiscount })}
          currency={state.terms.currency}
          error={errors['documentDiscount']}
        />
        <CheckField
          label="Prices include tax"
          value={entry.pricesIncludeTax}
          onChange={(pricesIncludeTax) => change({ pricesIncludeTax })}
          className={css.beside}
        />
      </FieldRow>
    </div>
  )
}
