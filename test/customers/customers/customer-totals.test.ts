import { expect, test } from 'vitest'
import type { CustomerRow } from '../../../src-shared/customers/contract/customers.ts'
import { customerTotals } from '../../../src-renderer/customers/customers/customer-totals.ts'

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
  isOverLimit: false,
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
