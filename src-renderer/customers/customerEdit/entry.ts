import type { Address, CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { eachPlainField, type PlainFields } from '../../../src-shared/customers/contract/plain-fields.ts'
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

/** The limit of one currency as it is typed; without an amount it is none. */
export type LimitRow = {
  readonly key: string
  readonly currency: string
  readonly limit: number | null
}

/** A customer as it is typed. */
export type CustomerEntry = PlainFields & {
  /** Null follows the name, until the clerk types a code. */
  readonly code: string | null
  readonly name: string
  readonly currency: string
  readonly termsId: number | null
  readonly taxCodeId: number | null
  /** Minor units; null is no limit. */
  readonly creditLimit: number | null
  readonly currencyLimits: readonly LimitRow[]
  readonly onHold: boolean
  readonly archived: boolean
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

export const newLimit = (currency: string): LimitRow => ({ key: crypto.randomUUID(), currency, limit: null })

/** A new customer, billed as most are: in the books' currency, on the first of the terms. */
export const blankCustomer = (currency: string, termsId: number | null): CustomerEntry => ({
  code: null,
  name: '',
  currency,
  termsId,
  taxCodeId: null,
  creditLimit: null,
  currencyLimits: [],
  onHold: false,
  archived: false,
  ...eachPlainField(() => ''),
  memo: '',
  payingParent: null,
  billingAddress: NO_ADDRESS,
  shippingAddress: NO_ADDRESS,
  contacts: [],
})

/** A customer as it stands in the ledger. Contacts are told apart by their place, so that equal ones are equal. */
export const entryOf = ({ customer, payingParent }: Pick<CustomerCard, 'customer' | 'payingParent'>): CustomerEntry => {
  const {
    id: _id,
    uid: _uid,
    version: _version,
    payingParentId: _payingParentId,
    contacts,
    currencyLimits,
    ...fields
  } = customer
  return {
    ...fields,
    payingParent: payingParent === null ? null : optionOfCustomer(payingParent),
    currencyLimits: currencyLimits.map((limit, index) => ({ key: `stored-${index}`, ...limit })),
    contacts: contacts.map((contact, index) => ({ key: `kept-${index}`, ...contact })),
  }
}

/** Whether two entries say the same; rows without a word in them do not count. */
export const isSameEntry = (a: CustomerEntry, b: CustomerEntry): boolean => said(a) === said(b)

const said = (entry: CustomerEntry): string =>
  JSON.stringify(
    Object.entries({ ...entry, contacts: contactsToSave(entry), currencyLimits: limitsToSave(entry) }).toSorted(
      ([a], [b]) => (a < b ? -1 : 1),
    ),
  )

/** The limits of single currencies without their keys, those without an amount left out. */
export const limitsToSave = (entry: CustomerEntry) =>
  entry.currencyLimits.flatMap(({ currency, limit }) => (limit === null ? [] : [{ currency, limit }]))

/** Contacts without their keys, blank rows left out. */
export const contactsToSave = (entry: CustomerEntry) =>
  entry.contacts
    .filter((contact) => !isBlankContact(contact))
    .map(({ name, role, phone, email }) => ({ name, role, phone, email }))
