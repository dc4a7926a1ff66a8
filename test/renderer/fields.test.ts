import { describe, expect, test } from 'vitest'
import { calendarDate, FIRST_DATE, LAST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { calendarKey, weeksOf } from '../../src-renderer/ui/fields/calendar-month.ts'
import { dateKeyEffect, readDate } from '../../src-renderer/ui/fields/date-entry.ts'
import type { DateEntry } from '../../src-renderer/ui/fields/date-entry.ts'
import { choiceForText } from '../../src-renderer/ui/fields/picker-choice.ts'
import { readAmount, readDecimal, readPrice } from '../../src-renderer/ui/fields/read-text.ts'

const rules = { workDate: calendarDate('2025-06-30'), dateOrder: 'mdy', weekStart: 1 } as const
const conventions = {
  ...rules,
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
} as const
const field = (value: string | null, rest: Partial<DateEntry> = {}): DateEntry => ({
  value: value === null ? null : calendarDate(value),
  draft: null,
  sign: null,
  ...rest,
})

const problemOf = (refusal: object): unknown => ('problem' in refusal ? refusal.problem : null)

describe('keys in a date field', () => {
  test.each([
    ['+', '2025-03-05'],
    ['-', '2025-03-03'],
    [']', '2025-04-04'],
    ['[', '2025-02-04'],
    ['t', '2025-06-30'],
    ['m', '2025-03-01'],
    ['h', '2025-03-31'],
    ['y', '2025-01-01'],
    ['r', '2025-12-31'],
  ])('%s takes 4 March to %s', (key, date) => {
    expect(dateKeyEffect(key, field('2025-03-04'), rules)).toMatchObject({ kind: 'date', date })
  })

  test('in an empty field the keys start from the work date', () => {
    expect(dateKeyEffect('+', field(null), rules)).toMatchObject({ date: '2025-07-01' })
  })

  test('+ followed at once by digits means so many days on from where the field stood', () => {
    const plus = dateKeyEffect('+', field('2025-03-04'), rules)
    expect(plus).toEqual({ kind: 'date', date: '2025-03-05', sign: { key: '+', from: '2025-03-04' } })
    const sign = plus?.kind === 'date' ? plus.sign : null
    const three = dateKeyEffect('3', field('2025-03-05', { sign }), rules)
    expect(three).toEqual({ kind: 'offset', text: '+3', from: '2025-03-04' })
    expect(readDate('+30', rules, calendarDate('2025-03-04'))).toEqual({ ok: true, value: '2025-04-03' })
  })

  test('a date can be written out: what is typed stays text', () => {
    expect(dateKeyEffect('-', field('2025-03-04', { draft: '2025' }), rules)).toBeNull()
    expect(dateKeyEffect('m', field('2025-03-04', { draft: '30 ' }), rules)).toBeNull()
    expect(readDate('2025-06-05', rules)).toEqual({ ok: true, value: '2025-06-05' })
  })

  test('a bracket moves what is typed by a month', () => {
    expect(dateKeyEffect(']', field(null, { draft: '15' }), rules)).toMatchObject({ date: '2025-07-15' })
  })

  test('any other character is typed', () => {
    expect(dateKeyEffect('1', field('2025-03-04'), rules)).toBeNull()
    expect(dateKeyEffect('j', field('2025-03-04'), rules)).toBeNull()
  })

  test('an empty text is no date and no error', () => {
    expect(readDate('  ', rules)).toEqual({ ok: true, value: null })
  })

  test('a day that does not exist is refused in words', () => {
    expect(problemOf(readDate('2/30', rules))).toContain('its last day is 28')
  })
})

describe('the calendar', () => {
  test('shows whole weeks from the company’s first day of the week', () => {
    const weeks = weeksOf(calendarDate('2025-06-30'), 1)
    expect(weeks).toHaveLength(6)
    expect(weeks[0]?.[0]).toBe('2025-05-26')
    expect(weeks.at(-1)?.at(-1)).toBe('2025-07-06')
    expect(weeks.every((week) => week.length === 7)).toBe(true)
  })

  test.each([1, 7] as const)('ends with its first and its last month, weeks from day %i on', (weekStart) => {
    const first = weeksOf(FIRST_DATE, weekStart)
    expect(first[0]?.[0]).toBe(FIRST_DATE)
    expect(first.flat().filter((date) => date.startsWith('1900-01'))).toHaveLength(31)
    const last = weeksOf(LAST_DATE, weekStart)
    expect(last.at(-1)?.at(-1)).toBe(LAST_DATE)
    expect(last.flat().filter((date) => date.startsWith('9998-12'))).toHaveLength(31)
    for (const key of ['ArrowLeft', 'ArrowUp', 'PageUp'])
      expect(calendarKey(key, FIRST_DATE, rules.workDate, weekStart)).toBe(FIRST_DATE)
    for (const key of ['ArrowRight', 'ArrowDown', 'PageDown'])
      expect(calendarKey(key, LAST_DATE, rules.workDate, weekStart)).toBe(LAST_DATE)
  })

  test('arrows move by days and weeks, pages by months, letters as in the field', () => {
    const from = calendarDate('2025-01-31')
    expect(calendarKey('ArrowRight', from, rules.workDate, 1)).toBe('2025-02-01')
    expect(calendarKey('ArrowUp', from, rules.workDate, 1)).toBe('2025-01-24')
    expect(calendarKey('PageDown', from, rules.workDate, 1)).toBe('2025-02-28')
    expect(calendarKey('t', from, rules.workDate, 1)).toBe('2025-06-30')
    expect(calendarKey('F9', from, rules.workDate, 1)).toBeNull()
  })
})

describe('amounts', () => {
  test('a sum is worked out', () => {
    expect(readAmount('12*3+5', 'USD', conventions)).toEqual({ ok: true, value: 4100 })
    expect(readAmount('$1,234.50', 'USD', conventions)).toEqual({ ok: true, value: 123_450 })
    expect(readPrice('1.234,5 EUR', 'EUR', conventions)).toEqual({ ok: true, value: 1_234_500_000 })
    expect(readDecimal('1.234,5', 'quantity', conventions)).toEqual({ ok: true, value: 1_234_500_000 })
    expect(problemOf(readAmount('€5', 'USD', conventions))).toContain('another currency')
  })

  test('nothing typed is no amount, not zero', () => {
    expect(readAmount('', 'USD', conventions)).toEqual({ ok: true, value: null })
    expect(readDecimal(' ', 'quantity', conventions)).toEqual({ ok: true, value: null })
  })

  test('an unfinished sum says so', () => {
    expect(problemOf(readAmount('12*', 'USD', conventions))).toContain('not complete')
  })

  test('the decimal sign is the company’s', () => {
    const german = { ...conventions, decimal: ',', group: '.' } as const
    expect(readAmount('1.234,50', 'EUR', german)).toEqual({ ok: true, value: 123_450 })
    expect(readDecimal('1,5', 'quantity', german)).toEqual({ ok: true, value: 1_500_000 })
  })
})

describe('a quantity or percentage with a mark before three digits', () => {
  const german = { ...conventions, decimal: ',', group: '.' } as const

  test.each([
    ['1.500', conventions, 'Do you mean 1,500 or 1.5? Type it so.'],
    ['-1.234', conventions, 'Do you mean 1,234 or 1.2340? Type it so.'],
    ['12,000', german, 'Do you mean 12.000 or 12? Type it so.'],
  ])('a quantity of %s is asked about', (text, at, problem) => {
    expect(readDecimal(text, 'quantity', at)).toEqual({ ok: false, problem })
  })

  test.each([
    ['1.5', conventions, 1_500_000],
    ['1,500', conventions, 1_500_000_000],
    ['0.500', conventions, 500_000],
    ['1234.500', conventions, 1_234_500_000],
    ['1.2340', conventions, 1_234_000],
    ['1.500', german, 1_500_000_000],
  ])('a quantity of %s says what it is', (text, at, value) => {
    expect(readDecimal(text, 'quantity', at)).toEqual({ ok: true, value })
  })

  test('no percentage is a thousand: thousands are asked about, decimals are not', () => {
    expect(readDecimal('2.125', 'percent', conventions)).toEqual({ ok: true, value: 2_125_000 })
    expect(readDecimal('2,125', 'percent', german)).toEqual({ ok: true, value: 2_125_000 })
    const problem = '"2,125" would be thousands of percent: do you mean 2.125? Type it so.'
    expect(readDecimal('2,125', 'percent', conventions)).toEqual({ ok: false, problem })
    expect(problemOf(readDecimal('2.125', 'percent', german))).toContain('do you mean 2,125?')
  })
})

describe('a code typed and left before the list came', () => {
  const north = { key: '1', code: 'NORTH01', name: 'Northgate Foods Ltd' }
  const shore = { key: '2', code: 'NORTH02', name: 'North Shore Marine' }

  test('takes the one with exactly this code', () => {
    expect(choiceForText('north02', [north, shore], 'customer')).toEqual({ kind: 'option', option: shore })
  })

  test('takes the only match', () => {
    expect(choiceForText('marine', [shore], 'customer')).toEqual({ kind: 'option', option: shore })
  })

  test('never guesses between several', () => {
    expect(choiceForText('north', [north, shore], 'customer')).toEqual({
      kind: 'problem',
      problem: 'Several customers match "north": type more, or press Down to choose.',
    })
  })

  test('says when nothing matches', () => {
    expect(problemOf(choiceForText('zzz', [], 'customer'))).toContain('No customer matches')
  })
})

describe('the price of one that has its mark before three digits is a question', () => {
  test.each([
    ['1.500', 'Do you mean 1,500 or 1.5? Type it so.'],
    ['1.234', 'Do you mean 1,234 or 1.2340? Type it so.'],
    ['-500.000', 'Do you mean 500,000 or 500? Type it so.'],
  ])('%s', (text, problem) => {
    expect(readPrice(text, 'USD', conventions)).toEqual({ ok: false, problem })
  })

  test.each([
    ['1.5', 1_500_000],
    ['1.2340', 1_234_000],
    ['1,500', 1_500_000_000],
    ['0.125', 125_000],
    ['1234.567', 1_234_567_000],
  ])('%s is plain', (text, value) => {
    expect(readPrice(text, 'USD', conventions)).toEqual({ ok: true, value })
  })

  test('a currency of three digits has it so', () => {
    expect(readPrice('1.500', 'KWD', conventions)).toEqual({ ok: true, value: 1_500_000 })
  })
})
