import type { z } from 'zod'
import type { EntryTexts, FieldsOf, FieldWords, Values, WordsOf } from '../../kit/history.ts'
import { currencyIn, none, yesNo } from '../../kit/history.ts'
import type { Address, Contact, CurrencyLimit } from '../contract/customers.ts'
import type { customersContract } from '../contract/index.ts'
import { eachPlainField } from '../contract/plain-fields.ts'

type Changed = Omit<
  z.output<(typeof customersContract)['customers.update']['input']>,
  'id' | 'version' | 'commandUid' | 'approval' | 'apart'
>

const addressText = (address: Address): string =>
  none(
    [address.line1, address.line2, address.city, address.region, address.postalCode, address.country]
      .filter((part) => part !== '')
      .join(', '),
  )

const contactText = ({ name, role, phone, email }: Contact): string =>
  [name, role, phone, email].filter((part) => part !== '').join(', ')

/** In the currency that the customer had or has; the limit of a currency is said with the other. */
const limitText = (limit: number | null, texts: EntryTexts, whole: Values): string =>
  limit === null ? 'no limit' : texts.amount(limit, currencyIn(whole, texts))

/** What is changed of a customer, by field. */
export const customerFields = {
  code: { title: 'code' },
  name: { title: 'name' },
  currency: { title: 'currency' },
  termsId: { title: 'terms', text: (id: number, texts) => texts.terms(id) },
  taxCodeId: { title: 'tax', text: (id: number | null, texts) => (id === null ? 'none' : texts.taxCode(id)) },
  creditLimit: { title: 'credit limit', text: limitText },
  currencyLimits: {
    title: 'limits of single currencies',
    text: (limits: readonly CurrencyLimit[], texts) =>
      none(limits.map(({ currency, limit }) => texts.amount(limit, currency)).join(', ')),
  },
  onHold: { title: 'on hold', text: yesNo },
  archived: { title: 'archived', text: yesNo },
  memo: { title: 'memo', text: none },
  payingParentId: {
    title: 'paid by',
    text: (id: number | null, texts) => (id === null ? 'itself' : texts.customer(id)),
  },
  billingAddress: { title: 'billing address', text: addressText },
  shippingAddress: { title: 'shipping address', text: addressText },
  contacts: {
    title: 'contacts',
    text: (contacts: readonly Contact[]) => none(contacts.map(contactText).join('; ')),
  },
  ...eachPlainField((_, { title }): FieldWords => ({ title: title.toLowerCase(), text: none })),
} satisfies FieldsOf<Changed>

/** What each of this module's commands did, in words. */
export const customersHistory: WordsOf<typeof customersContract> = {
  'customers.create': {
    title: 'Add customer',
    say: ({ input }, texts) =>
      `Customer ${input.code} ${input.name} added: terms ${texts.terms(input.termsId)}, credit limit ${limitText(input.creditLimit, texts, input)}`,
    about: ({ output }) => [{ kind: 'customer', id: output.id }],
    fields: customerFields,
  },
  'customers.update': {
    title: 'Change customer',
    say: ({ input }) => `Customer ${input.code} ${input.name} changed`,
    about: ({ input }) => [{ kind: 'customer', id: input.id }],
    fields: customerFields,
  },
}
