import { describe, expect, test } from 'vitest'
import { calendarDate, FIRST_DATE, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { applyDateKey } from '../../src-shared/domain/dates/date-keys.ts'

const workDate = calendarDate('2025-07-03')
const inField = calendarDate('2024-02-29')

describe('keys in a date field', () => {
  test.each([
    ['+', 'a day on', '2024-03-01'],
    ['-', 'a day back', '2024-02-28'],
    [']', 'a month on', '2024-03-29'],
    ['[', 'a month back', '2024-01-29'],
    ['t', 'today, the work date', '2025-07-03'],
    ['w', 'start of the week', '2024-02-26'],
    ['k', 'end of the week', '2024-03-03'],
    ['m', 'start of the month', '2024-02-01'],
    ['h', 'end of the month', '2024-02-29'],
    ['y', 'start of the year', '2024-01-01'],
    ['r', 'end of the year', '2024-12-31'],
  ])('%s: %s', (key, _, result) => {
    expect(applyDateKey(key, inField, workDate)).toBe(result)
    expect(applyDateKey(key.toUpperCase(), inField, workDate)).toBe(result)
  })

  test('in an empty field they start from the work date', () => {
    expect(applyDateKey('+', null, workDate)).toBe('2025-07-04')
    expect(applyDateKey('h', null, workDate)).toBe('2025-07-31')
  })

  test('the week may start on Sunday', () => {
    expect(applyDateKey('w', workDate, workDate, 7)).toBe('2025-06-29')
    expect(applyDateKey('k', workDate, workDate, 7)).toBe('2025-07-05')
  })

  test.each(['a', '1', 'Tab', '', '++', '='])('"%s" is no date key', (key) => {
    expect(applyDateKey(key, inField, workDate)).toBeNull()
  })

  test('at the ends of the calendar the date stays', () => {
    expect(applyDateKey('+', LAST_DATE, workDate)).toBe(LAST_DATE)
    expect(applyDateKey(']', LAST_DATE, workDate)).toBe(LAST_DATE)
    expect(applyDateKey('-', FIRST_DATE, workDate)).toBe(FIRST_DATE)
    expect(applyDateKey('[', FIRST_DATE, workDate)).toBe(FIRST_DATE)
    expect(applyDateKey('[', calendarDate('1900-02-01'), workDate)).toBe(FIRST_DATE)
    expect(applyDateKey(']', calendarDate('9998-11-30'), workDate)).toBe('9998-12-30')
    expect(applyDateKey('k', LAST_DATE, workDate)).toBe(LAST_DATE)
    expect(applyDateKey('w', FIRST_DATE, workDate, 7)).toBe(FIRST_DATE)
  })
})
