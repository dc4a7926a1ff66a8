import { useConventions, useFormat } from '../../ui/conventions.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { PercentField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { CodeAndName } from './CodeAndName.tsx'
import { InstalmentLines } from './InstalmentLines.tsx'
import { rule, termsInWords } from './terms-entry.ts'
import type { TermsEntry } from './terms-entry.ts'
import { termsExample } from './terms-example.ts'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type WholeField =
  | 'afterDays'
  | 'days'
  | 'months'
  | 'dayOfMonth'
  | 'cutoffDay'
  | 'discountDays'
  | 'discountDayOfMonth'
  | 'discountCutoffDay'
  | 'discountAfterDays'
  | 'graceDays'

const kinds = [
  { value: 'net', label: 'So many days after the invoice' },
  { value: 'end_of_month', label: 'At the end of a month' },
  { value: 'proximo', label: 'On a day of the next month' },
  { value: 'day_of_month', label: 'On a day of a month, after some days' },
  { value: 'instalments', label: 'In instalments' },
] as const

const untils = [
  { value: 'days', label: 'Days after the invoice' },
  { value: 'proximo', label: 'A day of the next month' },
  { value: 'day_of_month', label: 'A day of a month, after some days' },
] as const

export type TermsFieldsProps = {
  readonly form: SetupForm<TermsEntry>
  /** The company's, which amounts of terms are in. */
  readonly currency: string
}

export function TermsFields({ form, currency }: TermsFieldsProps) {
  const { entry, change, errors } = form
  const { workDate } = useConventions()
  const format = useFormat()
  const words = termsInWords(entry, currency)
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
        <FieldRow columns="1fr 1fr 1fr">
          <TextField {...whole('afterDays', 'After days')} />
          <TextField {...whole('months', 'Months on')} hint="0: that month" quick />
          <TextField {...whole('days', 'Plus days')} quick />
        </FieldRow>
      )}
      {entry.kind === 'proximo' && (
        <FieldRow columns="1fr 1fr">
          <TextField {...whole('dayOfMonth', 'Day of the month')} quick />
          <TextField {...whole('cutoffDay', 'Invoices dated through day')} hint="Later ones: a month on" quick />
        </FieldRow>
      )}
      {entry.kind === 'day_of_month' && (
        <FieldRow columns="1fr 1fr">
          <TextField {...whole('dayOfMonth', 'Day of the month')} quick />
          <TextField {...whole('afterDays', 'After at least days')} quick />
        </FieldRow>
      )}
      {entry.kind === 'instalments' && <InstalmentLines form={form} currency={currency} />}
      <FieldRow columns="1fr 1fr">
        <PercentField
          label="Early discount"
          name="discountPercent"
          value={entry.discountPercent}
          onChange={(discountPercent) => change({ discountPercent })}
          error={errors['discountPercent']}
          suffix="%"
          quick
        />
        <AmountField
          label="or an amount"
          name="discountAmount"
          value={entry.discountAmount}
          onChange={(discountAmount) => change({ discountAmount })}
          error={errors['discountAmount']}
          currency={currency}
        />
      </FieldRow>
      <SelectField
        label="Earned until"
        value={entry.discountUntil}
        onChange={(discountUntil) => change({ discountUntil })}
        options={untils}
      />
      {entry.discountUntil === 'days' ? (
        <FieldRow columns="1fr 1fr">
          <TextField {...whole('discountDays', 'If paid within days')} quick />
          <TextField {...whole('graceDays', 'Days of grace')} />
        </FieldRow>
      ) : (
        <FieldRow columns="1fr 1fr 1fr">
          <TextField {...whole('discountDayOfMonth', 'Day of month')} quick />
          {entry.discountUntil === 'proximo' ? (
            <TextField {...whole('discountCutoffDay', 'Dated through')} quick />
          ) : (
            <TextField {...whole('discountAfterDays', 'After days')} quick />
          )}
          <TextField {...whole('graceDays', 'Days of grace')} />
        </FieldRow>
      )}
      <p className={css.note}>
        {words === null
          ? 'Not complete yet.'
          : `${words}. ${termsExample(rule(entry), workDate, (date) => format.date(date))}`}
      </p>
    </>
  )
}
