import { describe, expect, test } from 'vitest'
import { discountOn } from '../../src-shared/domain/application.ts'
import { calendarDate, LAST_DATE } from '../../src-shared/domain/calendar.ts'

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

  test('what was taken before is not given again', () => {
    const date = day('2025-06-01')
    expect(discountOn({ ...item, discountTaken: 150 }, date, { graceDays: 0 })).toBe(50)
    expect(discountOn({ ...item, discountTaken: 250 }, date, { graceDays: 0 })).toBe(0)
  })

  test('terms without a discount give none, not even late', () => {
    const none = { ...item, discount: 0, discountUntil: null }
    expect(discountOn(none, day('2025-06-01'), { graceDays: 5, evenIfLate: true })).toBe(0)
  })

  test('grace at the end of the calendar is no error', () => {
    expect(discountOn({ ...item, discountUntil: LAST_DATE }, LAST_DATE, { graceDays: 5 })).toBe(200)
  })
})
