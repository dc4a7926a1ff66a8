import { describe, expect, test } from 'vitest'
import type {
  RevaluationProposal,
  RevaluedCurrency,
  RevaluedItem,
} from '../../../src-shared/currency/contract/revaluation.ts'
import { exchangeRate } from '../../../src-shared/domain/amounts/exchange-rate.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  nothingToPost,
  postable,
  rateToSet,
  wholeDifference,
} from '../../../src-renderer/currency/revaluation/figures.ts'

const date = calendarDate('2025-06-30')

const item = (difference: number | null): RevaluedItem => ({
  documentId: 1,
  kind: 'invoice',
  number: 'INV-00001',
  customerId: 1,
  customerCode: 'NORTH01',
  documentDate: date,
  dueDate: date,
  open: 100,
  itemRate: exchangeRate('50'),
  carried: 5000,
  atRate: difference === null ? null : 5000 + difference,
  difference,
})

const group = (currency: string, differences: readonly (number | null)[], rateDate = date): RevaluedCurrency => ({
  currency,
  rate: differences.includes(null) ? null : { rate: exchangeRate('52'), date: rateDate, version: 3, isOld: false },
  open: 100,
  carried: 5000,
  atRate: null,
  difference: differences.includes(null) ? null : differences.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  items: differences.map(item),
})

const proposal = (...currencies: readonly RevaluedCurrency[]): RevaluationProposal => ({
  date,
  reversedOn: calendarDate('2025-07-01'),
  baseCurrency: 'INR',
  currencies,
})

describe('what is posted', () => {
  test('are the currencies with a rate and an item that moves, as they are seen', () => {
    const seen = postable(
      proposal(group('EUR', [null]), group('GBP', [0]), group('USD', [200, -50]), group('JPY', [5, -5])),
    )
    expect(seen).toEqual([
      { currency: 'USD', rate: '52', difference: 150 },
      { currency: 'JPY', rate: '52', difference: 0 },
    ])
    expect(wholeDifference(seen)).toBe(150)
  })

  test.each([
    ['nothing is open', [], 'Nothing was open in another currency.'],
    ['no currency has a rate', [group('EUR', [null])], 'Enter the rates of the day first.'],
    ['nothing moves', [group('EUR', [0]), group('GBP', [null])], 'Everything already stands at the rates of the day.'],
  ])('is nothing when %s, and why is said', (_, currencies, text) => {
    expect(postable(proposal(...currencies))).toEqual([])
    expect(nothingToPost(proposal(...currencies))).toBe(text)
  })
})

describe('a rate typed for the day', () => {
  test('changes the one of that day by its version, with either decimal sign', () => {
    expect(rateToSet(group('USD', [0]), date, ' 52,5 ')).toEqual({ currency: 'USD', date, rate: '52.5', version: 3 })
  })

  test('is a new one where the rate in force is of an earlier day, even the same', () => {
    const earlier = group('USD', [0], calendarDate('2025-06-27'))
    expect(rateToSet(earlier, date, '52')).toEqual({ currency: 'USD', date, rate: '52', version: null })
    expect(rateToSet(group('USD', [null]), date, '51')).toMatchObject({ version: null })
  })

  test('that is the day’s already, or nothing, changes nothing', () => {
    expect(rateToSet(group('USD', [0]), date, '52')).toBeNull()
    expect(rateToSet(group('USD', [0]), date, ' ')).toBeNull()
  })
})
