import { describe, expect, test } from 'vitest'
import {
  blankCustomer,
  isSameEntry,
  newContact,
  newLimit,
} from '../../../src-renderer/customers/customer-edit/entry.ts'
import { checkCustomer, customerFieldOf, customerInput } from '../../../src-renderer/customers/customer-edit/input.ts'
import { unsavedEntryOf } from '../../../src-renderer/customers/customer-edit/unsaved-entry.ts'

const ana = { ...newContact(), name: 'Ana', role: 'Payables' }
const entry = { ...blankCustomer('USD', 1), name: 'Northgate Foods', contacts: [newContact(), ana] }

describe('what is sent', () => {
  test('blank contacts are left out, and so are the rows’ keys', () => {
    expect(customerInput(entry, 'NORTH01')).toMatchObject({
      code: 'NORTH01',
      contacts: [{ name: 'Ana', role: 'Payables', phone: '', email: '' }],
    })
  })

  test('a refused contact is shown in the row it was typed in', () => {
    expect(customerFieldOf('contacts.0.email', entry)).toBe('contacts.1.email')
  })

  test('a refused address line is shown beside it, a path without a field is not', () => {
    expect(customerFieldOf('billingAddress.city', entry)).toBe('billingAddress.city')
    expect(customerFieldOf('version', entry)).toBeNull()
  })
})

test('a name and a code are needed, and a contact its name', () => {
  const typed = { ...blankCustomer('USD', null), contacts: [{ ...newContact(), phone: '555' }] }
  expect(Object.keys(checkCustomer(typed, ''))).toEqual(['name', 'code', 'termsId', 'contacts.0.name'])
  expect(checkCustomer(entry, 'NORTH01')).toEqual({})
})

test('an entry left unsaved is read back as it was typed; anything else counts as none', () => {
  const kept = JSON.parse(JSON.stringify({ base: blankCustomer('USD', 1), entry })) as unknown
  expect(unsavedEntryOf(kept, 'USD')?.entry).toMatchObject({ name: 'Northgate Foods', termsId: 1, code: null })
  expect(unsavedEntryOf(null, 'USD')).toBeNull()
  expect(unsavedEntryOf('nonsense', 'USD')).toBeNull()
})

describe('the limits of single currencies', () => {
  const limited = { ...entry, currencyLimits: [newLimit('EUR'), { ...newLimit('GBP'), limit: 500 }] }

  test('without an amount are none, and a refused one is shown in the line it was typed in', () => {
    expect(customerInput(limited, 'NORTH01')?.currencyLimits).toEqual([{ currency: 'GBP', limit: 500 }])
    expect(customerFieldOf('currencyLimits.0.limit', limited)).toBe('currencyLimits.1.limit')
    expect(customerFieldOf('currencyLimits', limited)).toBeNull()
  })

  test('are the same entry while they say the same, and are read back as they were typed', () => {
    expect(isSameEntry(entry, { ...entry, currencyLimits: [newLimit('EUR')] })).toBe(true)
    expect(isSameEntry(entry, limited)).toBe(false)
    const kept = JSON.parse(JSON.stringify({ base: entry, entry: limited })) as unknown
    expect(unsavedEntryOf(kept, 'USD')?.entry.currencyLimits).toMatchObject([
      { currency: 'EUR', limit: null },
      { currency: 'GBP', limit: 500 },
    ])
  })
})
