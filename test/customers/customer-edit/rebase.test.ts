import { expect, test } from 'vitest'
import { blankCustomer, isSameEntry, newContact } from '../../../src-renderer/customers/customer-edit/entry.ts'
import { describeRebase, rebaseEntry } from '../../../src-renderer/customers/customer-edit/rebase.ts'

const base = { ...blankCustomer('USD', 1), code: 'NORTH01', name: 'Northgate Foods', phone: '555 0100' }

test('what only the other side changed is taken over, what the clerk typed stays', () => {
  const rebased = rebaseEntry(base, { ...base, memo: 'Calls on Fridays' }, { ...base, phone: '555 0199' })
  expect(rebased.entry).toEqual({ ...base, memo: 'Calls on Fridays', phone: '555 0199' })
  expect(rebased).toMatchObject({ theirs: ['phone'], both: [] })
})

test('where both changed a field the clerk’s own stands, and it is said', () => {
  const rebased = rebaseEntry(base, { ...base, phone: '555 0101' }, { ...base, phone: '555 0199', creditLimit: 500 })
  expect(rebased.entry.phone).toBe('555 0101')
  expect(describeRebase(rebased, 'phone is now 555 0199, here 555 0101')).toBe(
    'This customer was changed meanwhile (phone is now 555 0199, here 555 0101). The newer credit limit is shown. You both changed the phone: yours stands here. Look it over, then save.',
  )
  expect(describeRebase(rebased)).toBe(
    'This customer was changed meanwhile. The newer credit limit is shown. You both changed the phone: yours stands here. Look it over, then save.',
  )
})

test('the same change on both sides is no conflict', () => {
  const both = { ...base, phone: '555 0101' }
  expect(rebaseEntry(base, both, both).both).toEqual([])
})

test('contacts are the same when they say the same, blank lines apart', () => {
  const contact = { ...newContact(), name: 'Ana' }
  expect(
    isSameEntry({ ...base, contacts: [contact] }, { ...base, contacts: [{ ...contact, key: 'other' }, newContact()] }),
  ).toBe(true)
  expect(isSameEntry({ ...base, contacts: [contact] }, base)).toBe(false)
})
