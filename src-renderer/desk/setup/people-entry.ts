import type { Role } from '../../../src-shared/kit/operation.ts'
import type { PersonRow } from '../../../src-shared/company/contract/people.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'

/** A person as typed; the PIN only of a new one. */
export type PersonEntry = {
  readonly stored: { readonly id: number; readonly version: number } | null
  readonly name: string
  readonly role: Role
  readonly active: boolean
  readonly pin: string
}

export const blankPerson: PersonEntry = { stored: null, name: '', role: 'clerk', active: true, pin: '' }

export const personEntry = ({ id, version, name, role, active }: PersonRow): PersonEntry => ({
  stored: { id, version },
  name,
  role,
  active,
  pin: '',
})

const isPin = (pin: string): boolean => /^\d{4,12}$/.test(pin)

export const checkPerson = ({ stored, name, pin }: PersonEntry): FieldErrors => ({
  ...(name.trim() === '' ? { name: 'Enter a name.' } : {}),
  ...(stored === null && !isPin(pin) ? { pin: 'Enter 4 to 12 digits.' } : {}),
})

/** The only owner of several people: nobody could set a forgotten PIN anew. Null while that cannot happen. */
export function onlyOwner(people: readonly PersonRow[]): PersonRow | null {
  const active = people.filter((person) => person.active)
  const [first, second] = active.filter(({ role }) => role === 'owner')
  return active.length > 1 && second === undefined ? (first ?? null) : null
}

export type PinEntry = { readonly currentPin: string; readonly pin: string; readonly again: string }

export const blankPin: PinEntry = { currentPin: '', pin: '', again: '' }

/** @param asksCurrent the PIN is one's own and there is one */
export const checkPin = ({ currentPin, pin, again }: PinEntry, asksCurrent: boolean): FieldErrors => ({
  ...(asksCurrent && currentPin === '' ? { currentPin: 'Enter the PIN you have now.' } : {}),
  ...(isPin(pin) ? {} : { pin: 'Enter 4 to 12 digits.' }),
  ...(pin === again ? {} : { again: 'This is not the same PIN. Enter it again.' }),
})
