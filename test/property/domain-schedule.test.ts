import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  calendarDate,
  daysBetween,
  daysInMonth,
  LAST_DATE,
  partsOf,
} from '../../src-shared/domain/dates/calendar.ts'
import {
  dueDays,
  isOccurrence,
  nextDue,
  periodFrom,
  scheduleProblem,
  scheduleUnits,
} from '../../src-shared/billing/rules/schedule.ts'
import type { Schedule, ScheduleEnd } from '../../src-shared/billing/rules/schedule.ts'
import { holds } from './holds.ts'

const day = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays(calendarDate('1970-01-01'), days))

const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    every: fc.integer({ min: 1, max: 30 }),
    unit: fc.constantFrom(...scheduleUnits),
    firstDate: day,
    later: fc.nat(30),
    end: fc.oneof(
      fc.constant<ScheduleEnd>({ kind: 'never' }),
      fc.integer({ min: 1, max: 40 }).map<ScheduleEnd>((times) => ({ kind: 'after', times })),
      fc.nat(4000).map((days) => ({ kind: 'on', days }) as const),
    ),
  })
  .map(({ every, unit, firstDate, later, end }) => {
    const { year, month, day: ofMonth } = partsOf(firstDate)
    const lastOfMonth = ofMonth === daysInMonth(year, month) && (unit === 'month' || unit === 'year')
    return {
      every,
      unit,
      firstDate,
      dayOfMonth: lastOfMonth ? Math.min(31, ofMonth + later) : null,
      end: 'days' in end ? { kind: 'on', date: addDays(firstDate, end.days) } : end,
    }
  })

const some = (which: Schedule) => dueDays(which, () => false, LAST_DATE, 30)

describe('a schedule', () => {
  test('can be used, begins on its first date, rises, and is due on no other day', () => {
    holds(
      fc.property(schedule, day, (which, other) => {
        expect(scheduleProblem(which)).toBeNull()
        const days = some(which)
        expect(days[0]).toBe(which.firstDate)
        expect(days).toEqual(days.toSorted())
        expect(new Set(days).size).toBe(days.length)
        for (const each of days) expect(isOccurrence(which, each)).toBe(true)
        const last = days.at(-1)
        if (last !== undefined && other <= last) expect(isOccurrence(which, other)).toBe(days.includes(other))
      }),
      200,
    )
  })

  test('by months keeps the wished day wherever the month has it, and never leaves the month', () => {
    holds(
      fc.property(schedule, (which) => {
        fc.pre(which.unit === 'month' || which.unit === 'year')
        const wished = which.dayOfMonth ?? partsOf(which.firstDate).day
        const apart = which.every * (which.unit === 'year' ? 12 : 1)
        const first = partsOf(which.firstDate)
        for (const [index, date] of some(which).entries()) {
          const { year, month, day: on } = partsOf(date)
          expect(on).toBe(Math.min(wished, daysInMonth(year, month)))
          expect(year * 12 + month - first.year * 12 - first.month).toBe(index * apart)
        }
      }),
      200,
    )
  })

  test('by days and weeks keeps the distance', () => {
    holds(
      fc.property(schedule, (which) => {
        fc.pre(which.unit === 'day' || which.unit === 'week')
        const apart = which.every * (which.unit === 'week' ? 7 : 1)
        for (const [index, date] of some(which).entries()) {
          expect(daysBetween(which.firstDate, date)).toBe(index * apart)
        }
      }),
      200,
    )
  })

  test('bills every day once: periods follow each other without gap or overlap', () => {
    holds(
      fc.property(schedule, (which) => {
        const days = some(which)
        for (const [index, date] of days.entries()) {
          const { from, to } = periodFrom(which, date)
          expect(from).toBe(date)
          const next = days[index + 1]
          if (next !== undefined) expect(addDays(to, 1)).toBe(next)
        }
      }),
      200,
    )
  })

  test('whatever was settled, what is due is the rest, and the next is its first', () => {
    holds(
      fc.property(schedule, fc.array(fc.nat(29)), (which, indexes) => {
        const days = some(which)
        const settled = new Set(indexes.map((index) => days[index]))
        const last = days.at(-1) ?? which.firstDate
        const due = dueDays(which, (date) => settled.has(date), last, 30)
        expect(due).toEqual(days.filter((date) => !settled.has(date)))
        if (due.length > 0) expect(nextDue(which, (date) => settled.has(date))).toBe(due[0])
      }),
      200,
    )
  })
})
