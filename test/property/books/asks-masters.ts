import { defaultSettings } from '../../../src-main/kernel/create-company.ts'
import { profile } from '../../fixtures/company.ts'
import { CODES, currencyOf, customerOf, editCustomer, mustKeepCurrency, type Customer } from './customers.ts'
import { TERMS, type Asking } from './known.ts'
import { setLimit } from './policies.ts'

const CURRENCIES = ['USD', 'EUR']
const nowhere = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }

const customerInput = (index: number, { payer, terms, ...customer }: Customer) => ({
  ...customer,
  id: index + 1,
  code: CODES[index],
  name: `Customer ${CODES[index]}`,
  currency: CURRENCIES[currencyOf(index)],
  termsId: TERMS[terms],
  taxCodeId: null,
  payingParentId: payer === null ? null : payer + 1,
  phone: '',
  email: '',
  taxNumber: '',
  memo: '',
  billingAddress: nowhere,
  shippingAddress: nowhere,
  contacts: [],
})

export const askingForMasters = {
  edit: ({ customer, change }, { books }) => {
    const input = customerInput(customer, { ...customerOf(books, customer), ...change })
    return { name: 'customers.update', input, modelled: () => editCustomer(books, customer, change) }
  },
  recurrency: ({ customer }, { books }) => {
    // Allowed, it would be another company that the model knows.
    if (!books.state.items.some((item) => item.customer === customer)) return null
    const other = CURRENCIES[1 - currencyOf(customer)]
    const input = { ...customerInput(customer, customerOf(books, customer)), currency: other }
    return { name: 'customers.update', input, modelled: () => mustKeepCurrency(books, customer) }
  },
  policy: ({ policy }, { books, version }) => {
    const input = { ...profile, settings: { ...defaultSettings, ...policy }, version }
    return {
      name: 'company.update',
      input,
      modelled: () => {
        books.state.policy = policy
      },
    }
  },
  limit: ({ role, act, most }, { books }) => {
    const { version } = books.state.limits[role][act]
    return {
      name: 'limits.set',
      input: { role, act, most, version },
      modelled: () => setLimit(books, role, act, most),
    }
  },
} satisfies Pick<Asking, 'edit' | 'recurrency' | 'policy' | 'limit'>
