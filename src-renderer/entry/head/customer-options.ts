import type { Customer, CustomerMatch } from '../../../src-shared/customers/contract/customers.ts'
import type { Format } from '../../ui/conventions.tsx'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** A customer found by the type-ahead, with its balance. */
export const optionOfMatch = (match: CustomerMatch, format: Format): PickerOption => ({
  key: String(match.id),
  code: match.code,
  name: match.name,
  detail: [match.onHold ? 'on hold' : match.city, format.amount(match.balance, match.currency)]
    .filter((part) => part !== '')
    .join('  '),
})

export const optionOfCustomer = ({ id, code, name }: Pick<Customer, 'id' | 'code' | 'name'>): PickerOption => ({
  key: String(id),
  code,
  name,
})

/**
 * What a customer was found by when it was neither its code nor its name: an invoice's number. Empty otherwise.
 */
export function documentNumberIn(typed: string, { code, name }: PickerOption): string {
  const text = typed.trim().toLowerCase()
  const isOwn = code.toLowerCase().startsWith(text) || name.toLowerCase().includes(text)
  return /\d/.test(text) && !isOwn ? typed.trim() : ''
}
