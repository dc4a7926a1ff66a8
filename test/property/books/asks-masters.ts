import { eachPlainField } from '../../../src-shared/customers/contract/plain-fields.ts'
import { defaultSettings } from '../../../src-main/company-file/seeds.ts'
import { profile } from '../../fixtures/company.ts'
import { CODES, CURRENCIES, customerOf, editCustomer, type Customer } from './customers.ts'
import { dateOf, RATES, TERMS, type Asking } from './known.ts'
import { setLimit } from './policies.ts'
import { differences, rateExactly, rateOn, removeRate, revalue, setRate } from './revaluation.ts'
import { total as sum } from './rounding.ts'

const nowhere = { line1: '', line2: '', city: '', region: '', postalCode: '', country: '' }

const customerInput = (index: number, { payer, terms, currency, currencyLimits, ...customer }: Customer) => ({
  ...customer,
  id: index + 1,
  code: CODES[index],
  name: `Customer ${CODES[index]}`,
  currency: CURRENCIES[currency],
  currencyLimits: currencyLimits.flatMap((limit, of) => (limit === null ? [] : [{ currency: CURRENCIES[of], limit }])),
  termsId: TERMS[terms],
  taxCodeId: null,
  payingParentId: payer === null ? null : payer + 1,
  ...eachPlainField(() => ''),
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
    const stored = customerOf(books, customer)
    const change = { currency: 1 - stored.currency }
    const input = customerInput(customer, { ...stored, ...change })
    return { name: 'customers.update', input, modelled: () => editCustomer(books, customer, change) }
  },
  policy: ({ policy }, { books, version }) => {
    const { tolerance, ...others } = policy
    const { percent, most } = tolerance
    const settings = { ...others, tolerancePercent: percent * 1_000_000, toleranceMost: most }
    const input = { ...profile, settings: { ...defaultSettings, ...settings }, version }
    return {
      name: 'company.update',
      input,
      modelled: () => {
        books.state.policy = policy
      },
    }
  },
  rate: ({ day: picked, rate }, { books }) => {
    const { rates } = books.state
    const day = rate === null ? (rates[picked % Math.max(1, rates.length)]?.day ?? picked) : picked
    const version = rateExactly(books, day)?.version ?? null
    const dated = { currency: 'EUR', date: dateOf(day), version }
    if (rate === null) {
      if (version === null) return null
      return { name: 'rates.remove', input: dated, modelled: () => removeRate(books, day) }
    }
    return { name: 'rates.set', input: { ...dated, rate: RATES[rate] }, modelled: () => setRate(books, day, rate) }
  },
  revalue: ({ day }, { books }) => {
    const tenths = rateOn(books, day)?.tenths
    const difference = sum(differences(books, day, tenths ?? 10).map((each) => each.difference))
    const seen = { currency: 'EUR', rate: RATES[tenths ?? 10], difference }
    const input = { date: dateOf(day), currencies: [seen] }
    return { name: 'revaluation.post', input, modelled: () => revalue(books, day) }
  },
  limit: ({ role, act, most }, { books }) => {
    const { version } = books.state.limits[role][act]
    return {
      name: 'limits.set',
      input: { role, act, most, version },
      modelled: () => setLimit(books, role, act, most),
    }
  },
} satisfies Pick<Asking, 'edit' | 'recurrency' | 'policy' | 'rate' | 'revalue' | 'limit'>
