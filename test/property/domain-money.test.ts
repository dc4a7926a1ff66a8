import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  AMOUNT_MAX,
  AmountTooLarge,
  convert,
  currencyDigits,
  evaluateSum,
  formatAmount,
  formatDecimal6,
  knownCurrencies,
  lineNet,
  parseAmount,
  parseDecimal6,
  percentOf,
  sum,
} from '../../src-shared/domain/amounts/money.ts'
import { invoiceTotals } from '../../src-shared/ledger/rules/document-totals/invoice-totals.ts'
import type { NumberLocale } from '../../src-shared/domain/amounts/money.ts'
import { holds } from './holds.ts'

const amount = fc.integer({ min: -AMOUNT_MAX, max: AMOUNT_MAX })
const anyAmount = fc.oneof(amount, fc.integer({ min: -100_000, max: 100_000 }))
const currency = fc.constantFrom(...knownCurrencies)
const percent = fc.integer({ min: 0, max: 100_000_000 })
const locale = fc.constantFrom<NumberLocale>(
  { decimal: '.', group: ',' },
  { decimal: ',', group: '.' },
  { decimal: '.', group: "'" },
  { decimal: ',', group: ' ' },
  { decimal: '.', group: '' },
)

describe('texts and amounts', () => {
  test('what is written is read back as the same amount', () => {
    const negative = fc.constantFrom('minus' as const, 'parentheses' as const)
    holds(
      fc.property(anyAmount, currency, locale, negative, (value, code, signs, style) => {
        const text = formatAmount(value, code, { ...signs, negative: style })
        expect(parseAmount(text, code, signs)).toEqual({ ok: true, value })
        expect(evaluateSum(text, code, signs)).toEqual({ ok: true, value })
      }),
    )
  })

  test('so are quantities', () => {
    holds(
      fc.property(anyAmount, (value) => {
        expect(parseDecimal6(formatDecimal6(value))).toEqual({ ok: true, value })
      }),
    )
  })

  test('any text gives an amount or a reason, never an exception', () => {
    const keys = fc.string({ unit: fc.constantFrom(...'0123456789.,+-*/()%= x$'), maxLength: 30 })
    holds(
      fc.property(fc.oneof(keys, fc.string()), locale, (text, signs) => {
        for (const read of [parseAmount(text, 'USD', signs), evaluateSum(text, 'USD', signs)]) {
          expect(!read.ok || Number.isSafeInteger(read.value)).toBe(true)
        }
      }),
    )
  })

  test('a sum of amounts is their sum', () => {
    const terms = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 12 })
    holds(
      fc.property(terms, (values) => {
        const text = values.map((value) => formatAmount(value, 'USD')).join(' + ')
        expect(evaluateSum(text, 'USD')).toEqual({ ok: true, value: sum(values) })
      }),
    )
  })
})

describe('rounding', () => {
  test('half away from zero is symmetric', () => {
    holds(
      fc.property(amount, percent, (value, rate) => {
        expect(percentOf(-value, rate)).toBe(0 - percentOf(value, rate))
      }),
    )
  })

  test('a percentage and the rest differ from the whole by no more than the rounding', () => {
    holds(
      fc.property(amount, percent, (value, rate) => {
        const parts = percentOf(value, rate) + percentOf(value, 100_000_000 - rate)
        expect(Math.abs(parts - value)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('a line net is the exact product, rounded once and half away from zero, in any currency', () => {
    const Exact = Decimal.clone({ precision: 100, rounding: Decimal.ROUND_HALF_UP })
    const whole = fc.integer({ min: -5000, max: 5000 })
    // Many of these come to just half a minor unit.
    const quantity = fc.oneof(
      whole.map((pieces) => pieces * 100_000),
      fc.integer({ min: -1e9, max: 1e9 }),
    )
    const price = fc.oneof(
      whole.map((cents) => cents * 5000),
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.constantFrom('12000000000.5', '-9000000000.000001'),
    )
    const discount = fc.oneof(fc.constantFrom(0, 50_000_000, 2_500_000), percent)
    holds(
      fc.property(quantity, price, discount, currency, (millionths, unitPrice, discountPercent, code) => {
        const each = typeof unitPrice === 'string' ? new Exact(unitPrice) : new Exact(unitPrice).div(1e6)
        const kept = new Exact(100_000_000 - discountPercent).div(100_000_000)
        const exact = each
          .times(millionths)
          .div(1e6)
          .times(kept)
          .times(new Exact(10).pow(currencyDigits(code)))
        const rounded = exact.toDecimalPlaces(0)
        const net = () => lineNet({ quantity: millionths, unitPrice, discountPercent }, code)
        if (rounded.abs().gt(AMOUNT_MAX)) expect(net).toThrow(AmountTooLarge)
        else expect(net()).toBe(rounded.toNumber() + 0)
      }),
    )
  })

  test('a line net is within half a minor unit of the exact product', () => {
    const millionths = fc.integer({ min: -1e9, max: 1e9 })
    holds(
      fc.property(millionths, millionths, percent, (quantity, unitPrice, discountPercent) => {
        // Exact in whole numbers: 1e6 x 1e6 x 1e8 parts of a unit, 100 cents to the unit.
        const parts = BigInt(quantity) * BigInt(unitPrice) * BigInt(100_000_000 - discountPercent) * 100n
        const net = BigInt(lineNet({ quantity, unitPrice, discountPercent }, 'USD'))
        const error = 2n * (net * 10n ** 20n - parts)
        expect(error <= 10n ** 20n && error >= -(10n ** 20n)).toBe(true)
      }),
    )
  })

  test('converting at one changes nothing', () => {
    holds(
      fc.property(amount, currency, (value, code) => {
        expect(convert(value, code, code, '1')).toBe(value)
      }),
    )
  })
})

describe('the largest remainder', () => {
  const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: AMOUNT_MAX }), fc.nat(3)), {
    minLength: 1,
    maxLength: 20,
  })

  test('the parts add up to the whole', () => {
    holds(
      fc.property(anyAmount, weights, (total, shares) => {
        const parts = allocate(total, shares)
        expect(parts).toHaveLength(shares.length)
        expect(parts.reduce((whole, part) => whole + BigInt(part), 0n)).toBe(BigInt(total))
      }),
    )
  })

  test('each part is less than one minor unit from its exact share, and of the sign of the total', () => {
    holds(
      fc.property(anyAmount, weights, (total, shares) => {
        const whole = shares.reduce((all, share) => all + BigInt(share), 0n)
        fc.pre(whole > 0n)
        allocate(total, shares).forEach((part, index) => {
          const error = BigInt(part) * whole - BigInt(total) * BigInt(shares[index] ?? 0)
          expect(error < whole && error > -whole).toBe(true)
          expect(part === 0 || part > 0 === total > 0).toBe(true)
        })
      }),
    )
  })

  test('it mirrors around zero', () => {
    holds(
      fc.property(anyAmount, weights, (total, shares) => {
        expect(allocate(-total, shares)).toEqual(allocate(total, shares).map((part) => 0 - part))
      }),
    )
  })
})

describe('invoices', () => {
  const line = fc.record({
    quantity: fc.integer({ min: 0, max: 100_000_000 }),
    unitPrice: fc.integer({ min: 0, max: 1_000_000_000 }),
    discountPercent: percent,
    tax: fc.constantFrom(null, 0, 5_000_000, 8_875_000, 15_000_000, 21_000_000),
  })
  const invoice = fc.record({
    currency,
    lines: fc.array(line, { maxLength: 8 }),
    pricesIncludeTax: fc.boolean(),
    taxRounding: fc.constantFrom('line' as const, 'document' as const),
    documentDiscountPercent: percent,
  })

  test('lines, taxes and total add up, whatever the rounding', () => {
    holds(
      fc.property(invoice, ({ lines, ...rest }) => {
        const taxed = lines.map(({ tax, ...each }) => ({
          ...each,
          taxes: tax === null ? [] : [{ taxCode: `${tax}`, rate: tax, onEarlier: false }],
        }))
        const totals = invoiceTotals({ ...rest, lines: taxed })
        expect(totals.net + totals.tax).toBe(totals.total)
        expect(sum(totals.lines.map((each) => each.net))).toBe(totals.net)
        expect(sum(totals.lines.map((each) => each.tax))).toBe(totals.tax)
        expect(sum(totals.lines.map((each) => each.gross))).toBe(totals.total)
        expect(sum(totals.taxes.map((each) => each.tax))).toBe(totals.tax)
        expect(sum(totals.lines.map((each) => each.documentDiscount))).toBe(totals.documentDiscount)
        const printed = sum(totals.lines.map((each) => each.amount)) - totals.documentDiscount
        expect(rest.pricesIncludeTax ? totals.total : totals.net).toBe(printed)
      }),
    )
  })
})
