import { describe, expect, test } from 'vitest'
import { describeTermsProblem, validateTerms } from '../../../src-shared/company/rules/terms/terms-problem.ts'
import { describeTerms } from '../../../src-shared/company/rules/terms/terms-text.ts'
import {
  amounts,
  dayAfter,
  daysThenEnd,
  endOfMonth,
  instalments,
  net,
  percent,
  proximo,
  withDiscount,
} from './terms-builders.ts'

describe('terms that cannot be used', () => {
  test.each([
    ['net 30', net(30)],
    ['net 0 with 100 percent at once', withDiscount(net(0), 100, 0)],
    ['2 percent 10, end of month', withDiscount(endOfMonth(24, 3650), 2, 10)],
    ['31st proximo', proximo(31, 31)],
    ['1st proximo', proximo(1, 1)],
    ['the smallest discount', { ...net(1), discount: { percent: 1, days: 1 } }],
    ['instalments of 100 percent', instalments([33.333333, 0], [66.666667, 30])],
    ['an amount and the rest', amounts([1, 120, 0], ['rest', 0, 0])],
    ['the rest alone', amounts(['rest', 0, 30])],
    ['percentages and the rest', amounts(['30%', 0, 0], ['69.999999%', 0, 1], ['rest', 0, 30])],
    ['a flat discount until the 31st', { ...net(0), discount: { amount: 1, dayOfMonth: 31, afterDays: 0 } }],
    ['the 15th after 3650 days', dayAfter(15, 3650)],
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
    ['amounts need a rest', amounts([100, 0, 0], ['50%', 0, 0]), [{ kind: 'instalments_lack_rest', path: 'parts' }]],
    [
      'only one takes the rest',
      amounts(['rest', 0, 0], ['rest', 0, 30]),
      [{ kind: 'instalments_rest_twice', path: 'parts' }],
    ],
    [
      'something is left for the rest',
      amounts(['60%', 0, 0], ['40%', 0, 0], ['rest', 0, 30]),
      [{ kind: 'instalments_leave_no_rest', path: 'parts', percent: 100_000_000 }],
    ],
    [
      'an amount is something, and within ten years',
      amounts([0, 121, 0], ['rest', 0, 3651]),
      [
        { kind: 'amount_out_of_range', path: 'parts.0.amount' },
        { kind: 'days_out_of_range', path: 'parts.0.dueAfterMonths', max: 120 },
        { kind: 'days_out_of_range', path: 'parts.1.dueAfterDays', max: 3650 },
      ],
    ],
    [
      'a discount ends on a day of a month',
      { ...net(10), discount: { amount: -1, dayOfMonth: 32, cutoffDay: 0 } },
      [
        { kind: 'amount_out_of_range', path: 'discount.amount' },
        { kind: 'day_of_month_out_of_range', path: 'discount.dayOfMonth' },
        { kind: 'day_of_month_out_of_range', path: 'discount.cutoffDay' },
      ],
    ],
    [
      'days before a month ends are days',
      daysThenEnd(-1, 0, 0),
      [{ kind: 'days_out_of_range', path: 'afterDays', max: 3650 }],
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
    [{ kind: 'amount_out_of_range', path: 'discount.amount' }, 'enter an amount above 0'],
    [
      { kind: 'instalments_leave_no_rest', path: 'parts', percent: 100_000_000 },
      'the instalments add up to 100% and leave no rest: make them less than 100%',
    ],
    [
      { kind: 'instalments_lack_rest', path: 'parts' },
      'enter one instalment that takes the rest, since amounts do not add up to every total',
    ],
    [{ kind: 'instalments_rest_twice', path: 'parts' }, 'let only one instalment take the rest'],
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
    [daysThenEnd(30, 0, 0), '30 days, then the end of month'],
    [daysThenEnd(1, 1, 10), '1 day, then the end of next month plus 10 days'],
    [dayAfter(15, 31), 'the first 15th of a month after 31 days'],
    [dayAfter(1, 0), 'the next 1st of a month'],
    [
      amounts([1_234_50, 0, 0], ['25%', 1, 0], ['rest', 2, 15]),
      '3 instalments: USD 1,234.50 at once, 25% after 1 month, the rest after 2 months and 15 days',
    ],
    [{ ...net(30), discount: { amount: 5_00, days: 10 } }, 'USD 5.00 off within 10 days, net 30'],
    [
      { ...net(30), discount: { percent: percent(2), dayOfMonth: 10, cutoffDay: 31 } },
      '2% until the 10th of next month, net 30',
    ],
    [
      { ...net(30), discount: { percent: percent(2), dayOfMonth: 10, afterDays: 5 } },
      '2% until the first 10th of a month after 5 days, net 30',
    ],
  ])('%o', (terms, text) => {
    expect(describeTerms(terms, 'USD')).toBe(text)
  })
})
