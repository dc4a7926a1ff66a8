import { plainFieldNames, type PlainFields } from '../../../src-shared/customers/contract/plain-fields.ts'
import type { CallInput } from '../../api/client.ts'
import type { FieldErrors } from '../../entry/field-errors.ts'
import { contactsToSave, isBlankContact, limitsToSave } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

export type CustomerDetailsInput = CallInput<'customers.create'> & PlainFields

/** What keeps the entry from being saved; the ledger has the last word. */
export function checkCustomer(entry: CustomerEntry, code: string): FieldErrors {
  const errors: Record<string, string> = {}
  if (entry.name.trim() === '') errors['name'] = 'Enter the customer’s name.'
  if (code.trim() === '') errors['code'] = 'Enter a code: the few letters you will find the customer by.'
  if (entry.termsId === null) errors['termsId'] = 'Choose the terms.'
  for (const [index, contact] of entry.contacts.entries()) {
    if (!isBlankContact(contact) && contact.name.trim() === '') {
      errors[`contacts.${index}.name`] = 'Enter the contact’s name.'
    }
  }
  return errors
}

/** The entry as the contract takes it. Null while no terms are chosen, which `checkCustomer` says. */
export function customerInput(entry: CustomerEntry, code: string): CustomerDetailsInput | null {
  const { archived: _archived, payingParent, termsId, ...fields } = entry
  if (termsId === null) return null
  const payingParentId = payingParent === null ? null : Number(payingParent.key)
  return {
    ...fields,
    code,
    termsId,
    payingParentId,
    contacts: contactsToSave(entry),
    currencyLimits: limitsToSave(entry),
  }
}

const ownFields = new Set<string>([
  'code',
  'name',
  'currency',
  'termsId',
  'taxCodeId',
  'creditLimit',
  'onHold',
  'archived',
  ...plainFieldNames,
  'memo',
  'payingParentId',
])
const addressPath = /^(billing|shipping)Address\.(line1|line2|city|region|postalCode|country)$/

/** The screen's path for a refused one, where blank lines were not sent; null when no field shows it. */
export function customerFieldOf(path: string, entry: CustomerEntry): string | null {
  if (ownFields.has(path) || addressPath.test(path)) return path
  const limit = /^currencyLimits\.(\d+)\.(currency|limit)$/.exec(path)
  if (limit !== null) {
    const entered = [...entry.currencyLimits.entries()].filter(([, row]) => row.limit !== null)
    const at = entered[Number(limit[1])]?.[0]
    return at === undefined ? null : `currencyLimits.${at}.${limit[2] ?? ''}`
  }
  const contact = /^contacts\.(\d+)\.(name|role|phone|email)$/.exec(path)
  if (contact === null) return null
  const sent = [...entry.contacts.entries()].filter(([, row]) => !isBlankContact(row))
  const index = sent[Number(contact[1])]?.[0]
  return index === undefined ? null : `contacts.${index}.${contact[2] ?? ''}`
}
