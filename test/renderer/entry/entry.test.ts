import { describe, expect, test } from 'vitest'
import { documentNumberIn, optionOfMatch } from '../../../src-renderer/entry/head/customer-options.ts'
import { bindFields } from '../../../src-renderer/entry/head/bind-fields.ts'
import {
  digitsTyped,
  exchangeRateOf,
  otherWayText,
  quoteTyped,
  typedAs,
  rateQuestion,
  rateWritten,
} from '../../../src-renderer/entry/exchange-rate.ts'
import { exchangeRate, isRateText } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { createRowCache } from '../../../src-renderer/entry/row-cache.ts'
import { placeRefusal, stillWrong } from '../../../src-renderer/entry/field-errors.ts'
import { formatFor } from '../../../src-renderer/ui/conventions.tsx'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const north = { key: '1', code: 'NORTH01', name: 'Northgate Foods 2000' }
const format = formatFor({
  workDate: calendarDate('2025-06-30'),
  dateOrder: 'mdy',
  dateStyle: 'text',
  decimal: '.',
  group: ',',
  negative: 'minus',
  grouping: 'thousands',
  weekStart: 1,
})

describe('a customer found by an invoice number', () => {
  test('names that invoice to the proposal', () => {
    expect(documentNumberIn(' INV-10418 ', north)).toBe('INV-10418')
  })
  test('found by its own code or name names nothing', () => {
    expect(documentNumberIn('north01', north)).toBe('')
    expect(documentNumberIn('foods 2000', north)).toBe('')
    expect(documentNumberIn('gate', { ...north, name: 'Other' })).toBe('')
  })
})

test('a customer on hold is seen in the list', () => {
  const match = {
    id: 1,
    code: 'NORTH01',
    name: 'Northgate',
    city: 'Portland',
    currency: 'USD',
    balance: 1234_50,
    others: [],
  }
  expect(optionOfMatch({ ...match, onHold: false }, format).detail).toBe('Portland  1,234.50')
  expect(optionOfMatch({ ...match, onHold: true }, format).detail).toBe('on hold  1,234.50')
})

describe('errors beside their fields', () => {
  test('go when they are mended, and new ones wait for the next attempt', () => {
    const found = { amount: 'Enter the amount.', date: 'Enter the date.' }
    expect(stillWrong(found, { amount: 'Too much.', memo: 'Too long.' })).toEqual({ amount: 'Too much.' })
  })
  test('a refusal of a field that the screen does not show stands above', () => {
    const refusal = { path: 'lines', message: 'An invoice needs a line.' }
    expect(placeRefusal(refusal, () => null)).toEqual({ errors: {}, banner: 'An invoice needs a line.' })
    expect(placeRefusal({ ...refusal, path: 'dueDate' }, (path) => path).errors).toEqual({ dueDate: refusal.message })
  })
})

test('a row that says the same is the same row, so that its grid need not draw it again', () => {
  const keep = createRowCache<object, { readonly open: number; readonly payment: number }>()
  const item = {}
  const row = keep(item, { open: 100, payment: 0 })
  expect(keep(item, { open: 100, payment: 0 })).toBe(row)
  expect(keep(item, { open: 100, payment: 40 })).toEqual({ open: 100, payment: 40 })
  expect(keep({}, { open: 100, payment: 0 })).not.toBe(row)
})

test('an exchange rate is typed with either decimal sign', () => {
  expect(['1.08', ' 1,08 ', ''].map(exchangeRateOf)).toEqual(['1.08', '1.08', null])
})

test('an exchange rate may be typed with marks between thousands', () => {
  const typed = ['1,540,500', '1.540.500', '26,315.50', '26.315,50', '26315']
  expect(typed.map(exchangeRateOf)).toEqual(['1540500', '1540500', '26315.50', '26315.50', '26315'])
  expect(['1,2,3', '1.08.5', 'abc'].map(exchangeRateOf)).toEqual(['1,2,3', '1.08.5', 'abc'])
})

test('a rate with one mark before three digits is asked about, and never read a thousand times too large', () => {
  for (const typed of ['26,315', '26.315', '1.085', '1/26,315']) {
    expect(isRateText(exchangeRateOf(typed) ?? '')).toBe(false)
  }
  expect(rateQuestion('26,315')).toBe('Do you mean 26315 or 26,3150? Type it so.')
  expect(rateQuestion(typedAs('1.085', 'indirect'))).toBe('Do you mean 1085 or 1.0850? Type it so.')
  const plain = ['1.0850', '1085', '0.973', '1540.500', '1.08', '1,540,500']
  expect(plain.map(rateQuestion)).toEqual(plain.map(() => undefined))
  expect(plain.map(exchangeRateOf)).toEqual(['1.0850', '1085', '0.973', '1540.500', '1.08', '1540500'])
})

test('a rate of the table stands in its field as it can be typed again', () => {
  for (const rate of ['1.085', '1/26.315', '1.08', '26315', '1/0.307'].map(exchangeRate)) {
    expect(exchangeRate(exchangeRateOf(rateWritten(rate, ',')) ?? '')).toBe(rate)
  }
})

test('a rate keeps the direction it was typed in, and "1/" in front turns it', () => {
  const dong = typedAs('26.315,5', 'indirect')
  expect([digitsTyped(dong), quoteTyped(dong), exchangeRateOf(dong)]).toEqual(['26.315,5', 'indirect', '1/26315.5'])
  expect([typedAs('1.08', 'direct'), typedAs('', 'indirect'), quoteTyped('')]).toEqual(['1.08', '', null])
  expect([typedAs('1/26315', 'direct'), typedAs('1/0.8', 'indirect')]).toEqual(['1/26315', '0.8'])
})

test('the other way round stands beside a rate', () => {
  const pair = { currency: 'VND', baseCurrency: 'USD' }
  expect(otherWayText('1/26315', pair, '.')).toBe('1 VND = 0.00003800114 USD')
  expect(otherWayText('0,00004', pair, ',')).toBe('1 USD = 25000 VND')
  expect(otherWayText('1/', pair, '.')).toBeNull()
})

test('a price keeps the digits of its currency, a quantity only those it has', () => {
  expect(format.decimal(3_400_000, 2)).toBe('3.40')
  expect(format.decimal(3_000_000, 2)).toBe('3.00')
  expect(format.decimal(3_125_500, 2)).toBe('3.1255')
  expect(format.decimal(3_000_000)).toBe('3')
})

test('two fields changed at once both count, and each has its own error', () => {
  let entry = { memo: 'May', amount: 100 }
  const update = (change: (before: typeof entry) => typeof entry): void => {
    entry = change(entry)
  }
  const field = bindFields(entry, update, { amount: 'Too much.', total: 'Too little.' })
  field('memo').onChange('June')
  field('amount').onChange(250)
  expect(entry).toEqual({ memo: 'June', amount: 250 })
  expect(field('amount')).toMatchObject({ name: 'amount', value: 100, error: 'Too much.' })
  expect(field('amount', 'total')).toMatchObject({ name: 'total', error: 'Too little.' })
  expect(field('memo').error).toBeUndefined()
})
