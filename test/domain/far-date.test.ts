import { expect, test } from 'vitest'
import { calendarDate, FIRST_DATE, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { farFrom } from '../../src-shared/domain/dates/far-date.ts'

test.each([
  ['2025-06-30', '2025-08-29', null],
  ['2025-06-30', '2025-08-30', 'ahead'],
  ['2025-06-30', '2024-06-30', null],
  ['2025-06-30', '2024-06-29', 'back'],
  ['2024-02-29', '2023-02-28', null],
  ['2024-02-29', '2023-02-27', 'back'],
  ['2025-06-30', '2062-06-30', 'ahead'],
] as const)('worked on %s, the date %s is far: %s', (workDate, date, side) => {
  expect(farFrom(calendarDate(workDate), calendarDate(date))).toBe(side)
})

test('at both ends of the calendar no date lies beyond it', () => {
  expect(farFrom(LAST_DATE, LAST_DATE)).toBeNull()
  expect(farFrom(FIRST_DATE, FIRST_DATE)).toBeNull()
})
