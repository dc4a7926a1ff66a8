import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  crossRate,
  crossRateText,
  paidAt,
  rateOfAmounts,
  readCrossRate,
  settledAt,
} from '../../src-shared/domain/amounts/cross-rate.ts'
import { exchangeRate } from '../../src-shared/domain/amounts/exchange-rate.ts'

const rated = (currency: string, rate: string | null) => ({
  currency,
  rate: rate === null ? null : exchangeRate(rate),
})
const base = rated('USD', null)

describe('the rate between an item and the money that settles it', () => {
  test.each([
    // The company's own money: the item's rate as it is quoted.
    [rated('EUR', '1.0845'), base, '1.0845'],
    [rated('VND', '1/26315'), base, '1/26315'],
    // An item of the company's own: the money's rate turned around, to the last digit.
    [base, rated('EUR', '1.0845'), '1/1.0845'],
    [base, rated('VND', '1/26315'), '26315'],
    // Two foreign ones: through the company's own.
    [rated('EUR', '1.1'), rated('GBP', '1.25'), '0.88'],
    [rated('GBP', '1.25'), rated('EUR', '1.1'), '1/0.88'],
    [rated('EUR', null), base, null],
    [rated('EUR', '1.1'), rated('GBP', null), null],
    [rated('EUR', '1.1'), rated('EUR', '1.1'), null],
  ])('%o paid in %o is at %s', (item, money, expected) => {
    expect(crossRate(item, money, 'USD')).toBe(expected)
  })

  test('100.00 EUR at 1.0845 are paid by 108.45 USD, and the other way round', () => {
    const rate = exchangeRate('1.0845')
    expect(paidAt(10_000, 'EUR', 'USD', rate)).toBe(10_845)
    expect(settledAt(10_845, 'EUR', 'USD', rate)).toBe(10_000)
  })

  test('it follows from both amounts, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }), (settles, paid) => {
        const rate = rateOfAmounts({ amount: settles, currency: 'EUR' }, { amount: paid, currency: 'JPY' })
        if (rate !== null) expect(paidAt(settles, 'EUR', 'JPY', rate)).toBe(paid)
      }),
    )
    expect(rateOfAmounts({ amount: 0, currency: 'EUR' }, { amount: 5, currency: 'USD' })).toBeNull()
  })

  test('it is written with what it counts, and read as it stood unless the text says another way', () => {
    expect(crossRateText(exchangeRate('1.0845'), 'EUR', 'USD')).toBe('1.0845 USD/EUR')
    expect(crossRateText(exchangeRate('1/1.0845'), 'USD', 'EUR')).toBe('1.0845 USD/EUR')
    expect(readCrossRate('1,09', 'EUR', 'USD', 'direct')).toBe('1.09')
    expect(readCrossRate('1.09', 'USD', 'EUR', 'indirect')).toBe('1/1.09')
    expect(readCrossRate('0.92 eur/usd', 'EUR', 'USD', 'direct')).toBe('1/0.92')
    expect(readCrossRate('x', 'EUR', 'USD', 'direct')).toBeNull()
    expect(readCrossRate('0', 'EUR', 'USD', 'direct')).toBeNull()
  })
})
