import { describe, expect, test } from 'vitest'
import {
  addChecked,
  allocate,
  AMOUNT_MAX,
  checkAmount,
  convert,
  convertInverse,
  isExchangeRate,
  lineNet,
  percentOf,
  percentWithin,
  sum,
} from '../../src-shared/domain/amounts/money.ts'

const percent = (n: number): number => n * 1_000_000

describe("a line's net is rounded once, half away from zero", () => {
  test.each([
    ['2 x 6.70', 2, 6_700_000, 0, 'USD', 1340],
    ['3 x 0.333333', 3, 333_333, 0, 'USD', 100],
    ['1 x 0.005', 1, 5_000, 0, 'USD', 1],
    ['1 x 0.004999', 1, 4_999, 0, 'USD', 0],
    ['-1 x 0.005 rounds away from zero too', -1, 5_000, 0, 'USD', -1],
    ['100 less 10 percent', 1, 100_000_000, 10, 'USD', 9000],
    ['the discount does not round on its own: 3 x 0.35 less 50 percent', 3, 350_000, 50, 'USD', 53],
    ['wholly discounted', 7, 1_000_000, 100, 'USD', 0],
    ['1.5 yen', 1, 1_500_000, 0, 'JPY', 2],
    ['1.2345 dinar', 1, 1_234_500, 0, 'KWD', 1235],
  ])('%s', (_, quantity, unitPrice, discount, currency, net) => {
    const line = { quantity: quantity * 1_000_000, unitPrice, discountPercent: percent(discount) }
    expect(lineNet(line, currency)).toBe(net)
  })

  test('the largest quantities multiply exactly', () => {
    const line = { quantity: 9_000_000_000_000_001, unitPrice: 1, discountPercent: 0 }
    expect(lineNet(line, 'USD')).toBe(900_000)
    expect(() => lineNet({ ...line, unitPrice: 9e15 }, 'USD')).toThrow('is not an amount the ledger can hold')
  })
})

describe('percentages', () => {
  test.each([
    [670, 15, 101],
    [-670, 15, -101],
    [1340, 15, 201],
    [10000, 2, 200],
    [1, 50, 1],
    [-1, 50, -1],
    [10000, 0, 0],
  ])('%i at %i percent is %i', (amount, rate, part) => {
    expect(percentOf(amount, percent(rate))).toBe(part)
  })

  test('the tax within 90.00 at 10 percent is 8.18', () => {
    expect(percentWithin(9000, percent(10))).toBe(818)
    expect(percentWithin(11500, percent(15))).toBe(1500)
  })
})

describe('sharing out a total by the largest remainder', () => {
  test.each([
    ['thirds: the first takes the odd cent', 100, [1, 1, 1], [34, 33, 33]],
    ['negative totals mirror positive ones', -100, [1, 1, 1], [-34, -33, -33]],
    ['the larger remainder comes first', 10, [1, 2, 4], [1, 3, 6]],
    ['a zero weight gets nothing', 100, [0, 1, 0, 2], [0, 33, 0, 67]],
    ['all weights zero: equal parts', 5, [0, 0], [3, 2]],
    ['nothing to share', 0, [3, 0], [0, 0]],
    ['nothing to share among weights that cancel out', 0, [3, -3], [0, 0]],
    ['nothing among nobody', 0, [], []],
    ['a credit line among debit lines gives back its share', 9, [100, -10], [10, -1]],
    ['all weights negative', 10, [-1, -3], [3, 7]],
    ['one', 7, [9], [7]],
    ['the largest amounts', AMOUNT_MAX, [AMOUNT_MAX, AMOUNT_MAX], [AMOUNT_MAX / 2, AMOUNT_MAX / 2]],
  ])('%s', (_, total, weights, parts) => {
    expect(allocate(total, weights)).toEqual(parts)
  })

  test('a total cannot be shared among nobody, or among weights that cancel out', () => {
    expect(() => allocate(1, [])).toThrow('1 minor units cannot be divided')
    expect(() => allocate(1, [5, -5])).toThrow('the weights [5, -5] add up to nothing')
  })
})

describe('sums stay within what the ledger can hold', () => {
  test('amounts add up', () => {
    expect(addChecked(1, -3)).toBe(-2)
    expect(sum([])).toBe(0)
    expect(sum(new Set([1, 2, 3]))).toBe(6)
  })

  test('only what all come to has to be within the bound, in whatever order they come', () => {
    expect(sum([AMOUNT_MAX, 1, -1])).toBe(AMOUNT_MAX)
    expect(sum([AMOUNT_MAX, AMOUNT_MAX - 1, AMOUNT_MAX, -AMOUNT_MAX, -AMOUNT_MAX])).toBe(AMOUNT_MAX - 1)
    expect(sum([-AMOUNT_MAX, -AMOUNT_MAX, AMOUNT_MAX, AMOUNT_MAX])).toBe(0)
  })

  test('beyond 9e15 minor units they are refused', () => {
    expect(addChecked(AMOUNT_MAX, 0)).toBe(AMOUNT_MAX)
    expect(() => addChecked(AMOUNT_MAX, 1)).toThrow(RangeError)
    expect(() => addChecked(-AMOUNT_MAX, -1)).toThrow(RangeError)
    expect(() => sum([AMOUNT_MAX, 1])).toThrow(RangeError)
    expect(() => sum([AMOUNT_MAX, AMOUNT_MAX, 1 - AMOUNT_MAX])).toThrow(RangeError)
  })

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%f is not an amount', (amount) => {
    expect(() => checkAmount(amount)).toThrow('minor units is not an amount the ledger can hold')
    expect(() => addChecked(0, amount)).toThrow(RangeError)
  })
})

describe('another currency', () => {
  test.each([
    ['USD 100 at 50', 10_000, 'USD', 'INR', '50', 500_000],
    ['dollars to yen drop two digits', 10_000, 'USD', 'JPY', '150.505', 15_051],
    ['yen to dollars gain two', 15_050, 'JPY', 'USD', '0.006644518', 10_000],
    ['dinars have three digits', 1_000, 'KWD', 'USD', '3.25', 325],
    ['half a cent rounds away from zero', 1, 'USD', 'EUR', '0.5', 1],
    ['on both sides of zero', -1, 'USD', 'EUR', '0.5', -1],
  ])('%s', (_, amount, from, to, rate, converted) => {
    expect(convert(amount, from, to, rate)).toBe(converted)
  })

  test('USD 100 at 50, paid at 55: gain 500', () => {
    expect(convert(10_000, 'USD', 'INR', '55') - convert(10_000, 'USD', 'INR', '50')).toBe(50_000)
  })

  test.each(['0', '0.000', '', '-1', '1,5', '1.0000000000000000000000001', 'abc', '1e3', '.5'])(
    '"%s" is no rate',
    (rate) => {
      expect(isExchangeRate(rate)).toBe(false)
      expect(() => convert(1, 'USD', 'EUR', rate)).toThrow(`Exchange rate "${rate}"`)
    },
  )
})

test('an amount in another currency at its inverse rate rounds half up to that currency’s minor unit', () => {
  expect(convertInverse(1000, 'USD', 'EUR', '1.25')).toBe(800)
  expect(convertInverse(1000, 'USD', 'EUR', '1.6')).toBe(625)
  expect(convertInverse(1, 'USD', 'EUR', '2')).toBe(1)
  expect(convertInverse(-1, 'USD', 'EUR', '2')).toBe(-1)
  expect(convertInverse(1000, 'USD', 'JPY', '0.0065')).toBe(1538)
  expect(convertInverse(1000, 'USD', 'KWD', '3.25')).toBe(3077)
  expect(convertInverse(1000, 'JPY', 'USD', '150')).toBe(667)
  expect(() => convertInverse(1000, 'USD', 'EUR', '0')).toThrow('is not a positive number')
})

test('back from another currency: the most that is worth no more', () => {
  expect(convertInverse(1000, 'USD', 'EUR', '1.25', 'down')).toBe(800)
  expect(convertInverse(1000, 'USD', 'EUR', '1.3', 'down')).toBe(769)
  expect(convertInverse(1000, 'USD', 'JPY', '0.0065', 'down')).toBe(1538)
  expect(convertInverse(1000, 'USD', 'KWD', '3.25', 'down')).toBe(3076)
  expect(() => convertInverse(1000, 'USD', 'EUR', '0', 'down')).toThrow('is not a positive number')
})
