import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareRates,
  exchangeRate,
  fromBase,
  highestRate,
  inCurrency,
  isRateText,
  otherWayRound,
  quoteFor,
  quoteLabel,
  quoteOf,
  quotedDecimal,
  rateFollowing,
  rateInWords,
  toBase,
  usualQuote,
} from '../../src-shared/domain/amounts/exchange-rate.ts'
import { AMOUNT_MAX, currencyDigits } from '../../src-shared/domain/amounts/money.ts'

test('26,315,000,000 dong at 26,315 a dollar come to a million dollars', () => {
  expect(toBase(26_315_000_000, 'VND', 'USD', exchangeRate('1/26315'))).toBe(100_000_000)
  expect(inCurrency(100_000_000, 'VND', 'USD', exchangeRate('1/26315'))).toBe(26_315_000_000)
})

test('100 dollars in books kept in rials at 1,540,500 come to 154,050,000.00', () => {
  expect(toBase(10_000, 'USD', 'IRR', exchangeRate('1540500'))).toBe(15_405_000_000)
})

describe('an amount of another currency', () => {
  test.each([
    ['directly quoted', 10_000, 'EUR', 'USD', '1.0845', 10_845],
    ['indirectly quoted', 10_845, 'EUR', 'USD', '1/1.0845', 10_000],
    ['yen in dollar books', 150_505, 'JPY', 'USD', '1/150.505', 100_000],
    ['dinars in dollar books', 1_000, 'KWD', 'USD', '1/0.307', 326],
    ['dollars in yen books', 10_000, 'USD', 'JPY', '150.505', 15_051],
    ['dollars in dinar books', 10_000, 'USD', 'KWD', '0.307', 30_700],
    ['a tiny rate', 9_000_000_000_000_000, 'IRR', 'USD', '0.00000064913988964621876', 5_842_259_007],
    ['the same, the other way', 9_000_000_000_000_000, 'IRR', 'USD', '1/1540500', 5_842_259_007],
    ['half a cent rounds away from zero', 1, 'EUR', 'USD', '1/2', 1],
    ['on both sides of zero', -1, 'EUR', 'USD', '1/2', -1],
    ['the company’s own is as it is', 123, 'USD', 'USD', '1/2', 123],
  ])('%s', (_, amount, currency, base, rate, worth) => {
    expect(toBase(amount, currency, base, exchangeRate(rate))).toBe(worth)
  })

  test('is the most that an amount of the company’s currency is worth', () => {
    expect(fromBase(1_000, 'EUR', 'USD', exchangeRate('1.3'))).toBe(769)
    expect(fromBase(1_000, 'VND', 'USD', exchangeRate('1/26315.9'))).toBe(263_159)
    expect(fromBase(999, 'JPY', 'USD', exchangeRate('1/150.5'))).toBe(1_503)
    expect(fromBase(AMOUNT_MAX, 'VND', 'USD', exchangeRate('1/26315'))).toBe(AMOUNT_MAX)
  })
})

describe('the text of a rate', () => {
  test('has no zeros that say nothing, so equal text is an equal quote', () => {
    expect(['01.50', '1/026315.000', '0.10', '100'].map(exchangeRate)).toEqual(['1.5', '1/26315', '0.1', '100'])
  })

  test.each(['0', '1/0', '1/', '', '-1', '1,5', 'abc', '1e3', '.5', '1/1/2', '2/3', '1234567890123456', '1/.5'])(
    '"%s" is none',
    (text) => {
      expect(isRateText(text)).toBe(false)
      expect(() => exchangeRate(text)).toThrow(RangeError)
    },
  )

  test('says its direction and its digits', () => {
    const dong = exchangeRate('1/26315')
    expect([quoteOf(dong), quotedDecimal(dong)]).toEqual(['indirect', '26315'])
    expect(rateInWords(dong, 'VND', 'USD')).toBe('26315 VND for one USD')
    expect(rateInWords(exchangeRate('52'), 'USD', 'INR')).toBe('52')
    expect(otherWayRound(dong)).toBe('0.00003800114')
    expect(otherWayRound(exchangeRate('4'))).toBe('0.25')
  })
})

describe('the direction of a currency', () => {
  test.each([
    ['EUR', 'USD', 'USD for one EUR'],
    ['USD', 'EUR', 'USD for one EUR'],
    ['VND', 'USD', 'VND for one USD'],
    ['USD', 'IRR', 'IRR for one USD'],
    ['JPY', 'USD', 'JPY for one USD'],
    ['GBP', 'EUR', 'GBP for one EUR'],
    ['CHF', 'JPY', 'JPY for one CHF'],
  ])('%s in books kept in %s is %s, as markets quote it', (currency, base, label) => {
    expect(quoteLabel(usualQuote(currency, base), currency, base)).toBe(label)
  })

  test('is the company’s where it has chosen one', () => {
    expect(quoteFor([{ currency: 'VND', quote: 'direct' }], 'VND', 'USD')).toBe('direct')
    expect(quoteFor([{ currency: 'VND', quote: 'direct' }], 'JPY', 'USD')).toBe('indirect')
  })
})

test('rates of either direction are compared by what a unit is worth', () => {
  const [low, middle, high] = ['1/27000', '0.000038', '1/26000'].map(exchangeRate)
  if (low === undefined || middle === undefined || high === undefined) throw new Error('three rates')
  expect(compareRates(low, middle)).toBeLessThan(0)
  expect(compareRates(high, middle)).toBeGreaterThan(0)
  expect(compareRates(exchangeRate('1/4'), exchangeRate('0.25'))).toBe(0)
  expect(highestRate(low, [high, middle])).toBe(high)
})

describe('the rate that follows from two amounts', () => {
  test('has as few digits as give exactly the second', () => {
    const dollars = { amount: 10_845, currency: 'USD' }
    expect(rateFollowing({ amount: 10_000, currency: 'EUR' }, dollars, 'direct')).toBe('1.0845')
    expect(rateFollowing({ amount: 26_315, currency: 'VND' }, { amount: 100, currency: 'USD' }, 'indirect')).toBe(
      '1/26315',
    )
    expect(rateFollowing({ amount: 300, currency: 'EUR' }, { amount: 1_000, currency: 'USD' }, 'direct')).toBe(
      '3.33333',
    )
  })

  test('gives the second of any two amounts that it can, in either direction', () => {
    const currency = fc.constantFrom('JPY', 'EUR', 'KWD')
    const amount = fc.integer({ min: 1, max: AMOUNT_MAX })
    fc.assert(
      fc.property(
        amount,
        currency,
        amount,
        currency,
        fc.constantFrom('direct' as const, 'indirect' as const),
        (a, one, b, other, quote) => {
          fc.pre(one !== other && a / b < 1e9 && b / a < 1e9)
          const rate = rateFollowing({ amount: a, currency: one }, { amount: b, currency: other }, quote)
          expect(toBase(a, one, other, rate)).toBe(b)
        },
      ),
    )
  })
})

test('there and back loses no minor unit, in neither direction, up to the bound', () => {
  const finer = fc
    .record({
      amount: fc.integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX }),
      digits: fc.integer({ min: 1, max: 999_999_999 }),
      places: fc.integer({ min: 0, max: 15 }),
      quote: fc.constantFrom('', '1/'),
      currency: fc.constantFrom('JPY', 'EUR', 'KWD'),
      base: fc.constantFrom('VND', 'USD', 'BHD'),
    })
    .map(({ amount, digits, places, quote, currency, base }) => {
      const text = String(digits).padStart(places + 1, '0')
      const decimal = places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`
      return { amount, currency, base, rate: exchangeRate(quote + decimal) }
    })
  fc.assert(
    fc.property(finer, ({ amount, currency, base, rate }) => {
      const value = Number(quotedDecimal(rate)) ** (quoteOf(rate) === 'direct' ? 1 : -1)
      const worth = value * 10 ** (currencyDigits(base) - currencyDigits(currency))
      // Where a minor unit is worth more than one of the company's, the company's amount tells it again.
      fc.pre(worth >= 1 && Math.abs(amount) * worth < AMOUNT_MAX)
      expect(inCurrency(toBase(amount, currency, base, rate), currency, base, rate)).toBe(amount)
    }),
  )
})
