import { describe, expect, test } from 'vitest'
import { currencyDigits, isKnownCurrency, knownCurrencies } from '../../src-shared/domain/amounts/money.ts'

describe('currencies', () => {
  test.each([
    ['JPY', 0],
    ['KRW', 0],
    ['USD', 2],
    ['EUR', 2],
    ['CHF', 2],
    ['BHD', 3],
    ['IQD', 3],
    ['JOD', 3],
    ['KWD', 3],
    ['LYD', 3],
    ['OMR', 3],
    ['TND', 3],
  ])('%s has %i digits', (currency, digits) => {
    expect(currencyDigits(currency)).toBe(digits)
  })

  test('the list is alphabetical, without doubles, and made of three capital letters', () => {
    expect(knownCurrencies).toEqual([...new Set(knownCurrencies)].toSorted())
    expect(knownCurrencies.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true)
  })

  test('a code nobody can pay in is unknown, and asking for its digits names it', () => {
    expect(isKnownCurrency('USD')).toBe(true)
    expect(isKnownCurrency('usd')).toBe(false)
    expect(() => currencyDigits('XYZ')).toThrow('Unknown currency "XYZ"')
  })
})
