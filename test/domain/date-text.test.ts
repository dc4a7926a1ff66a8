import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { formatDate, parseDateText } from '../../src-shared/domain/dates/date-text.ts'
import type { DateOrder } from '../../src-shared/domain/dates/date-text.ts'

const workDate = calendarDate('2026-06-10')
const read = (text: string, order: DateOrder) => parseDateText(text, { workDate, order })

describe('what a clerk types into a date field', () => {
  test.each([
    ['15', '2026-06-15'],
    ['5', '2026-06-05'],
    ['3/4', '2026-03-04'],
    ['3-4', '2026-03-04'],
    ['3.4.', '2026-03-04'],
    ['0304', '2026-03-04'],
    ['030426', '2026-03-04'],
    ['03042026', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['3/4/26', '2026-03-04'],
    ['3/4/1999', '1999-03-04'],
    ['3/4/75', '1975-03-04'],
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['+30', '2026-07-10'],
    ['-7', '2026-06-03'],
    ['+0', '2026-06-10'],
    ['t', '2026-06-10'],
    ['H', '2026-06-30'],
    ['y', '2026-01-01'],
    ['30 Jun 2025', '2025-06-30'],
    ['30-jun-25', '2025-06-30'],
    ['30jun', '2026-06-30'],
    ['jun 30', '2026-06-30'],
    ['June 30, 2025', '2025-06-30'],
    ['1 sept', '2026-09-01'],
    ['  15  ', '2026-06-15'],
  ])('month first: "%s" is %s', (text, date) => {
    expect(read(text, 'mdy')).toEqual({ ok: true, value: date })
  })

  test.each([
    ['3/4', '2026-04-03'],
    ['0304', '2026-04-03'],
    ['030426', '2026-04-03'],
    ['03042026', '2026-04-03'],
    ['3.4.26', '2026-04-03'],
    ['2026-03-04', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['20122012', '2012-12-20'],
  ])('day first: "%s" is %s', (text, date) => {
    expect(read(text, 'dmy')).toEqual({ ok: true, value: date })
  })

  test.each([
    ['3/4', '2026-03-04'],
    ['0304', '2026-03-04'],
    ['260304', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['26-3-4', '2026-03-04'],
  ])('year first: "%s" is %s', (text, date) => {
    expect(read(text, 'ymd')).toEqual({ ok: true, value: date })
  })

  test.each([
    ['', { kind: 'empty' }],
    ['abc', { kind: 'not_a_date', text: 'abc', example: '6/30/2025' }],
    ['304', { kind: 'not_a_date', text: '304', example: '6/30/2025' }],
    ['3/4/5/6', { kind: 'not_a_date', text: '3/4/5/6', example: '6/30/2025' }],
    ['3/4/026', { kind: 'not_a_date', text: '3/4/026', example: '6/30/2025' }],
    ['345/1', { kind: 'not_a_date', text: '345/1', example: '6/30/2025' }],
    ['30 xyz', { kind: 'not_a_date', text: '30 xyz', example: '6/30/2025' }],
    ['q', { kind: 'not_a_date', text: 'q', example: '6/30/2025' }],
    ['3//4', { kind: 'not_a_date', text: '3//4', example: '6/30/2025' }],
    ['31', { kind: 'no_such_day', day: 31, month: 6, lastDay: 30 }],
    ['0', { kind: 'no_such_day', day: 0, month: 6, lastDay: 30 }],
    ['13/4', { kind: 'no_such_month', month: 13 }],
    ['2/29/2025', { kind: 'no_such_day', day: 29, month: 2, lastDay: 28 }],
    ['99999999', { kind: 'no_such_month', month: 99 }],
    ['1/1/1899', { kind: 'date_out_of_range', from: '1900-01-01', to: '9998-12-31' }],
    ['-99999', { kind: 'date_out_of_range', from: '1900-01-01', to: '9998-12-31' }],
  ])('"%s" is refused', (text, reason) => {
    expect(read(text, 'mdy')).toEqual({ ok: false, reason })
  })

  test('the example in a refusal follows the order of the company', () => {
    expect(read('x1', 'dmy')).toMatchObject({ reason: { example: '30/6/2025' } })
    expect(read('x1', 'ymd')).toMatchObject({ reason: { example: '2025-06-30' } })
  })

  test('the start of the week follows the company', () => {
    expect(parseDateText('w', { workDate, order: 'mdy' })).toEqual({ ok: true, value: '2026-06-08' })
    expect(parseDateText('w', { workDate, order: 'mdy', weekStart: 7 })).toEqual({ ok: true, value: '2026-06-07' })
  })
})

describe('writing a date', () => {
  test.each([
    ['iso', '2025-06-03'],
    ['mdy', '06/03/2025'],
    ['dmy', '03/06/2025'],
    ['text', '3 Jun 2025'],
  ] as const)('%s: %s', (style, text) => {
    expect(formatDate(calendarDate('2025-06-03'), style)).toBe(text)
  })
})
