import { describe, expect, test } from 'vitest'
import {
  formatNumber,
  hasYear,
  isSeriesPrefix,
  isVoidNumber,
  nextReference,
  prefixOfYear,
  voidNumber,
} from '../../../src-shared/company/rules/sequence.ts'

describe('document numbers', () => {
  test.each([
    [{ prefix: 'INV-', width: 6 }, 42, 'INV-000042'],
    [{ prefix: '', width: 0 }, 42, '42'],
    [{ prefix: 'R', width: 3 }, 1234, 'R1234'],
  ])('%o %i is %s', (style, n, number) => {
    expect(formatNumber(style, n)).toBe(number)
  })

  test.each([-1, 0.5, Number.NaN])('%f is no document number', (n) => {
    expect(() => formatNumber({ prefix: '', width: 0 }, n)).toThrow('is not a document number')
  })
})

describe('+ and - on a reference', () => {
  test.each([
    ['CHK-0099', 1, 'CHK-0100'],
    ['CHK-0100', -1, 'CHK-0099'],
    ['1041', 1, '1042'],
    ['CHK999', 1, 'CHK1000'],
    ['0001', -1, '0000'],
    ['2025/007', 1, '2025/008'],
    ['99999999999999999999', 1, '100000000000000000000'],
    ['0000', -1, '0000'],
    ['cash', 1, 'cash'],
    ['12-A', 1, '12-A'],
    ['', 1, ''],
    ['7 ', 1, '8'],
  ])('"%s" %i is "%s"', (text, step, next) => {
    expect(nextReference(text, step)).toBe(next)
  })
})

describe('a prefix', () => {
  test.each([
    ['INV-', true, 'INV-'],
    ['', true, ''],
    ['INV-{year}-', true, 'INV-2025-'],
    ['{year}', true, '2025'],
    ['{year}/{year}-', false, '2025/{year}-'],
    ['INV{month}', false, 'INV{month}'],
    ['{', false, '{'],
  ])('"%s" fits: %s', (prefix, fits, filled) => {
    expect(isSeriesPrefix(prefix)).toBe(fits)
    expect(prefixOfYear(prefix, 2025)).toBe(filled)
    expect(hasYear(prefix)).toBe(prefix.includes('{year}'))
  })

  test('the number of a void is told from every other', () => {
    expect(isVoidNumber(voidNumber('INV-00042'))).toBe(true)
    expect(isVoidNumber('7/v')).toBe(true)
    expect(isVoidNumber('7/VI')).toBe(false)
  })
})
