import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AMOUNT_MAX, lineNet } from '../../src-shared/domain/amounts/money.ts'
import {
  amountOfPrice,
  exactMillionths,
  formatUnitPrice,
  parseUnitPrice,
  priceOfAmount,
  priceProblem,
  unitPriceOf,
} from '../../src-shared/domain/amounts/unit-price.ts'

const price = fc.bigInt({ min: -9_000_000_000_000_000_000_000n, max: 9_000_000_000_000_000_000_000n }).map((exact) => {
  const digits = String(exact < 0n ? -exact : exact).padStart(7, '0')
  return `${exact < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
})

describe('the price of one', () => {
  test.each([
    ['0', 0],
    ['-0.000000', 0],
    ['1.25', 1_250_000],
    ['9000000000', AMOUNT_MAX],
    ['-9000000000', -AMOUNT_MAX],
    ['9000000000.000001', '9000000000.000001'],
    ['10000000000.50', '10000000000.5'],
    ['0000010000000000', '10000000000'],
    ['-9000000000000000', '-9000000000000000'],
  ])('%s has one form', (text, form) => {
    expect(unitPriceOf(text)).toBe(form)
    expect(unitPriceOf(form)).toBe(form)
  })

  test.each([
    [1.5, 'bad_price'],
    [Number.NaN, 'bad_price'],
    ['', 'bad_price'],
    ['1e9', 'bad_price'],
    ['1.', 'bad_price'],
    ['1,000', 'bad_price'],
    ['1.1234567', 'bad_price'],
    [null, 'bad_price'],
    [AMOUNT_MAX + 1, 'too_large'],
    ['9000000000000000.000001', 'too_large'],
    ['99999999999999999', 'too_large'],
    ['9000000000000000', null],
    [-AMOUNT_MAX, null],
  ])('%s: %s', (value, problem) => {
    expect(priceProblem(value)).toBe(problem)
  })

  test('is read as it is written, with whatever decimal sign', () => {
    fc.assert(
      fc.property(price, fc.constantFrom<'.' | ','>('.', ','), (text, decimal) => {
        const value = unitPriceOf(text)
        const shown = formatUnitPrice(value, decimal)
        expect(parseUnitPrice(shown, { decimal, group: '' })).toEqual({ ok: true, value })
        expect(priceProblem(value)).toBeNull()
      }),
    )
  })

  test('of an amount is exact, and is that amount again', () => {
    const minorUnits = fc.integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX })
    fc.assert(
      fc.property(minorUnits, fc.constantFrom('JPY', 'USD', 'KWD'), (amount, currency) => {
        const value = priceOfAmount(amount, currency)
        expect(amountOfPrice(value, currency)).toBe(amount)
        expect(lineNet({ quantity: 1_000_000, unitPrice: value, discountPercent: 0 }, currency)).toBe(amount)
      }),
    )
  })

  test('a finer one is no amount', () => {
    expect(amountOfPrice('10000000000.001', 'USD')).toBeNull()
    expect(amountOfPrice('9000000000000000', 'USD')).toBeNull()
  })

  test('multiplies exactly with a quantity', () => {
    fc.assert(
      fc.property(price, fc.integer({ min: -1_000_000, max: 1_000_000 }), (text, quantity) => {
        const value = unitPriceOf(text)
        const product = exactMillionths(value) * BigInt(quantity)
        const [whole, half] = [10n ** 12n, 5n * 10n ** 11n]
        const rounded = product < 0n ? -((half - product) / whole) : (product + half) / whole
        if (rounded > 9_000_000_000_000_000n || rounded < -9_000_000_000_000_000n) return
        expect(BigInt(lineNet({ quantity, unitPrice: value, discountPercent: 0 }, 'JPY'))).toBe(rounded)
      }),
    )
  })
})
