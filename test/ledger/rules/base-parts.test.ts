import { expect, test } from 'vitest'
import { baseByPart } from '../../../src-shared/ledger/rules/base-currency/base-parts.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const [may, june, july] = [calendarDate('2025-05-31'), calendarDate('2025-06-30'), calendarDate('2025-07-31')]

test.each([
  { what: 'one part carries all of it', open: [10_000], base: 11_037, shares: [11_037] },
  {
    what: 'parts share it by what is open, adding up to the whole',
    open: [3333, 3333, 3334],
    base: 100,
    shares: [33, 33, 34],
  },
  { what: 'a credit is shared as its debit would be', open: [-200, -100], base: -100, shares: [-67, -33] },
  { what: 'a balance that is worth nothing yet shares nothing', open: [1, 1], base: 0, shares: [0, 0] },
])('$what', ({ open, base, shares }) => {
  const days = [may, june, july]
  const parts = open.map((each, index) => ({ dueDate: days[index] ?? july, open: each }))
  expect(baseByPart(parts, base, may)).toEqual(parts.map(({ dueDate }, index) => ({ dueDate, open: shares[index] })))
})

test('what a revaluation left of a settled item is due on the item’s day', () => {
  expect(baseByPart([], 700, june)).toEqual([{ dueDate: june, open: 700 }])
})
