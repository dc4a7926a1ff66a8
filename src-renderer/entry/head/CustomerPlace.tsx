import type { PickerOption } from '../../ui/fields/picker-choice.ts'
import { CustomerPicker } from './CustomerPicker.tsx'
import type { FieldErrors } from '../field-errors.ts'
import { Place } from './EntryHead.tsx'

export type CustomerPlaceProps = {
  readonly customer: PickerOption | null
  /** `searchText` is the number of the document the customer was found by; empty when found by code or name. */
  readonly onPick: (customer: PickerOption | null, searchText: string) => void
  readonly errors: FieldErrors
  readonly isOnHold?: boolean | undefined
}

/** Whom an entry is for: the first and widest field of its head. */
export function CustomerPlace({ customer, onPick, errors, isOnHold }: CustomerPlaceProps) {
  return (
    <Place width={2.2}>
      <CustomerPicker value={customer} onChange={onPick} error={errors['customerId']} isOnHold={isOnHold} />
    </Place>
  )
}
