import { DecimalField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { CodeAndName } from './CodeAndName.tsx'
import { InstalmentLines } from './InstalmentLines.tsx'
import { termsInWords } from './terms-entry.ts'
import type { TermsEntry } from './terms-entry.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type WholeField = 'days' | 'months' | 'dayOfMonth' | 'cutoffDay' | 'discountDays' | 'graceDays'

const kinds = [
  { value: 'net', label: 'So many days after the invoice' },
  { value: 'end_of_month', label: 'At the end of a month' },
  { value: 'proximo', label: 'On a day of the next month' },
  { value: 'instalments', label: 'In instalments' },
] as const

export function TermsFields({ form }: { readonly form: SetupForm<TermsEntry> }) {
  const { entry, change, errors } = form
  const words = termsInWords(entry)
  const whole = (name: WholeField, label: string) => ({
    label,
    name,
    value: entry[name],
    onChange: (text: string) => change({ [name]: text }),
    error: errors[name],
    maxLength: 5,
    isNumber: true,
  })
  return (
    <>
      <CodeAndName form={form} {...(words === null ? {} : { namePlaceholder: words })} />
      <SelectField label="Due" value={entry.kind} onChange={(kind) => change({ kind })} options={kinds} quick />
      {entry.kind === 'net' && <TextField {...whole('days', 'Days')} quick />}
      {entry.kind === 'end_of_month' && (
        <FieldRow columns="1fr 1fr">
          <TextField {...whole('months', 'Months on')} hint="0: the invoice’s own month" quick />
          <TextField {...whole('days', 'Plus days')} quick />
        </FieldRow>
      )}
      {entry.kind === 'proximo' && (
        <FieldRow columns="1fr 1fr">
          <TextField {...whole('dayOfMonth', 'Day of the month')} quick />
          <TextField {...whole('cutoffDay', 'Invoices dated through day')} hint="Later ones: a month on" quick />
        </FieldRow>
      )}
      {entry.kind === 'instalments' && <InstalmentLines form={form} />}
      <FieldRow columns="1fr 1fr 1fr">
        <DecimalField
          label="Early discount"
          name="discountPercent"
          value={entry.discountPercent}
          onChange={(discountPercent) => change({ discountPercent })}
          error={errors['discountPercent']}
          suffix="%"
          quick
        />
        <TextField {...whole('discountDays', 'If paid within days')} quick />
        <TextField {...whole('graceDays', 'Days of grace')} />
      </FieldRow>
      <p className={css.note}>{words ?? 'Not complete yet.'}</p>
    </>
  )
}
