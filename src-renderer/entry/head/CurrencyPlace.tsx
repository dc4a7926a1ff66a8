import { knownCurrencies } from '../../../src-shared/domain/amounts/money.ts'
import { useLedgerQuery } from '../../api/queries.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Place } from './EntryHead.tsx'
import type { Bound } from './bind-fields.ts'

export type CurrencyFieldProps = Bound<string> & { readonly label?: string; readonly isReadOnly?: boolean }

/** Any currency there is, those that the company uses first; typing its letters picks one. */
export function CurrencyField({ label = 'Currency', ...field }: CurrencyFieldProps) {
  const { data: used = [] } = useLedgerQuery('rates.currencies', {})
  const codes = [...new Set([...used, ...knownCurrencies])]
  return <SelectField label={label} {...field} options={codes.map((code) => ({ value: code, label: code }))} required />
}

export type CurrencyPlaceProps = Bound<string | null> & {
  /** The customer's, which counts while none is chosen. */
  readonly usual: string
  readonly label?: string
}

/**
 * The currency of an entry: the customer's, unless another is chosen. A company that uses one currency never sees it, and
 * Enter passes it by.
 */
export function CurrencyPlace({ usual, label = 'Currency', value, onChange, ...field }: CurrencyPlaceProps) {
  const { data: used = [] } = useLedgerQuery('rates.currencies', {})
  const options = [...new Set([usual, ...(value === null ? [] : [value]), ...used])]
  if (options.length < 2) return null
  return (
    <Place width="84px">
      <SelectField
        label={label}
        {...field}
        value={value ?? usual}
        onChange={(chosen) => onChange(chosen === usual ? null : chosen)}
        options={options.map((currency) => ({ value: currency, label: currency }))}
      />
    </Place>
  )
}
