import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../src-shared/domain/calendar.ts'
import { describeTerms, describeTermsProblem } from '../../src-shared/domain/terms-text.ts'
import {
  discountOffered,
  discountUntil,
  dueDate,
  instalmentPlan,
  validateTerms,
} from '../../src-shared/domain/terms.ts'
import type { InstalmentPart, PaymentTerms } from '../../src-shared/domain/terms.ts'

const day = calendarDate
const percent = (n: number): number => Math.round(n * 1_000_000)
const plain = { discount: null, graceDays: 0 }
const net = (days: number): PaymentTerms => ({ kind: 'net', days, ...plain })
const endOfMonth = (months: number, days: number): PaymentTerms => ({ kind: 'end_of_month', months, days, ...plain })
const proximo = (dayOfMonth: number, cutoffDay: number): PaymentTerms => ({
  kind: 'proximo',
  dayOfMonth,
  cutoffDay,
  ...plain,
})
const instalments = (...parts: [number, number][]): PaymentTerms => ({
  kind: 'instalments',
  parts: parts.map(([part, dueAfterDays]): InstalmentPart => ({ percent: percent(part), dueAfterDays })),
  ...plain,
})
const withDiscount = (terms: PaymentTerms, part: number, days: number): PaymentTerms => ({
  ...terms,
  discount: { percent: percent(part), days },
})

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

describe('terms that cannot be used', () => {
  test.each([
    ['net 30', net(30)],
    ['net 0 with 100 percent at once', withDiscount(net(0), 100, 0)],
    ['2 percent 10, end of month', withDiscount(endOfMonth(24, 3650), 2, 10)],
    ['31st proximo', proximo(31, 31)],
    ['1st proximo', proximo(1, 1)],
    ['the smallest discount', { ...net(1), discount: { percent: 1, days: 1 } }],
    ['instalments of 100 percent', instalments([33.333333, 0], [66.666667, 30])],
  ])('%s is fine', (_, terms) => {
    expect(validateTerms(terms)).toEqual([])
  })

  test.each([
    ['days are not negative', net(-1), [{ kind: 'days_out_of_range', path: 'days', max: 3650 }]],
    ['days are whole', net(1.5), [{ kind: 'days_out_of_range', path: 'days', max: 3650 }]],
    [
      'nor beyond ten years, or two in months',
      endOfMonth(25, 3651),
      [
        { kind: 'days_out_of_range', path: 'months', max: 24 },
        { kind: 'days_out_of_range', path: 'days', max: 3650 },
      ],
    ],
    [
      'a month has 1 to 31 days',
      proximo(0, 32),
      [
        { kind: 'day_of_month_out_of_range', path: 'dayOfMonth' },
        { kind: 'day_of_month_out_of_range', path: 'cutoffDay' },
      ],
    ],
    ['there is an instalment', instalments(), [{ kind: 'no_instalments', path: 'parts' }]],
    [
      'percentages add up to 100',
      instalments([50, 0], [49, 30]),
      [{ kind: 'instalments_not_100_percent', path: 'parts', percent: 99_000_000 }],
    ],
    [
      'each instalment is something, and not before the document',
      instalments([0, -1], [100, 0]),
      [
        { kind: 'percent_out_of_range', path: 'parts.0.percent' },
        { kind: 'days_out_of_range', path: 'parts.0.dueAfterDays', max: 3650 },
      ],
    ],
    [
      'a discount is not more than all',
      withDiscount(net(30), 101, 10),
      [{ kind: 'percent_out_of_range', path: 'discount.percent' }],
    ],
    [
      'a discount ends before the invoice is due',
      withDiscount(net(10), 2, 30),
      [{ kind: 'discount_after_due', path: 'discount.days' }],
    ],
    [
      'grace is not negative',
      { ...net(10), graceDays: -1 },
      [{ kind: 'days_out_of_range', path: 'graceDays', max: 3650 }],
    ],
  ] as const)('%s', (_, terms, problems) => {
    expect(validateTerms(terms)).toEqual(problems)
  })

  test.each([
    [{ kind: 'days_out_of_range', path: 'days', max: 3650 }, 'enter a whole number from 0 to 3650'],
    [{ kind: 'day_of_month_out_of_range', path: 'dayOfMonth' }, 'enter a day of the month from 1 to 31'],
    [{ kind: 'percent_out_of_range', path: 'discount.percent' }, 'enter a percentage above 0, at most 100'],
    [
      { kind: 'discount_after_due', path: 'discount.days' },
      'the discount runs longer than the invoice: enter fewer discount days',
    ],
    [{ kind: 'no_instalments', path: 'parts' }, 'enter at least one instalment'],
    [
      { kind: 'instalments_not_100_percent', path: 'parts', percent: 99_500_000 },
      'the instalments add up to 99.5%, make them 100%',
    ],
  ] as const)('%o says what to do', (problem, text) => {
    expect(describeTermsProblem(problem)).toBe(text)
  })
})

describe('terms as clerks write them', () => {
  test.each([
    [net(30), 'net 30'],
    [net(0), 'due on receipt'],
    [withDiscount(net(30), 2, 10), '2% 10, net 30'],
    [withDiscount(net(30), 1.5, 10), '1.5% 10, net 30'],
    [endOfMonth(0, 0), 'end of month'],
    [endOfMonth(0, 1), 'end of month plus 1 day'],
    [endOfMonth(1, 10), 'end of next month plus 10 days'],
    [endOfMonth(2, 0), 'end of month 2 months on'],
    [proximo(10, 31), '10th of next month'],
    [proximo(1, 25), '1st of next month, a month later when dated after the 25th'],
    [proximo(22, 13), '22nd of next month, a month later when dated after the 13th'],
    [proximo(23, 11), '23rd of next month, a month later when dated after the 11th'],
    [instalments([50, 0], [50, 30]), '2 instalments: 50% at once, 50% after 30 days'],
    [instalments([100, 1]), '1 instalment: 100% after 1 day'],
  ])('%o', (terms, text) => {
    expect(describeTerms(terms)).toBe(text)
  })
})
