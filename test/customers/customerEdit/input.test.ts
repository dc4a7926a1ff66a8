import { describe, expect, test } from 'vitest'
import { blankCustomer, newContact } from '../../../src-renderer/customers/customerEdit/entry.ts'
import { checkCustomer, customerFieldOf, customerInput } from '../../../src-renderer/customers/customerEdit/input.ts'
import { keptEntryOf } from '../../../src-renderer/customers/customerEdit/kept.ts'

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
  expect(keptEntryOf(kept)?.entry).toMatchObject({ name: 'Northgate Foods', termsId: 1, code: null })
  expect(keptEntryOf(null)).toBeNull()
  expect(keptEntryOf('nonsense')).toBeNull()
})
