import type { EntrySetup } from '../../entry/use-entry-setup.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { PriceField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { accountOptions } from './account-options.ts'
import { CodeAndName } from './CodeAndName.tsx'
import type { ProductEntry } from './product-entry.ts'
import type { SetupForm } from './use-setup-form.ts'

export type ProductFieldsProps = { readonly form: SetupForm<ProductEntry>; readonly setup: EntrySetup }

export function ProductFields({ form, setup }: ProductFieldsProps) {
  const { entry, change, errors } = form
  const format = useFormat()
  const taxCodes = setup.taxCodes.map(({ id, name, rate }) => ({
    value: String(id),
    label: `${name} (${format.decimal(rate)}%)`,
  }))
  return (
    <>
      <CodeAndName form={form} />
      <FieldRow columns="minmax(0, 1fr) minmax(0, 2fr)">
        <PriceField
          label={`Price ${setup.profile.baseCurrency}`}
          name="unitPrice"
          value={entry.unitPrice}
          currency={setup.profile.baseCurrency}
          onChange={(unitPrice) => change({ unitPrice })}
          error={errors['unitPrice']}
          quick
          required
        />
        <SelectField
          label="Tax code"
          name="taxCodeId"
          value={entry.taxCodeId}
          onChange={(taxCodeId) => change({ taxCodeId })}
          options={[{ value: '', label: 'As the customer has' }, ...taxCodes]}
          error={errors['taxCodeId']}
        />
      </FieldRow>
      <SelectField
        label="Sales account"
        name="accountId"
        value={entry.accountId}
        onChange={(accountId) => change({ accountId })}
        options={accountOptions(setup.accounts, 'income')}
        error={errors['accountId']}
      />
      <CheckField
        label="Earns early payment discount"
        name="earnsDiscount"
        value={entry.earnsDiscount}
        onChange={(earnsDiscount) => change({ earnsDiscount })}
        hint="Not for freight and the like: the discount of the terms is then on the other lines."
      />
    </>
  )
}
