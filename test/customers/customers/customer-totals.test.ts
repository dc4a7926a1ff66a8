import { expect, test } from 'vitest'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { customerTotals, isOverLimit } from '../../../src-renderer/customers/customers/customer-totals.ts'

const row = (changes: Partial<CustomerRow>): CustomerRow => ({
  id: 1,
  code: 'A',
  name: 'A',
  currency: 'USD',
  city: '',
  phone: '',
  onHold: false,
  archived: false,
  balance: 0,
  overdue: 0,
  creditLimit: null,
  others: [],
  inBase: 0,
  ...changes,
})

test('the foot adds up balances of one currency', () => {
  expect(customerTotals([row({ balance: 100, overdue: 40 }), row({ balance: -30 })])).toEqual({
    currency: 'USD',
    balance: 70,
    overdue: 40,
  })
})

test('balances of several currencies are not added up', () => {
  expect(customerTotals([row({ balance: 100 }), row({ currency: 'EUR', balance: 100 })])).toBeNull()
  expect(customerTotals([])).toBeNull()
})

test('a customer is over the limit only beyond it, and never without one', () => {
  expect(isOverLimit({ balance: 100, inBase: 100, currency: 'USD', creditLimit: 100 })).toBe(false)
  expect(isOverLimit({ balance: 101, inBase: 101, currency: 'USD', creditLimit: 100 })).toBe(true)
  expect(isOverLimit({ balance: 101, inBase: 101, currency: 'USD', creditLimit: null })).toBe(false)
  const euros = { balance: 100, inBase: 900, currency: 'USD', creditLimit: 500 }
  expect(isOverLimit(euros, 'USD'), 'what is owed in other currencies counts').toBe(true)
})
