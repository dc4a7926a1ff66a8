import { plainFieldNames, plainFields, type PlainField } from '../../../src-shared/customers/contract/plain-fields.ts'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { Card } from '../../ui/Page.tsx'
import type { CustomerEntryState } from './use-customer-entry.ts'
import css from './customer-edit.module.css'

/** How the customer is reached, and what one should remember. */
export function ReachCard({ state: { entry, change, errors } }: { readonly state: CustomerEntryState }) {
  const field = (name: PlainField | 'memo', label: string, maxLength: number) => ({
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
        <FieldRow columns="repeat(auto-fit, minmax(180px, 1fr))">
          {plainFieldNames.map((name) => {
            const { title, max, ...rest } = plainFields[name]
            return <TextField key={name} {...field(name, title, max)} quick={'quick' in rest} />
          })}
          <TextField {...field('memo', 'Memo', 1000)} />
        </FieldRow>
      </div>
    </Card>
  )
}
