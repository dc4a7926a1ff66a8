import { describe, expect, test } from 'vitest'
import * as calendar from '../../src-shared/domain/dates/calendar.ts'

const day = calendar.calendarDate

describe('a calendar date', () => {
  test.each(['2025-06-30', '2024-02-29', '2000-02-29', '1900-01-01', '9998-12-31'])('%s is one', (text) => {
    expect(calendar.isCalendarDate(text)).toBe(true)
    expect(calendar.parseIso(text)).toBe(text)
    expect(day(text)).toBe(text)
  })

  test.each([
    '2025-6-30',
    '2025-06-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
    '2023-02-29',
    '1900-02-29',
    '1899-12-31',
    '9999-12-31',
    '2025-06-30T00:00',
    ' 2025-06-30',
    '',
  ])('"%s" is none', (text) => {
    expect(calendar.isCalendarDate(text)).toBe(false)
    expect(calendar.parseIso(text)).toBeNull()
    expect(() => day(text)).toThrow(`"${text}" is not a calendar date`)
  })

  test('is made of a year, a month and a day, and falls apart into them', () => {
    expect(calendar.dateFromParts(2025, 6, 3)).toBe('2025-06-03')
    expect(calendar.partsOf(day('2025-06-03'))).toEqual({ year: 2025, month: 6, day: 3 })
    expect(() => calendar.dateFromParts(2025, 2, 30)).toThrow('Year 2025, month 2, day 30 is not a day')
    expect(() => calendar.dateFromParts(2025, 2.5, 3)).toThrow(RangeError)
  })

  test('an open item closes on a day later than every business day', () => {
    expect(calendar.FAR_FUTURE > calendar.LAST_DATE).toBe(true)
  })
})

describe('counting days and months', () => {
  test.each([
    ['2025-06-30', 1, '2025-07-01'],
    ['2025-01-01', -1, '2024-12-31'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-02-28', 1, '2025-03-01'],
    ['2025-03-30', 1, '2025-03-31'],
    ['2025-06-30', 0, '2025-06-30'],
    ['2025-06-30', 365, '2026-06-30'],
    ['1969-12-31', 1, '1970-01-01'],
  ])('%s and %i days is %s', (date, days, result) => {
    expect(calendar.addDays(day(date), days)).toBe(result)
    expect(calendar.daysBetween(day(date), day(result))).toBe(days)
  })

  test.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-15', 1, '2025-02-15'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-01-15', -13, '2023-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s, or the end of a shorter month', (date, months, result) => {
    expect(calendar.addMonths(day(date), months)).toBe(result)
  })

  test('arithmetic that leaves the calendar is refused', () => {
    expect(() => calendar.addDays(calendar.LAST_DATE, 1)).toThrow(RangeError)
    expect(() => calendar.addDays(calendar.FIRST_DATE, -1)).toThrow(RangeError)
    expect(() => calendar.addMonths(calendar.LAST_DATE, 1)).toThrow(RangeError)
  })

  test('months are as long as they are', () => {
    const lengths = Array.from({ length: 12 }, (_, index) => calendar.daysInMonth(2025, index + 1))
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(calendar.daysInMonth(2024, 2)).toBe(29)
    expect(calendar.daysInMonth(2100, 2)).toBe(28)
  })
})

describe('starts and ends', () => {
  test('of the month and the year', () => {
    expect(calendar.startOfMonth(day('2024-02-15'))).toBe('2024-02-01')
    expect(calendar.endOfMonth(day('2024-02-15'))).toBe('2024-02-29')
    expect(calendar.startOfYear(day('2024-02-15'))).toBe('2024-01-01')
    expect(calendar.endOfYear(day('2024-02-15'))).toBe('2024-12-31')
  })

  test.each([
    ['2025-06-30', 1],
    ['2025-07-06', 7],
    ['1970-01-01', 4],
    ['1900-01-01', 1],
  ])('%s is day %i of the week, Monday being 1', (date, weekday) => {
    expect(calendar.dayOfWeek(day(date))).toBe(weekday)
  })

  test('a week starts on Monday unless told', () => {
    expect(calendar.startOfWeek(day('2025-07-03'))).toBe('2025-06-30')
    expect(calendar.endOfWeek(day('2025-07-03'))).toBe('2025-07-06')
    expect(calendar.startOfWeek(day('2025-06-30'))).toBe('2025-06-30')
    expect(calendar.startOfWeek(day('2025-07-03'), 7)).toBe('2025-06-29')
    expect(calendar.endOfWeek(day('2025-07-03'), 7)).toBe('2025-07-05')
  })
})

describe('comparing', () => {
  test('dates sort by day', () => {
    const dates = ['2025-07-01', '2024-12-31', '2025-06-30'].map(day)
    expect(dates.toSorted(calendar.compareDates)).toEqual(['2024-12-31', '2025-06-30', '2025-07-01'])
    expect(calendar.compareDates(day('2025-07-01'), day('2025-07-01'))).toBe(0)
  })

  test('the earliest and the latest of several', () => {
    const [a, b, c] = [day('2025-07-01'), day('2024-12-31'), day('2025-06-30')]
    expect(calendar.maxDate(b, a, c)).toBe(a)
    expect(calendar.minDate(a, b, c)).toBe(b)
    expect(calendar.maxDate(b)).toBe(b)
  })
})

describe('the date a clock shows', () => {
  const now = new Date('2025-06-30T23:30:00Z')

  test('depends on the time zone', () => {
    expect(calendar.fromClock(now, 0)).toBe('2025-06-30')
    expect(calendar.fromClock(now, -120)).toBe('2025-07-01')
    expect(calendar.fromClock(now, 24 * 60)).toBe('2025-06-29')
  })

  test('is the local one by default', () => {
    const local = new Date(2025, 5, 30, 12, 0)
    expect(calendar.fromClock(local)).toBe('2025-06-30')
  })
})
