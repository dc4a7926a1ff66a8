import { describe, expect, test } from 'vitest'
import { discountLeft, discountOn } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { calendarDate, LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'

const day = calendarDate
const item = { open: 10_000, discount: 200, discountUntil: day('2025-06-10') }

describe('the discount a receipt earns on an item', () => {
  test.each([
    ['on the discount date', '2025-06-10', 0, 200],
    ['before it', '2025-06-01', 0, 200],
    ['a day late', '2025-06-11', 0, 0],
    ['within the days of grace', '2025-06-13', 3, 200],
    ['after them', '2025-06-14', 3, 0],
  ])('%s', (_, receiptDate, graceDays, discount) => {
    expect(discountOn(item, day(receiptDate), { graceDays })).toBe(discount)
  })

  test('the clerk may give it although late', () => {
    expect(discountOn(item, day('2025-12-31'), { graceDays: 0, evenIfLate: true })).toBe(200)
  })

  test('a partly paid item earns it on the original total, but never more than is open', () => {
    const date = day('2025-06-01')
    expect(discountOn({ ...item, open: 5000 }, date, { graceDays: 0 })).toBe(200)
    expect(discountOn({ ...item, open: 150 }, date, { graceDays: 0 })).toBe(150)
  })

  test('terms without a discount give none, not even late', () => {
    const none = { ...item, discount: 0, discountUntil: null }
    expect(discountOn(none, day('2025-06-01'), { graceDays: 5, evenIfLate: true })).toBe(0)
  })

  test('grace at the end of the calendar is no error', () => {
    expect(discountOn({ ...item, discountUntil: LAST_DATE }, LAST_DATE, { graceDays: 5 })).toBe(200)
  })
})

describe('what is left of the discount that an invoice of 100.00 offers, 2.00', () => {
  test.each([
    ['nothing has become of it', 0, 0, 200],
    ['half of it was taken before', 0, 100, 100],
    ['more was taken than a credit note leaves', 5000, 150, 0],
    ['a quarter was credited', 2500, 0, 150],
    ['a third was credited: rounded half up', 3325, 0, 134],
    ['all was credited', 10_000, 0, 0],
    ['a cent more was credited, as tax rounds', 10_001, 0, 0],
  ])('%s', (_, credited, discountTaken, left) => {
    expect(discountLeft({ original: 10_000, offered: 200, credited, discountTaken })).toBe(left)
  })

  test('of an invoice of nothing that offers nothing, nothing', () => {
    expect(discountLeft({ original: 0, offered: 0, credited: 0, discountTaken: 0 })).toBe(0)
  })
})
