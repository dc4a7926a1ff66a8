import type { Address, CustomerCard } from '../../../src-shared/customers/contract/customers.ts'
import { eachPlainField } from '../../../src-shared/customers/contract/plain-fields.ts'
import { optionOfCustomer } from '../../entry/head/customer-options.ts'
import { draftField, draftPart } from '../../entry/draft-schema.ts'
import type { PartOf } from '../../entry/draft-schema.ts'

/** A contact as it is typed; the key only tells rows apart. */
const contactDraft = draftPart({
  key: draftField.key,
  name: draftField.text,
  role: draftField.text,
  phone: draftField.text,
  email: draftField.text,
})

export type ContactRow = PartOf<typeof contactDraft>

/** The limit of one currency as it is typed; without an amount it is none. */
const limitDraft = draftPart({ key: draftField.key, currency: draftField.currencyOrEmpty, limit: draftField.whole })

export type LimitRow = PartOf<typeof limitDraft>

const addressDraft = draftPart({
  line1: draftField.text,
  line2: draftField.text,
  city: draftField.text,
  region: draftField.text,
  postalCode: draftField.text,
  country: draftField.text,
} satisfies Record<keyof Address, unknown>)

/** A customer as it is typed. */
export const customerDraft = draftPart({
  /** Null follows the name, until the clerk types a code. */
  code: draftField.textOrNone,
  name: draftField.text,
  currency: draftField.currencyOrEmpty,
  termsId: draftField.whole,
  taxCodeId: draftField.whole,
  /** Minor units; null is no limit. */
  creditLimit: draftField.whole,
  currencyLimits: draftField.rows(limitDraft),
  onHold: draftField.flag,
  archived: draftField.flag,
  ...eachPlainField(() => draftField.text),
  memo: draftField.text,
  /** Who pays for this customer; null pays for itself. */
  payingParent: draftField.option,
  billingAddress: addressDraft,
  shippingAddress: addressDraft,
  contacts: draftField.rows(contactDraft),
})

export type CustomerEntry = PartOf<typeof customerDraft>

export const newContact = (): ContactRow => contactDraft.parse({})

export const isBlankContact = ({ name, role, phone, email }: ContactRow): boolean =>
  [name, role, phone, email].every((text) => text.trim() === '')

export const newLimit = (currency: string): LimitRow => ({ key: crypto.randomUUID(), currency, limit: null })

/** A new customer, billed as most are: in the books' currency, on the first of the terms. */
export const blankCustomer = (currency: string, termsId: number | null): CustomerEntry => ({
  ...customerDraft.parse({}),
  currency,
  termsId,
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
export const isSameEntry = (a: CustomerEntry, b: CustomerEntry): boolean => comparable(a) === comparable(b)

const comparable = (entry: CustomerEntry): string =>
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
