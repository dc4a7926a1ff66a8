import { describe, expect, test } from 'vitest'
import { describeProblem, evaluateSum } from '../../src-shared/domain/amounts/money.ts'

describe('a mark before three digits is a question', () => {
  const point = { decimal: '.', group: ',' } as const
  const comma = { decimal: ',', group: '.' } as const

  test.each([
    ['1.500', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
    ['-1.500', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
    ['(1.500)', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
    ['1,500', 'EUR', comma, 'Do you mean 1.500 or 1,50? Type it so.'],
    ['500.000', 'VND', point, 'Do you mean 500,000 or 500? Type it so.'],
    ['1.005', 'USD', point, '"1.005" is no amount in USD: do you mean 1,005? Type it so.'],
    ['1.500+2', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
    ['2*1.500', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
    ['100-(1.250)', 'EUR', point, 'Do you mean 1,250 or 1.25? Type it so.'],
    ['\uff11.500', 'EUR', point, 'Do you mean 1,500 or 1.50? Type it so.'],
  ] as const)('"%s" in %s', (text, currency, locale, question) => {
    const read = evaluateSum(text, currency, locale)
    expect(read.ok ? read.value : describeProblem(read.reason)).toBe(question)
  })

  test.each([
    ['1,500', 'EUR', point, 150_000],
    ['1.500', 'EUR', comma, 150_000],
    ['1.50', 'EUR', point, 150],
    ['1.5000', 'EUR', point, 150],
    ['0.500', 'EUR', point, 50],
    ['1234.500', 'EUR', point, 123_450],
    ['1,234.500', 'EUR', point, 123_450],
    ['1.500', 'KWD', point, 1500],
    ['100*1.075', 'EUR', point, 10_750],
    ['200+1.500%', 'EUR', point, 20_300],
    ['500.000', 'VND', comma, 500_000],
  ] as const)('"%s" in %s is none', (text, currency, locale, amount) => {
    expect(evaluateSum(text, currency, locale)).toEqual({ ok: true, value: amount })
  })
})

describe('an amount field takes a sum', () => {
  test.each([
    ['1,00,000', 10_000_000],
    ['1,00,000.00*2', 20_000_000],
    ['12,34,567.89', 123_456_789],
    ['1\u200b23.50', 12_350],
    ['\uff11\uff12', 1200],
  ])('grouped as in India, or with characters that nobody sees: %s', (text, amount) => {
    expect(evaluateSum(text, 'USD')).toEqual({ ok: true, value: amount })
  })

  test.each(['1,0,000', '1,00', '12,00,00', '123,45,678', '1,000,00'])('misplaced groups are refused: %s', (text) => {
    expect(evaluateSum(text, 'USD').ok).toBe(false)
  })

  test.each([
    ['12*3+5', 4100],
    ['5+12*3', 4100],
    ['10-2-3', 500],
    ['100/8/2', 625],
    ['(100-2)/4', 2450],
    ['2*(3+(4-1))', 1200],
    ['-5+8', 300],
    ['-(3+4)', -700],
    ['+5*2', 1000],
    ['2*-3', -600],
    ['2++3', 500],
    [' 1,234.50 * 2 ', 246900],
    ['12x2', 2400],
    ['12\u00d72', 2400],
    ['12\u00f75', 240],
    ['12\u22122', 1000],
    ['12*3=', 3600],
    ['.5*3', 150],
    ['5.+1', 600],
  ])('%s', (text, amount) => {
    expect(evaluateSum(text, 'USD')).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['200+18%', 23600],
    ['100-2%', 9800],
    ['50+50-10%', 9000],
    ['200*18%', 3600],
    ['18%*200', 3600],
    ['100/50%', 20000],
    ['50%', 50],
    ['100+10%*2', 10020],
  ])('a percentage after + or - is of what stands before it, elsewhere a hundredth: %s', (text, amount) => {
    expect(evaluateSum(text, 'USD')).toEqual({ ok: true, value: amount })
  })

  test.each([
    ['10/3', 333],
    ['20/3', 667],
    ['1.005*1', 101],
    ['-1.005*1', -101],
    ['10/3*3', 1000],
    ['0.01/3*3/2', 1],
    ['0.004+0.004', 1],
  ])('it is rounded once at the end, half away from zero: %s', (text, amount) => {
    expect(evaluateSum(text, 'USD')).toEqual({ ok: true, value: amount })
  })

  test('a plain amount is read as strictly as anywhere: no digit is rounded away', () => {
    expect(evaluateSum('10.0051', 'USD')).toEqual({
      ok: false,
      reason: { kind: 'too_many_digits', allowed: 2, currency: 'USD' },
    })
    expect(evaluateSum('(12.00)', 'USD')).toEqual({ ok: true, value: -1200 })
  })

  test.each([
    ['', { kind: 'empty' }],
    ['=', { kind: 'empty' }],
    ['12-', { kind: 'unfinished_sum', text: '12-' }],
    ['12*', { kind: 'unfinished_sum', text: '12*' }],
    ['*3', { kind: 'unfinished_sum', text: '*3' }],
    ['-', { kind: 'unfinished_sum', text: '-' }],
    ['(1+2', { kind: 'unfinished_sum', text: '(1+2' }],
    ['1+2)', { kind: 'unfinished_sum', text: '1+2)' }],
    ['()*2', { kind: 'unfinished_sum', text: '()*2' }],
    ['1 2', { kind: 'unfinished_sum', text: '1 2' }],
    ['1.2.3+1', { kind: 'unfinished_sum', text: '1.2.3+1' }],
    ['5/0', { kind: 'division_by_zero' }],
    ['5/(3-3)+1', { kind: 'division_by_zero' }],
    ['$5+1', { kind: 'unexpected_character', character: '$' }],
    ['.+1', { kind: 'unexpected_character', character: '.' }],
    ['12,34*2', { kind: 'unexpected_character', character: ',' }],
    ['9e9', { kind: 'unexpected_character', character: 'e' }],
    ['90000000000000*2', { kind: 'too_large' }],
    [`1${'+1'.repeat(100)}`, { kind: 'too_long', max: 200 }],
  ])('"%s" is refused', (text, reason) => {
    expect(evaluateSum(text, 'USD')).toEqual({ ok: false, reason })
  })

  test('the decimal key follows the locale', () => {
    expect(evaluateSum('1.234,50*2', 'EUR', { decimal: ',', group: '.' })).toEqual({ ok: true, value: 246900 })
  })

  test('the result has the digits of the currency', () => {
    expect(evaluateSum('10/4', 'JPY')).toEqual({ ok: true, value: 3 })
    expect(evaluateSum('10/4', 'KWD')).toEqual({ ok: true, value: 2500 })
  })
})
