import { useLedgerQuery } from '../../api/queries.tsx'
import { SelectField } from '../../ui/fields/SelectField.tsx'
import { Place } from './EntryHead.tsx'
import type { Bound } from './bind-fields.ts'

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
