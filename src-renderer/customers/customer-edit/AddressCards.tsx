import type { Address } from '../../../src-shared/customers/contract/customers.ts'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Card } from '../../ui/Page.tsx'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customer-edit.module.css'

type AddressUse = 'billingAddress' | 'shippingAddress'

/** Where statements go, and where goods go. */
export function AddressCards({ state }: { readonly state: CustomerEntryState }) {
  return (
    <div className={css.addresses}>
      <Card title="Bill to">
        <AddressFields state={state} use="billingAddress" isQuick />
      </Card>
      <Card title="Ship to, where it differs">
        <AddressFields state={state} use="shippingAddress" isQuick={false} />
      </Card>
    </div>
  )
}

type AddressFieldsProps = {
  readonly state: CustomerEntryState
  readonly use: AddressUse
  readonly isQuick: boolean
}

function AddressFields({ state: { entry, change, errors }, use, isQuick }: AddressFieldsProps) {
  const address = entry[use]
  const text = (field: keyof Address, label: string, maxLength: number) => ({
    label,
    name: `${use}.${field}`,
    maxLength,
    value: address[field],
    onChange: (value: string) => change({ [use]: { ...address, [field]: value } }),
    error: errors[`${use}.${field}`],
  })
  return (
    <div className={css.fields}>
      <FieldRow columns="minmax(0, 1fr) minmax(0, 1fr)">
        <TextField {...text('line1', 'Street', 100)} quick={isQuick} />
        <TextField {...text('line2', 'Second line', 100)} />
      </FieldRow>
      <FieldRow columns="minmax(0, 1.4fr) minmax(0, 1fr) minmax(0, 0.8fr) minmax(0, 1fr)">
        <TextField {...text('city', 'City', 80)} quick={isQuick} />
        <TextField {...text('region', 'State', 80)} quick={isQuick} />
        <TextField {...text('postalCode', 'Postal code', 20)} quick={isQuick} />
        <TextField {...text('country', 'Country', 60)} />
      </FieldRow>
    </div>
  )
}
