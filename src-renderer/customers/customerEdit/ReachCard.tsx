import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Card } from '../../ui/Page.tsx'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customerEdit.module.css'

type TextName = 'phone' | 'email' | 'taxNumber' | 'memo'

/** How the customer is reached, and what one should remember. */
export function ReachCard({ state: { entry, change, errors } }: { readonly state: CustomerEntryState }) {
  const text = (name: TextName, label: string, maxLength: number) => ({
    label,
    name,
    maxLength,
    value: entry[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  return (
    <Card>
      <div className={css.fields}>
        <FieldRow columns="minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 1fr) minmax(0, 1.4fr)">
          <TextField {...text('phone', 'Phone', 40)} quick />
          <TextField {...text('email', 'Email', 200)} quick />
          <TextField {...text('taxNumber', 'Tax number', 40)} />
          <TextField {...text('memo', 'Memo', 1000)} />
        </FieldRow>
      </div>
    </Card>
  )
}
