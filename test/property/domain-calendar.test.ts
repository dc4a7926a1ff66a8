import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDate,
  compareDates,
  dayOfWeek,
  daysBetween,
  endOfMonth,
  endOfWeek,
  FIRST_DATE,
  isCalendarDate,
  LAST_DATE,
  partsOf,
  startOfMonth,
  startOfWeek,
} from '../../src-shared/domain/dates/calendar.ts'
import type { DayOfWeek } from '../../src-shared/domain/dates/calendar.ts'
import { applyDateKey, dateKeys } from '../../src-shared/domain/dates/date-keys.ts'
import {
  dateOrders,
  datePatterns,
  formatDate,
  guessDatePattern,
  parseDateByPattern,
  parseDateText,
} from '../../src-shared/domain/dates/date-text.ts'
import { holds } from './holds.ts'

const calendarDays = daysBetween(FIRST_DATE, LAST_DATE)
const dayOf = (days: number) => addDays(FIRST_DATE, days)
/** Also often the ends of the calendar. */
const anyDate = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: calendarDays }).map(dayOf) },
  { weight: 1, arbitrary: fc.nat(40).map(dayOf) },
  { weight: 1, arbitrary: fc.nat(40).map((days) => dayOf(calendarDays - days)) },
)
const usualDate = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(calendarDate('1970-01-01'), days))
const weekStart = fc.constantFrom<DayOfWeek>(1, 6, 7)

describe('the calendar', () => {
  test('every day it counts to is a date', () => {
    holds(
      fc.property(anyDate, (date) => {
        expect(isCalendarDate(date)).toBe(true)
      }),
    )
  })

  test('adding the days between leads from one date to the other', () => {
    holds(
      fc.property(anyDate, anyDate, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to)
        expect(daysBetween(from, to)).toBe(0 - daysBetween(to, from))
      }),
    )
  })

  test('dates sort as text as they sort by days', () => {
    holds(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(compareDates(a, b)).toBe(Math.sign(daysBetween(b, a)))
      }),
    )
  })

  test('it agrees with the platform on leap years, weekdays and months', () => {
    holds(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, days) => {
        fc.pre(daysBetween(FIRST_DATE, date) > 60 && daysBetween(date, LAST_DATE) > 60)
        const platform = new Date(`${date}T00:00:00Z`)
        expect(dayOfWeek(date) % 7).toBe(platform.getUTCDay())
        platform.setUTCDate(platform.getUTCDate() + days)
        expect(addDays(date, days)).toBe(platform.toISOString().slice(0, 10))
      }),
    )
  })

  test('adding months lands in that month, on the same day or its last', () => {
    holds(
      fc.property(usualDate, fc.integer({ min: -240, max: 240 }), (date, months) => {
        const result = addMonths(date, months)
        const [from, to] = [partsOf(date), partsOf(result)]
        expect(to.year * 12 + to.month).toBe(from.year * 12 + from.month + months)
        expect(to.day === from.day || (to.day < from.day && result === endOfMonth(result))).toBe(true)
      }),
    )
  })

  test('months and weeks hold their days', () => {
    holds(
      fc.property(usualDate, weekStart, (date, start) => {
        expect(startOfMonth(date) <= date && date <= endOfMonth(date)).toBe(true)
        expect(addDays(endOfMonth(date), 1)).toBe(addMonths(startOfMonth(date), 1))
        expect(startOfWeek(date, start) <= date && date <= endOfWeek(date, start)).toBe(true)
        expect(dayOfWeek(startOfWeek(date, start))).toBe(start)
      }),
    )
  })
})

describe('date fields', () => {
  test('every key gives a date, and starts and ends stay where they are', () => {
    holds(
      fc.property(anyDate, usualDate, fc.constantFrom(...dateKeys), (date, workDate, key) => {
        const once = applyDateKey(key, date, workDate)
        expect(once !== null && isCalendarDate(once)).toBe(true)
        const stays = '+-[]'.includes(key) || applyDateKey(key, once, workDate) === once
        expect(stays).toBe(true)
      }),
    )
  })

  test('what is written in the order of the company is read back', () => {
    const styles = { mdy: 'mdy', dmy: 'dmy', ymd: 'iso' } as const
    holds(
      fc.property(usualDate, usualDate, fc.constantFrom(...dateOrders), (date, workDate, order) => {
        for (const style of [styles[order], 'iso', 'text'] as const) {
          expect(parseDateText(formatDate(date, style), { workDate, order })).toEqual({ ok: true, value: date })
        }
      }),
    )
  })

  test('eight digits are read with the year first or last, whichever was written', () => {
    holds(
      fc.property(anyDate, usualDate, fc.constantFrom('mdy' as const, 'dmy' as const), (date, workDate, order) => {
        for (const style of ['iso', order] as const) {
          const digits = formatDate(date, style).replace(/\D/g, '')
          expect(parseDateText(digits, { workDate, order })).toEqual({ ok: true, value: date })
        }
      }),
    )
  })

  test('any text gives a date or a reason, never an exception', () => {
    const keys = fc.string({ unit: fc.constantFrom(...'0123456789/.-+ tmhjun,'), maxLength: 12 })
    holds(
      fc.property(fc.oneof(keys, fc.string()), usualDate, fc.constantFrom(...dateOrders), (text, workDate, order) => {
        const read = parseDateText(text, { workDate, order })
        expect(!read.ok || isCalendarDate(read.value)).toBe(true)
        for (const pattern of datePatterns) {
          const cell = parseDateByPattern(text, pattern)
          expect(!cell.ok || isCalendarDate(cell.value)).toBe(true)
        }
      }),
    )
  })

  test('a column of one pattern is read as the guess says, or the guess is called ambiguous', () => {
    holds(
      fc.property(fc.array(usualDate, { minLength: 1, maxLength: 30 }), (dates) => {
        const column = dates.map((date) => formatDate(date, 'mdy'))
        const guess = guessDatePattern(column)
        expect(guess.pattern).toBe('M/D/YYYY')
        expect(guess.ambiguous).toBe(dates.every((date) => partsOf(date).day <= 12))
      }),
    )
  })
})
