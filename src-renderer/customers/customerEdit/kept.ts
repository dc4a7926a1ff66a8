import { eachPlainField } from '../../../src-shared/customers/contract/plain-fields.ts'
import { bodyOf, flagIn, listIn, optionIn, textIn, wholeIn } from '../../entry/draft-body.ts'
import type { DraftBody } from '../../entry/draft-body.ts'
import { newContact, newLimit } from './entry.ts'
import type { CustomerEntry } from './entry.ts'

/** An entry left unsaved, and what it began from. */
export type KeptEntry = { readonly base: CustomerEntry; readonly entry: CustomerEntry }

/** The preference under which an entry left unsaved is kept, so that Esc loses nothing. */
export const keptKey = (customerId: number | undefined): string => `customer-entry.${customerId ?? 'new'}`

/** What was kept, read back field by field: an older Duebook may have written it. Null when nothing was. */
export function keptEntryOf(kept: unknown): KeptEntry | null {
  const { base, entry } = bodyOf(kept)
  if (base === undefined || entry === undefined) return null
  return { base: entryIn(bodyOf(base)), entry: entryIn(bodyOf(entry)) }
}

const entryIn = (body: DraftBody): CustomerEntry => ({
  code: typeof body['code'] === 'string' ? body['code'] : null,
  name: textIn(body, 'name'),
  currency: textIn(body, 'currency'),
  termsId: wholeIn(body, 'termsId'),
  taxCodeId: wholeIn(body, 'taxCodeId'),
  creditLimit: wholeIn(body, 'creditLimit'),
  currencyLimits: listIn(body, 'currencyLimits').map((limit) => ({
    ...newLimit(textIn(limit, 'currency')),
    limit: wholeIn(limit, 'limit'),
  })),
  onHold: flagIn(body, 'onHold'),
  archived: flagIn(body, 'archived'),
  ...eachPlainField((field) => textIn(body, field)),
  memo: textIn(body, 'memo'),
  payingParent: optionIn(body, 'payingParent'),
  billingAddress: addressIn(bodyOf(body['billingAddress'])),
  shippingAddress: addressIn(bodyOf(body['shippingAddress'])),
  contacts: listIn(body, 'contacts').map((contact) => ({
    ...newContact(),
    name: textIn(contact, 'name'),
    role: textIn(contact, 'role'),
    phone: textIn(contact, 'phone'),
    email: textIn(contact, 'email'),
  })),
})

const addressIn = (body: DraftBody): CustomerEntry['billingAddress'] => ({
  line1: textIn(body, 'line1'),
  line2: textIn(body, 'line2'),
  city: textIn(body, 'city'),
  region: textIn(body, 'region'),
  postalCode: textIn(body, 'postalCode'),
  country: textIn(body, 'country'),
})
