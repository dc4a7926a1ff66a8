import { describe, expect, test } from 'vitest'
import { guessDatePattern, parseDateByPattern } from '../../src-shared/domain/dates/date-text.ts'

describe('dates of an imported file', () => {
  test.each([
    ['6/30/2025', 'M/D/YYYY'],
    ['06/30/2025', 'M/D/YYYY'],
    ['6-30-2025', 'M/D/YYYY'],
    ['30/6/2025', 'D/M/YYYY'],
    ['2025-06-30', 'YYYY-MM-DD'],
    ['2025/6/30', 'YYYY-MM-DD'],
    ['30.06.2025', 'D.M.YYYY'],
    ['20250630', 'YYYYMMDD'],
    ['6/30/25', 'M/D/YY'],
    ['30/6/25', 'D/M/YY'],
    ['30-Jun-2025', 'DD-MMM-YYYY'],
    ['30-JUNE-2025', 'DD-MMM-YYYY'],
    ['30.06.25', 'D.M.YY'],
    ['2025.06.30', 'YYYY-MM-DD'],
    ['2025. 6. 30.', 'YYYY-MM-DD'],
    ['20250630.0', 'YYYYMMDD'],
    ['30-Jun-25', 'DD-MMM-YY'],
    ['30 Jun 25', 'DD-MMM-YY'],
    ['30JUN2025', 'DD-MMM-YYYY'],
    ['Jun 30, 2025', 'MMM D, YYYY'],
    ['June 30 2025', 'MMM D, YYYY'],
    ['\u200e30/6/2025', 'D/M/YYYY'],
    ['\uff12\uff10\uff12\uff15-06-30', 'YYYY-MM-DD'],
    [' 6/30/2025 ', 'M/D/YYYY'],
    ['6/30/2025 0:00', 'M/D/YYYY'],
    ['2025-06-30T13:45:10.500', 'YYYY-MM-DD'],
    ['6/30/2025 12:00:00 AM', 'M/D/YYYY'],
  ] as const)('"%s" by %s is 30 June 2025', (text, pattern) => {
    expect(parseDateByPattern(text, pattern)).toEqual({ ok: true, value: '2025-06-30' })
  })

  test('two digits of a year are read as POSIX reads them', () => {
    expect(parseDateByPattern('1/2/68', 'M/D/YY')).toEqual({ ok: true, value: '2068-01-02' })
    expect(parseDateByPattern('1/2/69', 'M/D/YY')).toEqual({ ok: true, value: '1969-01-02' })
  })

  test.each([
    ['', 'M/D/YYYY', { kind: 'empty' }],
    ['30/6/2025', 'M/D/YYYY', { kind: 'no_such_month', month: 30 }],
    ['2/30/2025', 'M/D/YYYY', { kind: 'no_such_day', day: 30, month: 2, lastDay: 28 }],
    ['6/30/25', 'M/D/YYYY', { kind: 'not_a_date', text: '6/30/25', example: '6/30/2025' }],
    ['n/a', 'YYYY-MM-DD', { kind: 'not_a_date', text: 'n/a', example: '2025-06-30' }],
    ['30-Xyz-2025', 'DD-MMM-YYYY', { kind: 'not_a_date', text: '30-Xyz-2025', example: '30-Jun-2025' }],
    ['1/1/0025', 'M/D/YYYY', { kind: 'date_out_of_range', from: '1900-01-01', to: '9998-12-31' }],
    ['2025-06-30T23:00:00Z', 'YYYY-MM-DD', { kind: 'not_a_date', text: '2025-06-30T23:00:00Z', example: '2025-06-30' }],
  ] as const)('"%s" by %s is refused', (text, pattern, reason) => {
    expect(parseDateByPattern(text, pattern)).toEqual({ ok: false, reason })
  })
})

describe('guessing the pattern of a column', () => {
  test.each([
    [['1/2/2013', '2/25/2013'], 'M/D/YYYY', false],
    [['1/2/2013', '25/2/2013'], 'D/M/YYYY', false],
    [['1/2/2013', '3/4/2013'], 'M/D/YYYY', true],
    [['2013-01-02'], 'YYYY-MM-DD', false],
    [['1.2.2013'], 'D.M.YYYY', false],
    [['20130102'], 'YYYYMMDD', false],
    [['1/25/13'], 'M/D/YY', false],
    [['25/1/13', '1/2/13'], 'D/M/YY', false],
    [['02-Jan-2013'], 'DD-MMM-YYYY', false],
    [['13.03.21'], 'D.M.YY', false],
    [['2021.03.13'], 'YYYY-MM-DD', false],
    [['13-Mar-21'], 'DD-MMM-YY', false],
    [['20210313'], 'YYYYMMDD', false],
    [['2021/3/13'], 'YYYY-MM-DD', false],
  ] as const)('%o', (samples, pattern, ambiguous) => {
    expect(guessDatePattern(samples)).toMatchObject({ pattern, ambiguous })
  })

  test('blank cells and a few bad ones do not mislead it', () => {
    expect(guessDatePattern(['', ' ', 'unknown', '1/31/2013', '2/3/2013'])).toEqual({
      pattern: 'M/D/YYYY',
      ambiguous: false,
      equals: ['M/D/YYYY'],
    })
  })

  test('a column without dates has no pattern', () => {
    expect(guessDatePattern(['Paper', 'Electronic'])).toEqual({ pattern: null, ambiguous: false, equals: [] })
    expect(guessDatePattern([])).toEqual({ pattern: null, ambiguous: false, equals: [] })
  })
})
