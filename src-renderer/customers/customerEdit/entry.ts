import type { Address, CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { optionOfCustomer } from '../../entry/customer-options.ts'
import type { PickerOption } from '../../ui/fields/picker-choice.ts'

/** A contact as it is typed; the key only tells rows apart. */
export type ContactRow = {
  readonly key: string
  readonly name: string
  readonly role: string
  readonly phone: string
  readonly email: string
}

/** A customer as it is typed. */
export type CustomerEntry = {
  /** Null follows the name, until the clerk types a code. */
  readonly code: string | null
  readonly name: string
  readonly currency: string
  readonly termsId: number | null
  readonly taxCodeId: number | null
  /** Minor units; null is no limit. */
  readonly creditLimit: number | null
  readonly onHold: boolean
  readonly archived: boolean
  readonly phone: string
  readonly email: string
  readonly taxNumber: string
  readonly memo: string
  /** Who pays for this customer; null pays for itself. */
  readonly payingParent: PickerOption | null
  readonly billingAddress: Address
  readonly shippingAddress: Address
  readonly contacts: readonly ContactRow[]
}

const NO_ADDRESS: Address = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }

export const newContact = (): ContactRow => ({
  key: crypto.randomUUID(),
  name: '',
  role: '',
  phone: '',
  email: '',
})

export const isBlankContact = ({ name, role, phone, email }: ContactRow): boolean =>
  [name, role, phone, email].every((text) => text.trim() === '')

/** A new customer, billed as most are: in the books' currency, on the first of the terms. */
export const blankCustomer = (currency: string, termsId: number | null): CustomerEntry => ({
  code: null,
  name: '',
  currency,
  termsId,
  taxCodeId: null,
  creditLimit: null,
  onHold: false,
  archived: false,
  phone: '',
  email: '',
  taxNumber: '',
  memo: '',
  payingParent: null,
  billingAddress: NO_ADDRESS,
  shippingAddress: NO_ADDRESS,
  contacts: [],
})

/** A customer as it stands in the ledger. Contacts are told apart by their place, so that equal ones are equal. */
export const entryOf = ({ customer, payingParent }: Pick<CustomerCard, 'customer' | 'payingParent'>): CustomerEntry => {
  const { id: _id, uid: _uid, version: _version, payingParentId: _payingParentId, contacts, ...fields } = customer
  return {
    ...fields,
    payingParent: payingParent === null ? null : optionOfCustomer(payingParent),
    contacts: contacts.map((contact, index) => ({ key: `kept-${index}`, ...contact })),
  }
}

/** Whether two entries say the same; rows without a word in them do not count. */
export const isSameEntry = (a: CustomerEntry, b: CustomerEntry): boolean => said(a) === said(b)

const said = (entry: CustomerEntry): string =>
  JSON.stringify(Object.entries({ ...entry, contacts: contactsToSave(entry) }).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** Contacts without their keys, blank rows left out. */
export const contactsToSave = (entry: CustomerEntry) =>
  entry.contacts
    .filter((contact) => !isBlankContact(contact))
    .map(({ name, role, phone, email }) => ({ name, role, phone, email }))
