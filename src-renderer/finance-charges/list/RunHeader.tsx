import type { FieldErrors } from '../../entry/field-errors.ts'
import { bindFields } from '../../entry/head/bind-fields.ts'
import type { Update } from '../../entry/head/bind-fields.ts'
import { EntryHead, HeadRow, Place } from '../../entry/head/EntryHead.tsx'
import { MemoField } from '../../entry/head/text-fields.tsx'
import { RatePlace } from '../../entry/head/RateField.tsx'
import { AmountField } from '../../ui/fields/AmountField.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { PercentField } from '../../ui/fields/DecimalField.tsx'
import { ratePath, withRate } from './entry.ts'
import type { RunEntry } from './entry.ts'

export type RunHeaderProps = {
  readonly entry: RunEntry
  readonly update: Update<RunEntry>
  readonly baseCurrency: string
  /** Other than the company's, that late customers are billed in. */
  readonly currencies: readonly string[]
  readonly errors: FieldErrors
}

/** As of when and by which rules. Without a rate only the late fee is charged. */
export function RunHeader({ entry, update, baseCurrency, currencies, errors }: RunHeaderProps) {
  const field = bindFields(entry, update, errors)
  return (
    <EntryHead>
      <HeadRow>
        <Place width={1.2}>
          <DateField label="Charged through" {...field('asOf')} quick required autoFocus />
        </Place>
        <Place width={1}>
          <PercentField label="Interest a year" {...field('annualRate')} suffix="%" quick />
        </Place>
        <Place width={1}>
          <AmountField label="Late fee" {...field('fee')} currency={baseCurrency} quick />
        </Place>
        <Place width={1.3}>
          <DateField label="Also settled late since" {...field('settledSince')} />
        </Place>
        {currencies.map((currency) => (
          <RatePlace
            width="190px"
            key={currency}
            name={ratePath(currency)}
            value={entry.rates[currency] ?? ''}
            onChange={(rate) => update((before) => withRate(before, currency, rate))}
            error={errors[ratePath(currency)]}
            currency={currency}
            baseCurrency={baseCurrency}
            date={entry.asOf}
          />
        ))}
        <Place width={2}>
          <MemoField {...field('memo')} />
        </Place>
      </HeadRow>
    </EntryHead>
  )
}
