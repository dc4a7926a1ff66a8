import { describe, expect, test } from 'vitest'
import {
  discountOffered,
  discountUntil,
  dueDate,
  instalmentPlan,
} from '../../../src-shared/company/rules/terms/terms.ts'
import type { EarlyDiscount, PaymentTerms } from '../../../src-shared/company/rules/terms/terms.ts'
import {
  amounts,
  day,
  dayAfter,
  daysThenEnd,
  endOfMonth,
  instalments,
  net,
  percent,
  proximo,
  withDiscount,
} from './terms-builders.ts'

describe('when an invoice falls due', () => {
  test.each([
    ['net 30', net(30), '2025-06-15', '2025-07-15'],
    ['on receipt', net(0), '2025-06-15', '2025-06-15'],
    ['end of month', endOfMonth(0, 0), '2025-02-10', '2025-02-28'],
    ['end of month plus 10 days', endOfMonth(0, 10), '2025-06-15', '2025-07-10'],
    ['end of next month, from a longer one', endOfMonth(1, 0), '2025-01-31', '2025-02-28'],
    ['end of month two months on', endOfMonth(2, 0), '2024-12-15', '2025-02-28'],
    ['10th proximo', proximo(10, 25), '2025-06-25', '2025-07-10'],
    ['10th proximo, after the cutoff day', proximo(10, 25), '2025-06-26', '2025-08-10'],
    ['31st proximo in a shorter month', proximo(31, 31), '2025-01-31', '2025-02-28'],
    ['31st proximo after 30-day months', proximo(31, 31), '2025-06-30', '2025-07-31'],
    ['net 30 at the end of the calendar', net(30), '9998-12-31', '9998-12-31'],
    ['end of next month there', endOfMonth(1, 10), '9998-12-05', '9998-12-31'],
    ['31st proximo there', proximo(31, 31), '9998-12-05', '9998-12-31'],
    ['10th proximo there', proximo(10, 31), '9998-12-25', '9998-12-31'],
    ['45 days, then the end of the month', daysThenEnd(45, 0, 0), '2025-01-20', '2025-03-31'],
    ['30 days, then the end of the month, from its last day', daysThenEnd(30, 0, 0), '2025-01-30', '2025-03-31'],
    ['60 days, then the end of the month, then 10 days', daysThenEnd(60, 0, 10), '2025-06-15', '2025-09-10'],
    ['30 days, then the end of the next month', daysThenEnd(30, 1, 0), '2025-12-15', '2026-02-28'],
    ['the 15th after at least 31 days', dayAfter(15, 31), '2019-04-15', '2019-06-15'],
    ['the 15th after at least 31 days, on the day itself', dayAfter(15, 31), '2019-04-14', '2019-05-15'],
    ['the 15th after at least 30 days, on the day itself', dayAfter(15, 30), '2019-04-15', '2019-05-15'],
    ['the next 15th, today', dayAfter(15, 0), '2019-04-15', '2019-04-15'],
    ['the next 15th, over the year', dayAfter(15, 0), '2019-12-16', '2020-01-15'],
    ['the 31st after 10 days, in a shorter month', dayAfter(31, 10), '2019-02-01', '2019-02-28'],
    ['the 30th after 10 days, in February', dayAfter(30, 10), '2020-02-10', '2020-02-29'],
    ['the 15th there', dayAfter(15, 31), '9998-12-05', '9998-12-31'],
    ['the rest is the last', amounts([100_00, 0, 30], ['rest', 2, 15]), '2024-12-31', '2025-03-15'],
    ['parts by months end with a shorter month', amounts([100_00, 0, 0], ['rest', 1, 0]), '2025-01-31', '2025-02-28'],
    ['instalments: the last', instalments([50, 60], [50, 0]), '2025-06-01', '2025-07-31'],
  ])('%s', (_, terms, documentDate, due) => {
    expect(dueDate(terms, day(documentDate))).toBe(due)
  })
})

describe('early payment discount', () => {
  const terms = withDiscount(net(30), 2, 10)

  test('is earned until so many days after the document', () => {
    expect(discountUntil(terms, day('2025-06-25'))).toBe('2025-07-05')
    expect(discountUntil(net(30), day('2025-06-25'))).toBeNull()
  })

  test('is a percentage of the total, rounded half away from zero', () => {
    expect(discountOffered(terms, 10_025)).toBe(201)
    expect(discountOffered(net(30), 10_025)).toBe(0)
  })
})

describe('a discount until a day of a month', () => {
  const earned = (discount: EarlyDiscount): PaymentTerms => ({ ...net(60), discount })

  test.each([
    ['the 10th of next month', { percent: percent(2), dayOfMonth: 10, cutoffDay: 25 }, '2025-06-25', '2025-07-10'],
    [
      'a month later after the cutoff',
      { percent: percent(2), dayOfMonth: 10, cutoffDay: 25 },
      '2025-06-26',
      '2025-08-10',
    ],
    [
      'the 10th after at least 5 days',
      { percent: percent(2), dayOfMonth: 10, afterDays: 5 },
      '2025-06-05',
      '2025-06-10',
    ],
    ['and not before', { percent: percent(2), dayOfMonth: 10, afterDays: 5 }, '2025-06-06', '2025-07-10'],
    ['a flat amount, within days', { amount: 500, days: 10 }, '2025-06-06', '2025-06-16'],
  ] as const)('%s', (_, discount, documentDate, until) => {
    expect(discountUntil(earned(discount), day(documentDate))).toBe(until)
  })

  test('a flat amount is the same for every total, and no more than it', () => {
    const flat = earned({ amount: 500, days: 10 })
    expect([100_000, 501, 500, 499, 0, -100].map((total) => discountOffered(flat, total))).toEqual([
      500, 500, 500, 499, 0, 0,
    ])
  })

  test('a flat amount is in the company’s currency', () => {
    expect(discountOffered(earned({ amount: 500, days: 10 }), 100_000, (amount) => amount * 2)).toBe(1000)
  })
})

describe('instalments by amount, with a rest', () => {
  const terms = amounts(['rest', 2, 0], [100_00, 0, 0], ['25%', 1, 0])
  const planned = (total: number, inCurrency?: (amount: number) => number) =>
    instalmentPlan(terms, day('2025-01-31'), total, inCurrency).map(({ dueDate: due, amount }) => [due, amount])

  test.each([
    ['each takes its own, the rest what they leave', 1_000_00, [100_00, 250_00, 650_00]],
    ['what is due first is taken first', 110_00, [100_00, 10_00]],
    ['a total that the first takes whole has one part', 80_00, [80_00]],
  ])('%s', (_, total, parts) => {
    expect(planned(total)).toEqual(
      parts.map((amount, index) => [['2025-01-31', '2025-02-28', '2025-03-31'][index], amount]),
    )
  })

  test('nothing is due when the rest would be', () => {
    expect(planned(0)).toEqual([['2025-03-31', 0]])
  })

  test('amounts are in the company’s currency', () => {
    expect(planned(1_000_00, (amount) => amount / 2)).toEqual([
      ['2025-01-31', 50_00],
      ['2025-02-28', 250_00],
      ['2025-03-31', 700_00],
    ])
  })
})

describe('instalments', () => {
  test('divide the total by the largest remainder, in due order', () => {
    const plan = instalmentPlan(
      instalments([33.333333, 60], [33.333334, 30], [33.333333, 0]),
      day('2025-06-01'),
      10_000,
    )
    expect(plan).toEqual([
      { dueDate: '2025-06-01', amount: 3333 },
      { dueDate: '2025-07-01', amount: 3334 },
      { dueDate: '2025-07-31', amount: 3333 },
    ])
  })

  test('other terms give one', () => {
    expect(instalmentPlan(net(30), day('2025-06-15'), 500)).toEqual([{ dueDate: '2025-07-15', amount: 500 }])
  })
})
