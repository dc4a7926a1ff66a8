import { describe, expect, test } from 'vitest'
import type { AgingReport } from '../../../src-shared/reports/contract/aging.ts'
import type { TieOut } from '../../../src-shared/reports/contract/ledger.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  currencyOfChoice,
  countText,
  currencyChoices,
  IN_BASE,
  isOldBucket,
  tieOf,
} from '../../../src-renderer/reports/aging/aging-figures.ts'

const asOf = calendarDate('2012-06-30')
const report: AgingReport = {
  asOf,
  currency: 'USD',
  in: 'base',
  labels: ['Current', '1-30', '31-60', '61-90', 'Over 90'],
  rows: [],
  totals: { buckets: [459_436, 90_973, 0, 0, 0], unapplied: 0, total: 550_409 },
  openDebits: 98,
  otherCurrencies: [],
}
const tieOut: TieOut = {
  asOf,
  currency: 'USD',
  in: 'base',
  account: { code: '1200', name: 'Accounts receivable' },
  subledger: 550_409,
  controlAccount: 550_409,
  difference: 0,
}

describe('the aging says whether it equals the control account', () => {
  test('it does when its total is what the account holds', () => {
    expect(tieOf(report, tieOut)).toEqual({ kind: 'equal', account: '1200 Accounts receivable' })
  })

  test('one currency equals the part of its items, which is what it says', () => {
    const one = { currency: 'EUR', in: 'currency' } as const
    const account = '1200 Accounts receivable, EUR items'
    expect(tieOf({ ...report, ...one }, { ...tieOut, ...one })).toEqual({ kind: 'equal', account })
  })

  test('the total on screen is compared: a right sum made elsewhere does not hide a wrong one here', () => {
    const wrong = { ...report, totals: { ...report.totals, total: 550_400 } }
    expect(tieOf(wrong, tieOut)).toEqual({ kind: 'different', account: '1200 Accounts receivable', difference: -9 })
  })

  test.each([
    ['another day', { ...tieOut, asOf: calendarDate('2012-07-01') }],
    ['another currency', { ...tieOut, currency: 'EUR' }],
    ['not counted yet', undefined],
  ])('nothing is claimed for %s', (_, other) => {
    expect(tieOf(report, other)).toEqual({ kind: 'unknown' })
  })
})

test('the last two of many buckets stand out, the last of few, never the current one', () => {
  const standing = (count: number) =>
    Array.from({ length: count }, (_, index) => index).filter((i) => isOldBucket(i, count))
  expect(standing(5)).toEqual([3, 4])
  expect(standing(4)).toEqual([2, 3])
  expect(standing(3)).toEqual([2])
  expect(standing(2)).toEqual([1])
  expect(standing(1)).toEqual([])
})

test('one customer is not two', () => {
  expect(countText(1, 1)).toBe('1 customer, 1 open item')
  expect(countText(55, 98)).toBe('55 customers, 98 open items')
})

describe('the currency of the aging', () => {
  test('is chosen among those billed in, and all of them in the company’s where there are several', () => {
    expect(currencyChoices(['EUR', 'USD'], 'USD').map(({ label }) => label)).toEqual(['EUR', 'USD', 'all, in USD'])
    expect(currencyChoices(['USD'], 'USD').map(({ value }) => value)).toEqual(['USD'])
  })

  test('asks the ledger for one currency, or for all in base', () => {
    expect(currencyOfChoice('EUR')).toEqual({ currency: 'EUR', in: 'currency' })
    expect(currencyOfChoice(IN_BASE)).toEqual({ currency: null, in: 'base' })
  })

  test('of the control account must be that of the report before the two are compared', () => {
    expect(tieOf({ ...report, in: 'currency' }, tieOut)).toEqual({ kind: 'unknown' })
  })
})
