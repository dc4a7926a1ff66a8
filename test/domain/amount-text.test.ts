import { describe, expect, test } from 'vitest'
import {
  AMOUNT_MAX,
  describeProblem,
  formatAmount,
  formatDecimal6,
  parseAmount,
  parseDecimal6,
} from '../../src-shared/domain/amounts/money.ts'
import type { AmountStyle, NumberLocale } from '../../src-shared/domain/amounts/money.ts'

const german: NumberLocale = { decimal: ',', group: '.' }
const swiss: NumberLocale = { decimal: '.', group: "'" }
const french: NumberLocale = { decimal: ',', group: ' ' }
const ungrouped: NumberLocale = { decimal: '.', group: '' }

describe('reading an amount', () => {
  test.each([
    ['1,234.50', 'USD', 123450],
    ['1234.5', 'USD', 123450],
    ['(12.00)', 'USD', -1200],
    ['( 12 )', 'USD', -1200],
    ['-3', 'USD', -300],
    ['\u22123', 'USD', -300],
    ['3.25-', 'USD', -325],
    ['+7', 'USD', 700],
    ['12.', 'USD', 1200],
    ['.5', 'USD', 50],
    ['  9.99  ', 'USD', 999],
    ['0', 'USD', 0],
    ['-0.00', 'USD', 0],
    ['007', 'USD', 700],
    ['1.500', 'USD', 150],
    ['1,234', 'JPY', 1234],
    ['12.', 'JPY', 12],
    ['1.234', 'KWD', 1234],
    ['90,000,000,000,000.00', 'USD', AMOUNT_MAX],
  ])('"%s" in %s is %i minor units', (text, currency, amount) => {
    expect(parseAmount(text, currency)).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['1.234,50', german, 123450],
    ["1'234.50", swiss, 123450],
    ['1 234,50', french, 123450],
    ['1234.50', ungrouped, 123450],
  ])('"%s" follows the locale', (text, locale, amount) => {
    expect(parseAmount(text, 'EUR', locale)).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['.', { kind: 'not_a_number', text: '.' }],
    ['-', { kind: 'not_a_number', text: '-' }],
    ['()', { kind: 'not_a_number', text: '()' }],
    ['1.2.3', { kind: 'not_a_number', text: '1.2.3' }],
    ['1.234,50', { kind: 'not_a_number', text: '1.234,50' }],
    ['$5', { kind: 'unexpected_character', character: '$' }],
    ['5 USD', { kind: 'unexpected_character', character: ' ' }],
    ['--5', { kind: 'unexpected_character', character: '-' }],
    ['(-5)', { kind: 'unexpected_character', character: '-' }],
    ['(12', { kind: 'unexpected_character', character: '(' }],
    ['12)', { kind: 'unexpected_character', character: ')' }],
    ['1e3', { kind: 'unexpected_character', character: 'e' }],
    ['12,34.50', { kind: 'misplaced_group', text: '12,34.50', group: ',' }],
    [',500', { kind: 'misplaced_group', text: ',500', group: ',' }],
    ['1234,567', { kind: 'misplaced_group', text: '1234,567', group: ',' }],
    ['1.005', { kind: 'too_many_digits', allowed: 2, currency: 'USD' }],
    ['90,000,000,000,000.01', { kind: 'too_large' }],
    ['9'.repeat(40), { kind: 'too_large' }],
    ['1'.repeat(41), { kind: 'too_long', max: 40 }],
  ])('"%s" is refused', (text, reason) => {
    expect(parseAmount(text, 'USD')).toEqual({ ok: false, reason })
  })

  test('an amount with more digits than its currency is refused by name, not rounded', () => {
    expect(parseAmount('10.5', 'JPY')).toEqual({
      ok: false,
      reason: { kind: 'too_many_digits', allowed: 0, currency: 'JPY' },
    })
  })
})

describe('each refusal says what to do', () => {
  test.each([
    [{ kind: 'empty' }, 'Nothing is entered: type a value.'],
    [{ kind: 'not_a_number', text: 'x' }, '"x" is not a number: type digits such as 1234.50.'],
    [{ kind: 'unexpected_character', character: '$' }, '"$" does not belong in a number: remove it.'],
    [
      { kind: 'misplaced_group', text: '1,2', group: ',' },
      'The "," in "1,2" does not separate thousands: leave it out or put it before every third digit.',
    ],
    [
      { kind: 'too_many_digits', allowed: 2, currency: 'USD' },
      'USD has 2 digits after the decimal point: remove the others.',
    ],
    [
      { kind: 'too_many_digits', allowed: 1, currency: null },
      'This number has 1 digit after the decimal point: remove the others.',
    ],
    [
      { kind: 'too_many_digits', allowed: 0, currency: 'JPY' },
      'JPY has no digits after the decimal point: round the amount to whole units.',
    ],
    [{ kind: 'too_large' }, 'The number is larger than the ledger can hold: check for extra digits.'],
    [{ kind: 'too_long', max: 40 }, 'The text is longer than 40 characters: shorten it.'],
    [
      { kind: 'unfinished_sum', text: '2*' },
      'The sum "2*" is not complete: finish it, or remove the last sign or bracket.',
    ],
    [{ kind: 'division_by_zero' }, 'The sum divides by zero: change the divisor.'],
    [{ kind: 'not_a_date', text: 'x', example: '6/30/2025' }, '"x" is not a date: type it like 6/30/2025.'],
    [
      { kind: 'no_such_month', month: 13 },
      'There is no month 13: months run from 1 to 12, check the order of day and month.',
    ],
    [{ kind: 'no_such_day', day: 31, month: 6, lastDay: 30 }, 'There is no day 31 in month 6: its last day is 30.'],
    [
      { kind: 'date_out_of_range', from: '1900-01-01', to: '9998-12-31' },
      'The date is outside 1900-01-01 to 9998-12-31: check the year.',
    ],
  ] as const)('%o', (reason, text) => {
    expect(describeProblem(reason)).toBe(text)
  })
})

describe('writing an amount', () => {
  test.each([
    [123450, 'USD', {}, '1,234.50'],
    [-123450, 'USD', {}, '-1,234.50'],
    [-123450, 'USD', { negative: 'parentheses' }, '(1,234.50)'],
    [5, 'USD', {}, '0.05'],
    [0, 'USD', {}, '0.00'],
    [-0, 'USD', {}, '0.00'],
    [0, 'USD', { blankZero: true }, ''],
    [1, 'USD', { blankZero: true }, '0.01'],
    [1234567, 'JPY', {}, '1,234,567'],
    [0, 'JPY', {}, '0'],
    [1234, 'KWD', {}, '1.234'],
    [123456789, 'EUR', { decimal: ',', group: '.' }, '1.234.567,89'],
    [123456789, 'EUR', { group: '' }, '1234567.89'],
    [100000, 'USD', { group: '$&' }, '1$&000.00'],
    [AMOUNT_MAX, 'USD', {}, '90,000,000,000,000.00'],
  ] satisfies [number, string, AmountStyle, string][])('%i %s %o', (amount, currency, style, text) => {
    expect(formatAmount(amount, currency, style)).toBe(text)
  })

  test('a fraction of a minor unit is a mistake, not something to print', () => {
    expect(() => formatAmount(0.1, 'USD')).toThrow('Amount 0.1 is not a whole number of minor units')
  })
})

describe('quantities and unit prices have up to six digits', () => {
  test.each([
    ['1.25', 1_250_000, '1.25'],
    ['0.000001', 1, '0.000001'],
    ['1,000', 1_000_000_000, '1000'],
    ['-2.5', -2_500_000, '-2.5'],
    ['0', 0, '0'],
    ['3.1000000', 3_100_000, '3.1'],
  ])('"%s" is %i millionths and prints "%s"', (text, millionths, printed) => {
    expect(parseDecimal6(text)).toEqual({ ok: true, value: millionths })
    expect(formatDecimal6(millionths)).toBe(printed)
  })

  test('the seventh digit is refused', () => {
    expect(parseDecimal6('0.0000001')).toEqual({
      ok: false,
      reason: { kind: 'too_many_digits', allowed: 6, currency: null },
    })
  })

  test('the decimal sign follows the locale', () => {
    expect(parseDecimal6('1,5', german)).toEqual({ ok: true, value: 1_500_000 })
    expect(formatDecimal6(1_500_000, ',')).toBe('1,5')
  })

  test('a fraction of a millionth is a mistake', () => {
    expect(() => formatDecimal6(0.5)).toThrow('0.5 is not a whole number of millionths')
  })
})
