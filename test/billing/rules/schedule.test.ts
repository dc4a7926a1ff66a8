import { describe, expect, test } from 'vitest'
import { calendarDate, LAST_DATE } from '../../../src-shared/domain/dates/calendar.ts'
import {
  describeSchedule,
  dueDays,
  hasSameRhythm,
  isOccurrence,
  nextDue,
  periodFrom,
  scheduleProblem,
} from '../../../src-shared/billing/rules/schedule.ts'
import type { Schedule } from '../../../src-shared/billing/rules/schedule.ts'

const monthly = (firstDate: string, changes: Partial<Schedule> = {}): Schedule => ({
  every: 1,
  unit: 'month',
  firstDate: calendarDate(firstDate),
  dayOfMonth: null,
  end: { kind: 'never' },
  ...changes,
})

const first = (schedule: Schedule, count: number): readonly string[] => dueDays(schedule, () => false, LAST_DATE, count)

describe('days that something is due on', () => {
  const examples: readonly (readonly [title: string, schedule: Schedule, expected: readonly string[]])[] = [
    ['each month on its day', monthly('2025-01-15'), ['2025-01-15', '2025-02-15', '2025-03-15']],
    [
      'the 31st: the last day of shorter months, and back to 31',
      monthly('2025-01-31'),
      ['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31'],
    ],
    [
      'the 30th of a schedule that starts in February',
      monthly('2025-02-28', { dayOfMonth: 30 }),
      ['2025-02-28', '2025-03-30', '2025-04-30'],
    ],
    [
      'the last day, starting in a short month',
      monthly('2024-02-29', { dayOfMonth: 31 }),
      ['2024-02-29', '2024-03-31', '2024-04-30'],
    ],
    [
      'each quarter over the end of the year',
      monthly('2025-11-30', { every: 3 }),
      ['2025-11-30', '2026-02-28', '2026-05-30'],
    ],
    [
      '29 February each year',
      monthly('2024-02-29', { unit: 'year' }),
      ['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29'],
    ],
    [
      'every second week',
      monthly('2025-12-22', { unit: 'week', every: 2 }),
      ['2025-12-22', '2026-01-05', '2026-01-19'],
    ],
    ['every 10 days', monthly('2025-02-20', { unit: 'day', every: 10 }), ['2025-02-20', '2025-03-02', '2025-03-12']],
  ]
  test.each(examples)('%s', (_, schedule, expected) => {
    expect(first(schedule, expected.length)).toEqual(expected)
  })

  test('end after so many times, or after a day, which counts itself', () => {
    expect(first(monthly('2025-01-01', { end: { kind: 'after', times: 2 } }), 9)).toEqual(['2025-01-01', '2025-02-01'])
    const until = (date: string) => monthly('2025-01-01', { end: { kind: 'on', date: calendarDate(date) } })
    expect(first(until('2025-03-01'), 9)).toHaveLength(3)
    expect(first(until('2025-02-28'), 9)).toHaveLength(2)
  })

  test('end with the calendar', () => {
    expect(first(monthly('9998-11-30'), 9)).toEqual(['9998-11-30', '9998-12-30'])
    expect(first(monthly('9998-12-30', { unit: 'day' }), 9)).toEqual(['9998-12-30', '9998-12-31'])
  })
})

describe('what is due', () => {
  const settled =
    (...dates: string[]) =>
    (date: string): boolean =>
      dates.includes(date)

  test('after weeks away: each day up to and on the day asked for, without those settled', () => {
    const schedule = monthly('2025-01-31')
    expect(dueDays(schedule, settled('2025-02-28'), calendarDate('2025-04-30'), 9)).toEqual([
      '2025-01-31',
      '2025-03-31',
      '2025-04-30',
    ])
    expect(dueDays(schedule, settled(), calendarDate('2025-01-30'), 9)).toEqual([])
  })

  test('next, even when a later one was billed before it', () => {
    const schedule = monthly('2025-01-01', { end: { kind: 'after', times: 3 } })
    expect(nextDue(schedule, settled('2025-01-01', '2025-03-01'))).toBe('2025-02-01')
    expect(nextDue(schedule, settled('2025-01-01', '2025-02-01', '2025-03-01'))).toBeNull()
  })

  test('is a day of the schedule, within its end', () => {
    const schedule = monthly('2025-01-31', { end: { kind: 'after', times: 3 } })
    for (const [date, expected] of [
      ['2025-02-28', true],
      ['2025-03-31', true],
      ['2025-03-30', false],
      ['2025-04-30', false],
      ['2024-12-31', false],
    ] as const) {
      expect(isOccurrence(schedule, calendarDate(date)), date).toBe(expected)
    }
  })
})

describe('the period billed', () => {
  test('lasts to the day before the next, though there is no next', () => {
    const last = monthly('2025-01-31', { end: { kind: 'after', times: 1 } })
    expect(periodFrom(last, calendarDate('2025-01-31'))).toEqual({ from: '2025-01-31', to: '2025-02-27' })
    expect(periodFrom(monthly('2025-10-01', { every: 3 }), calendarDate('2026-01-01'))).toEqual({
      from: '2026-01-01',
      to: '2026-03-31',
    })
  })

  test('is one day where the calendar ends', () => {
    expect(periodFrom(monthly('9998-12-31'), calendarDate('9998-12-31'))).toEqual({
      from: '9998-12-31',
      to: '9998-12-31',
    })
  })
})

describe('a schedule', () => {
  test('that cannot be used says why', () => {
    expect(scheduleProblem(monthly('2025-01-15'))).toBeNull()
    expect(scheduleProblem(monthly('2025-02-28', { dayOfMonth: 31 }))).toBeNull()
    expect(scheduleProblem(monthly('2025-01-15', { dayOfMonth: 31 }))).toEqual({
      path: 'dayOfMonth',
      kind: 'first_date_on_another_day',
    })
    expect(scheduleProblem(monthly('2025-01-15', { unit: 'week', dayOfMonth: 15 }))).toMatchObject({
      path: 'dayOfMonth',
    })
    expect(scheduleProblem(monthly('2025-01-15', { end: { kind: 'on', date: calendarDate('2025-01-14') } }))).toEqual({
      path: 'end.date',
      kind: 'ends_before_first',
    })
  })

  test('is the same rhythm as another, whatever their ends', () => {
    const schedule = monthly('2025-01-15')
    expect(hasSameRhythm(schedule, { ...schedule, dayOfMonth: 15, end: { kind: 'after', times: 1 } })).toBe(true)
    expect(hasSameRhythm(schedule, { ...schedule, every: 2 })).toBe(false)
    expect(hasSameRhythm(monthly('2025-02-28'), monthly('2025-02-28', { dayOfMonth: 31 }))).toBe(false)
  })

  for (const [schedule, words] of [
    [monthly('2025-01-15'), 'Every month on the 15th'],
    [monthly('2025-01-31', { every: 3 }), 'Every 3 months on the last day'],
    [monthly('2025-02-28', { dayOfMonth: 30 }), 'Every month on the 30th'],
    [monthly('2025-01-03', { unit: 'week', end: { kind: 'after', times: 1 } }), 'Every week on Friday, 1 time'],
    [monthly('2025-01-22', { unit: 'year' }), 'Every year on the 22nd of January'],
    [monthly('2025-01-12', { unit: 'month', end: { kind: 'after', times: 12 } }), 'Every month on the 12th, 12 times'],
    [
      monthly('2025-01-03', { unit: 'day', every: 2, end: { kind: 'on', date: calendarDate('2025-12-31') } }),
      'Every 2 days, until 31 Dec 2025',
    ],
  ] as const) {
    test(`reads "${words}"`, () => expect(describeSchedule(schedule)).toBe(words))
  }
})
