import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { DecimalField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import type { CompanyEntry } from './company-entry.ts'
import type { SelectOption } from '../../ui/fields/SelectField.tsx'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type Choice =
  | 'agingBasis'
  | 'agingCredits'
  | 'taxRounding'
  | 'creditLimitPolicy'
  | 'dateOrder'
  | 'decimalMark'
  | 'negativeStyle'
  | 'digitGrouping'
type Choices = { readonly [Name in Choice]: readonly SelectOption<CompanyEntry[Name]>[] }

const choices: Choices = {
  agingBasis: [
    { value: 'due_date', label: 'The due date' },
    { value: 'document_date', label: 'The invoice date' },
  ],
  agingCredits: [
    { value: 'own_column', label: 'In a column of their own' },
    { value: 'by_date', label: 'In the bucket of their date' },
  ],
  taxRounding: [
    { value: 'line', label: 'On each line' },
    { value: 'document', label: 'Once on the invoice' },
  ],
  creditLimitPolicy: [
    { value: 'warn', label: 'Warn and post' },
    { value: 'ask', label: 'Ask a supervisor' },
    { value: 'block', label: 'Refuse the invoice' },
  ],
  dateOrder: [
    { value: 'mdy', label: 'Month, day, year' },
    { value: 'dmy', label: 'Day, month, year' },
    { value: 'ymd', label: 'Year, month, day' },
  ],
  decimalMark: [
    { value: '.', label: '1,234.56' },
    { value: ',', label: '1.234,56' },
  ],
  digitGrouping: [
    { value: 'thousands', label: 'In threes: 12,345,678' },
    { value: 'indian', label: 'As in India: 1,23,45,678' },
  ],
  negativeStyle: [
    { value: 'minus', label: '-1,234.56' },
    { value: 'parentheses', label: '(1,234.56)' },
  ],
}

type CountingFieldsProps = { readonly form: SetupForm<CompanyEntry>; readonly currency: string }

/** How amounts age, round, and are written. */
export function CountingFields({ form: { entry, change, errors }, currency }: CountingFieldsProps) {
  const choice = <Name extends Choice>(name: Name, label: string) => ({
    label,
    name,
    value: entry[name],
    options: choices[name],
    onChange: (value: CompanyEntry[Name]) => change({ [name]: value }),
    error: errors[name],
  })
  const text = (name: 'agingEdges' | 'discountGraceDays' | 'statementMessage', label: string, maxLength: number) => ({
    label,
    name,
    maxLength,
    value: entry[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors[name],
  })
  return (
    <>
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <SelectField {...choice('agingBasis', 'Aging counts from')} />
        <TextField {...text('agingEdges', 'Buckets end after days', 40)} />
        <SelectField {...choice('agingCredits', 'Credits age')} />
      </FieldRow>
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <SelectField {...choice('taxRounding', 'Tax is rounded')} />
        <SelectField {...choice('creditLimitPolicy', 'Over the credit limit')} />
        <TextField {...text('discountGraceDays', 'Discount days of grace', 4)} isNumber />
      </FieldRow>
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <DecimalField
          label="Write off shorts up to"
          name="tolerancePercent"
          value={entry.tolerancePercent}
          onChange={(tolerancePercent) => change({ tolerancePercent })}
          error={errors['tolerancePercent']}
          suffix="%"
        />
        <AmountField
          label="and at most"
          name="toleranceMost"
          value={entry.toleranceMost}
          onChange={(toleranceMost) => change({ toleranceMost })}
          error={errors['toleranceMost']}
          currency={currency}
        />
      </FieldRow>
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <SelectField {...choice('dateOrder', 'Dates are typed')} />
        <SelectField {...choice('decimalMark', 'Amounts')} />
        <SelectField {...choice('digitGrouping', 'Thousands')} />
        <SelectField {...choice('negativeStyle', 'Negative amounts')} />
      </FieldRow>
      <div className={css.checks}>
        <CheckField
          label="Prices include tax"
          value={entry.pricesIncludeTax}
          onChange={(pricesIncludeTax) => change({ pricesIncludeTax })}
        />
        <CheckField
          label="Early payment discounts reduce the tax"
          value={entry.discountReducesTax}
          onChange={(discountReducesTax) => change({ discountReducesTax })}
        />
        <CheckField
          label="Write-offs reduce the tax"
          value={entry.writeOffReducesTax}
          onChange={(writeOffReducesTax) => change({ writeOffReducesTax })}
        />
      </div>
      <TextField {...text('statementMessage', 'Message on statements', 1000)} lines={2} />
    </>
  )
}
