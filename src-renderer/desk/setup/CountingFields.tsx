import type { AccountRow, TaxCodeRow } from '../../../src-shared/company/contract/setup.ts'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { CheckField } from '../../ui/fields/CheckField.tsx'
import { PercentField } from '../../ui/fields/DecimalField.tsx'
import { FieldRow } from '../../ui/fields/FieldRow.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { accountText } from './account-options.ts'
import type { CompanyEntry } from './company-entry.ts'
import type { SelectOption } from '../../ui/fields/SelectField.tsx'
import type { SetupForm } from './use-setup-form.ts'
import css from './setup.module.css'

type Choice =
  | 'agingBasis'
  | 'agingCredits'
  | 'taxRounding'
  | 'creditLimitPolicy'
  | 'cashRounding'
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
  cashRounding: [
    { value: 'off', label: 'Nothing' },
    { value: 'cash', label: 'What is paid in cash' },
    { value: 'document', label: 'Totals of documents' },
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

type CountingFieldsProps = {
  readonly form: SetupForm<CompanyEntry>
  readonly currency: string
  readonly accounts: readonly AccountRow[]
  readonly taxCodes: readonly TaxCodeRow[]
}

/** The account that came with the company, or another of its income and expenses. */
const roundingAccounts = (accounts: readonly AccountRow[]): readonly SelectOption<string>[] => {
  const usual = accounts.find(({ roles }) => roles.includes('rounding'))
  const others = accounts.filter((account) => account !== usual && ['expense', 'income'].includes(account.type))
  const option = (value: string, account: AccountRow) => ({ value, label: accountText(account) })
  return [
    ...(usual === undefined ? [] : [option('', usual)]),
    ...others.map((account) => option(String(account.id), account)),
  ]
}

/** How amounts age, round, and are written. */
export function CountingFields({ form: { entry, change, errors }, currency, accounts, taxCodes }: CountingFieldsProps) {
  const choice = <Name extends Choice>(name: Name, label: string) => ({
    label,
    name,
    value: entry[name],
    options: choices[name],
    onChange: (value: CompanyEntry[Name]) => change({ [name]: value }),
    error: errors[name],
  })
  const text = (
    name: 'agingEdges' | 'discountGraceDays' | 'statementMessage' | 'backupWarningDays',
    label: string,
    maxLength: number,
  ) => ({
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
      <FieldRow columns="repeat(4, minmax(0, 1fr))">
        <SelectField {...choice('taxRounding', 'Tax is rounded')} />
        <SelectField
          label="Default tax code"
          name="defaultTaxCodeId"
          value={entry.defaultTaxCodeId}
          onChange={(defaultTaxCodeId) => change({ defaultTaxCodeId })}
          options={[
            { value: '', label: 'No code: untaxed' },
            ...taxCodes.map(({ id, code, name }) => ({ value: String(id), label: `${code} ${name}` })),
          ]}
          error={errors['defaultTaxCodeId']}
          hint="Where neither the product nor the customer has one"
        />
        <SelectField {...choice('creditLimitPolicy', 'Over the credit limit')} />
        <TextField {...text('discountGraceDays', 'Discount days of grace', 4)} isNumber />
      </FieldRow>
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <PercentField
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
        <SelectField {...choice('cashRounding', 'Rounded to the smallest coin')} />
        {entry.cashRounding !== 'off' && (
          <>
            <AmountField
              label="Smallest coin"
              name="cashRoundingStep"
              value={entry.cashRoundingStep}
              onChange={(cashRoundingStep) => change({ cashRoundingStep })}
              error={errors['cashRoundingStep']}
              currency={currency}
            />
            <SelectField
              label="Roundings go to"
              name="roundingAccountId"
              value={entry.roundingAccountId}
              onChange={(roundingAccountId) => change({ roundingAccountId })}
              options={roundingAccounts(accounts)}
              error={errors['roundingAccountId']}
            />
          </>
        )}
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
      <FieldRow columns="repeat(3, minmax(0, 1fr))">
        <TextField {...text('backupWarningDays', 'Warn when the last backup is older than days', 3)} isNumber />
      </FieldRow>
      <TextField {...text('statementMessage', 'Message on statements', 1000)} lines={2} />
    </>
  )
}
