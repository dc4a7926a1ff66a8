import type { PersonRow } from '../../../src-shared/company/contract/people.ts'
import { onlyOwner } from '../../../src-renderer/desk/setup/people-entry.ts'
import { describe, expect, test } from 'vitest'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { companyFieldOf } from '../../../src-renderer/desk/setup/company-entry.ts'
import {
  blankTerms,
  checkTerms,
  newInstalment,
  rule,
  termsFieldOf,
  termsInWords,
} from '../../../src-renderer/desk/setup/terms-entry.ts'
import { termsExample } from '../../../src-renderer/desk/setup/terms-example.ts'
import {
  checkRate,
  foreignCurrencies,
  likelyCurrency,
  rateEntry,
  storedRateOf,
} from '../../../src-renderer/desk/setup/rate-entry.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { wholeNumber, wholeNumbers } from '../../../src-renderer/desk/setup/whole.ts'

const percent = (whole: number): number => whole * 1_000_000
const named = { ...blankTerms(), code: 'T' }

describe('whole numbers as they are typed', () => {
  test.each([
    [' 30 ', 30],
    ['0', 0],
    ['3.5', null],
    ['-1', null],
    ['', null],
    ['thirty', null],
  ])('%s is %s', (text, number) => {
    expect(wholeNumber(text)).toBe(number)
  })

  test('aging buckets are numbers with commas', () => {
    expect(wholeNumbers('30, 60,90')).toEqual([30, 60, 90])
    expect(wholeNumbers('30, , 90')).toBeNull()
  })
})

describe('terms as they are typed', () => {
  test('they are said in words while one types', () => {
    expect(termsInWords({ ...named, discountPercent: percent(2), discountDays: '10' }, 'USD')).toBe('2% 10, net 30')
    expect(termsInWords({ ...named, days: 'soon' }, 'USD')).toBeNull()
  })

  test('half a discount is refused beside its field', () => {
    expect(checkTerms({ ...named, discountPercent: percent(2) })).toEqual({
      discountDays: 'Enter a whole number from 0 to 3650.',
    })
  })

  test('instalments must add up; the blank line does not count', () => {
    const halves = { ...named, kind: 'instalments' as const }
    const part = { ...newInstalment(), percent: percent(50), days: '30' }
    expect(checkTerms({ ...halves, parts: [part, newInstalment()] })).toEqual({
      'parts.0.percent': 'The instalments add up to 50%, make them 100%.',
    })
    expect(checkTerms({ ...halves, parts: [part, { ...part, key: 'b', days: '60' }] })).toEqual({})
    expect(rule({ ...halves, parts: [newInstalment(), part] })).toMatchObject({
      parts: [{ percent: percent(50), dueAfterDays: 30 }],
    })
  })

  test('amounts, months and the rest; a line with neither percent nor amount takes the rest', () => {
    const lines = [
      { ...newInstalment(), amount: 10_000 },
      { ...newInstalment(), percent: percent(25), months: '1' },
      { ...newInstalment(), months: '2', days: '15' },
      newInstalment(),
    ]
    const entry = { ...named, kind: 'instalments' as const, parts: lines }
    expect(checkTerms(entry)).toEqual({})
    expect(rule(entry)).toMatchObject({
      parts: [
        { amount: 10_000, dueAfterMonths: 0, dueAfterDays: 0 },
        { percent: percent(25), dueAfterMonths: 1, dueAfterDays: 0 },
        { rest: true, dueAfterMonths: 2, dueAfterDays: 15 },
      ],
    })
    expect(termsInWords(entry, 'USD')).toBe(
      '3 instalments: USD 100.00 at once, 25% after 1 month, the rest after 2 months and 15 days',
    )
  })

  test('a percentage and an amount at once are asked about', () => {
    const both = { ...newInstalment(), percent: percent(50), amount: 10_000, days: '30' }
    const entry = {
      ...named,
      kind: 'instalments' as const,
      parts: [both, { ...newInstalment(), days: '60' }],
      discountPercent: percent(2),
      discountAmount: 500,
      discountDays: '10',
    }
    expect(Object.keys(checkTerms(entry))).toEqual(['discountAmount', 'parts.0.amount'])
    expect(termsInWords(entry, 'USD')).toBeNull()
  })

  test('a flat discount until a day of a month', () => {
    const entry = { ...named, discountAmount: 500, discountUntil: 'day_of_month' as const, discountAfterDays: '5' }
    expect(rule(entry).discount).toEqual({ amount: 500, dayOfMonth: 10, afterDays: 5 })
    expect(checkTerms({ ...entry, discountDayOfMonth: '32' })).toEqual({
      discountDayOfMonth: 'Enter a day of the month from 1 to 31.',
    })
  })

  test('an example says on which days', () => {
    const date = (text: string): string => text
    const on = calendarDate('2019-04-15')
    const after = { ...named, kind: 'day_of_month' as const, dayOfMonth: '15', afterDays: '31' }
    expect(termsExample(rule(after), on, date)).toBe('An invoice of 2019-04-15 is due 2019-06-15.')
    const lines = ['0', '1', '2', '3', '4'].map((months) => ({ ...newInstalment(), percent: percent(20), months }))
    const fifths = {
      ...named,
      kind: 'instalments' as const,
      parts: lines,
      discountPercent: percent(2),
      discountDays: '10',
    }
    expect(termsExample(rule(fifths), on, date)).toBe(
      'An invoice of 2019-04-15 is due 2019-04-15, 2019-05-15, 2019-06-15, … and 2019-08-15, with the discount until 2019-04-25.',
    )
  })

  test('a refused instalment is shown in the line it was typed in', () => {
    const entry = { ...named, parts: [newInstalment(), { ...newInstalment(), days: '30' }] }
    expect(termsFieldOf('rule.parts.0.dueAfterDays', entry)).toBe('parts.1.days')
    expect(termsFieldOf('rule.discount.days', entry)).toBe('discountDays')
  })
})

test('a refused setting of the company is shown beside it', () => {
  expect(companyFieldOf('settings.agingEdges.2')).toBe('agingEdges')
  expect(companyFieldOf('email')).toBe('email')
  expect(companyFieldOf('version')).toBeNull()
})

describe('an exchange rate', () => {
  const stored = { currency: 'EUR', date: calendarDate('2025-06-10'), rate: exchangeRate('1.0845'), version: 3 }

  test('that is stored is typed with the company’s decimal sign', () => {
    expect(rateEntry(stored, ',')).toEqual({ currency: 'EUR', date: '2025-06-10', rate: '1,0845' })
  })

  test('changes the stored one of its currency and day, and is new otherwise', () => {
    const typed = rateEntry(stored, '.')
    expect(storedRateOf([stored], typed)).toBe(stored)
    expect(storedRateOf([stored], { ...typed, currency: 'GBP' })).toBeUndefined()
    expect(storedRateOf([stored], { ...typed, date: calendarDate('2025-06-11') })).toBeUndefined()
  })

  test('needs its day and its rate', () => {
    expect(Object.keys(checkRate({ currency: 'EUR', date: null, rate: ' ' }))).toEqual(['date', 'rate'])
  })

  test('is offered for the currency entered last, never for the company’s own', () => {
    expect(likelyCurrency([{ ...stored, currency: 'CHF' }], 'USD')).toBe('CHF')
    expect(likelyCurrency([], 'EUR')).toBe('USD')
    expect(foreignCurrencies('USD')).not.toContain('USD')
  })
})

describe('the only owner', () => {
  const person = (id: number, role: PersonRow['role'], active = true): PersonRow => ({
    id,
    version: 1,
    name: `Person ${id}`,
    role,
    active,
    hasPin: true,
  })

  test.each<[string, readonly PersonRow[], number | null]>([
    ['of several people is named', [person(1, 'clerk'), person(2, 'owner')], 2],
    [
      'with another who is archived is named too',
      [person(1, 'clerk'), person(2, 'owner'), person(3, 'owner', false)],
      2,
    ],
    ['who works alone locks nobody out', [person(1, 'owner'), person(2, 'clerk', false)], null],
    ['is none where there are two', [person(1, 'owner'), person(2, 'owner')], null],
  ])('%s', (_name, people, id) => {
    expect(onlyOwner(people)?.id ?? null).toBe(id)
  })
})
