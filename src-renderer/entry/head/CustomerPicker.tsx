import { useRef } from 'react'
import { api } from '../../api/client.ts'
import { useFormat } from '../../ui/conventions.tsx'
import { Picker } from '../../ui/fields/Picker.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { Pill } from '../../ui/Pill.tsx'
import { documentNumberIn, optionOfMatch } from './customer-options.ts'

export type CustomerPickerProps = {
  readonly value: PickerOption | null
  /** `searchText` is the number of the document the customer was found by; empty when found by code or name. */
  readonly onChange: (customer: PickerOption | null, searchText: string) => void
  readonly error?: string | undefined
  /** Said at the end of the field. */
  readonly isOnHold?: boolean | undefined
  /** Where another customer than the entry's own is picked, which may be none. */
  readonly other?: { readonly label: string; readonly name: string; readonly placeholder: string }
}

/** Picks the customer an entry is for, by code, any word of the name, or the number of one of its invoices. */
export function CustomerPicker({ value, onChange, error, isOnHold = false, other }: CustomerPickerProps) {
  const format = useFormat()
  const typed = useRef('')

  async function search(text: string, signal: AbortSignal): Promise<readonly PickerOption[]> {
    typed.current = text
    const call = api.start('customers.search', { text })
    signal.addEventListener('abort', call.cancel, { once: true })
    const matches = await call.promise
    return matches.map((match) => optionOfMatch(match, format))
  }

  return (
    <Picker
      label={other?.label ?? 'Customer'}
      name={other?.name ?? 'customerId'}
      noun="customer"
      placeholder={other?.placeholder ?? 'Code, name or invoice number'}
      emptyText="Nobody found. Ctrl+N enters a new customer."
      value={value}
      onChange={(option) => onChange(option, option === null ? '' : documentNumberIn(typed.current, option))}
      search={search}
      error={error}
      suffix={isOnHold ? <Pill tone="warn">on hold</Pill> : undefined}
      quick={other === undefined}
      required={other === undefined}
      autoFocus={other === undefined}
    />
  )
}
