import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, parseAmount } from '../../src-shared/domain/amounts/amount-text.ts'
import type { NumberLocale } from '../../src-shared/domain/amounts/amount-text.ts'
import { evaluateSum } from '../../src-shared/domain/amounts/money.ts'
import { asTypedHere } from '../../src-shared/domain/amounts/written-amount.ts'

const us: NumberLocale = { decimal: '.', group: ',' }
const german: NumberLocale = { decimal: ',', group: '.' }
const swiss: NumberLocale = { decimal: '.', group: '’' }

const amount = (text: string, currency: string, locale: NumberLocale) => {
  const typed = asTypedHere(text, currency, locale)
  return typed.ok ? evaluateSum(typed.value, currency, locale) : typed
}

describe('an amount as another program writes it', () => {
  test.each([
    ['$1,234.50', 'USD', us, 123_450],
    ['1,234.50 USD', 'USD', us, 123_450],
    ['1.234,50 EUR', 'EUR', us, 123_450],
    ['€ 1.234,50', 'EUR', us, 123_450],
    ['12,34 €', 'EUR', us, 1234],
    ['1 234,50 €', 'EUR', us, 123_450],
    ["CHF 1'234.50", 'CHF', german, 123_450],
    ['1,234.50', 'EUR', german, 123_450],
    ['1.234.567,5', 'EUR', us, 123_456_750],
    ['₹ 1,00,000.50', 'INR', us, 10_000_050],
    ['¥1,234', 'JPY', german, 1234],
    ['US$5.00', 'USD', us, 500],
    ['(12.00)', 'USD', us, -1200],
    ['($1,234.50)', 'USD', us, -123_450],
    ['$(12.00)', 'USD', us, -1200],
    ['-$5.00', 'USD', us, -500],
    ['5,00- EUR', 'EUR', german, -500],
    ['1,234.50−', 'USD', us, null],
    ['KWD 1.234', 'KWD', us, 1234],
    ['1,234 KWD', 'KWD', us, 1_234_000],
  ] as const)('%s in a field of %s', (text, currency, locale, minor) => {
    const read = amount(text, currency, locale)
    expect(read.ok ? read.value : null).toBe(minor)
  })

  test('a sum stays a sum, and what a clerk types here is read as before', () => {
    for (const text of ['12*3+5', '(100-2)/4', '200+18%', '12,34', '1.500', '1,234', '12.345,6,7', 'abc', '', '7 8']) {
      expect(asTypedHere(text, 'USD', us)).toEqual({ ok: true, value: text })
    }
  })

  test('in another currency it is refused, never taken for the field’s own', () => {
    for (const [text, currency] of [
      ['€5.00', 'USD'],
      ['5.00 EUR', 'USD'],
      ['$5.00', 'EUR'],
      ['£5', 'EUR'],
    ] as const) {
      expect(asTypedHere(text, currency, us)).toEqual({
        ok: false,
        reason: { kind: 'other_currency', text, currency },
      })
    }
  })

  test('three capitals that are no currency stay as they are, and are refused with the rest', () => {
    expect(amount('5.00 ABC', 'USD', us)).toMatchObject({ ok: false, reason: { kind: 'unexpected_character' } })
  })

  test('a quantity with both marks is read, one with a currency is not', () => {
    expect(asTypedHere('1.234,5', null, us)).toEqual({ ok: true, value: '1234.5' })
    expect(asTypedHere('$5', null, us)).toEqual({ ok: true, value: '$5' })
  })

  test('whatever is written with its currency in any of these ways is the same amount', () => {
    const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'CHF')
    const written = fc.constantFrom(us, german, swiss)
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        currency,
        written,
        fc.constantFrom(us, german),
        fc.boolean(),
        fc.constantFrom('minus' as const, 'parentheses' as const),
        (minor, code, from, here, isBefore, negative) => {
          const plain = formatAmount(minor, code, { ...from, negative })
          const text = isBefore ? `${code} ${plain}` : `${plain} ${code}`
          const typed = asTypedHere(text, code, here)
          // A mark that alone stands before three digits is read as the company itself writes it.
          const marks = plain.replace(/[^.,]/g, '')
          fc.pre(!(marks.length === 1 && /[.,]\d{3}\D*$/.test(plain)))
          expect(typed.ok && parseAmount(typed.value, code, here)).toEqual({ ok: true, value: minor })
        },
      ),
    )
  })

  test('no amount gains or loses digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[$€]?[\d.,' ]{1,12}$/), (text) => {
        const typed = asTypedHere(text, text.startsWith('€') ? 'EUR' : 'USD', us)
        if (typed.ok) expect(typed.value.replace(/\D/g, '')).toBe(text.replace(/\D/g, ''))
      }),
    )
  })
})
