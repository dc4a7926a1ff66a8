import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { financeCharge, type ChargeableItem } from '../../../src-shared/ledger/rules/finance-charges/finance-charge.ts'

const tenPercent = { annualRate: 10_000_000, fee: 0 }

const entry = (date: string, amount: number) => ({ date: calendarDate(date), amount })

const item = (changes: Partial<ChargeableItem> = {}): ChargeableItem => ({
  original: 10_000,
  plan: [{ dueDate: calendarDate('2025-03-01'), amount: 10_000 }],
  entries: [entry('2025-02-01', 10_000)],
  chargedUntil: null,
  feeCharged: false,
  ...changes,
})

const charge = (of: ChargeableItem, asOf: string, rules = tenPercent) => financeCharge(of, calendarDate(asOf), rules)

describe('a finance charge', () => {
  test('100, 15 days, 10% a year, fee 10: interest 0.41, total 110.41', () => {
    const charged = charge(item(), '2025-03-16', { ...tenPercent, fee: 1000 })
    expect(charged).toEqual({
      after: '2025-03-01',
      until: '2025-03-16',
      days: 15,
      overdue: 10_000,
      interest: 41,
      fee: 1000,
    })
    expect(10_000 + (charged?.interest ?? 0) + (charged?.fee ?? 0)).toBe(11_041)
  })

  test.each([
    ['on the due date nothing is late', item(), '2025-03-01', null],
    [
      'the day after it is one day late',
      item({
        original: 100_000,
        plan: [{ dueDate: calendarDate('2025-03-01'), amount: 100_000 }],
        entries: [entry('2025-02-01', 100_000)],
      }),
      '2025-03-02',
      { days: 1, interest: 27 },
    ],
    [
      'from the last charge on',
      item({ chargedUntil: calendarDate('2025-03-16') }),
      '2025-03-31',
      { after: '2025-03-16', days: 15, interest: 41 },
    ],
    ['already charged to the day', item({ chargedUntil: calendarDate('2025-03-31') }), '2025-03-31', null],
    [
      'a payment counts from the day after it',
      item({ entries: [entry('2025-02-01', 10_000), entry('2025-03-11', -5000)] }),
      '2025-03-31',
      { days: 30, overdue: 5000, interest: 55 },
    ],
    [
      'interest on a settled item stops on its settlement date',
      item({ entries: [entry('2025-02-01', 10_000), entry('2025-03-16', -10_000)] }),
      '2025-12-31',
      { days: 15, overdue: 0, interest: 41 },
    ],
    [
      'an item settled in time is never charged',
      item({ entries: [entry('2025-02-01', 10_000), entry('2025-02-20', -10_000)] }),
      '2025-12-31',
      null,
    ],
    [
      'what rounds to nothing waits',
      item({
        original: 10,
        plan: [{ dueDate: calendarDate('2025-03-01'), amount: 10 }],
        entries: [entry('2025-02-01', 10)],
      }),
      '2025-03-31',
      null,
    ],
  ])('%s', (_, of, asOf, expected) => {
    const charged = charge(of, asOf)
    if (expected === null) expect(charged).toBeNull()
    else expect(charged).toMatchObject(expected)
  })

  test('instalments are late one by one, and a payment settles the earliest', () => {
    const plan = [
      { dueDate: calendarDate('2025-03-01'), amount: 4000 },
      { dueDate: calendarDate('2025-04-01'), amount: 6000 },
    ]
    // 40.00 for 31 days, then 100.00 for 10 days, then 60.00 for 20 days: 3,440.00 amount-days.
    const paid = item({ plan, entries: [entry('2025-02-01', 10_000), entry('2025-04-11', -4000)] })
    expect(charge(paid, '2025-05-01')).toMatchObject({ days: 61, overdue: 6000, interest: 94 })
  })

  test('what is due on the day itself is not overdue, as in an aging of it', () => {
    const plan = [
      { dueDate: calendarDate('2025-03-01'), amount: 4000 },
      { dueDate: calendarDate('2025-04-01'), amount: 6000 },
    ]
    const open = item({ plan, entries: [entry('2025-02-01', 10_000)] })
    expect(charge(open, '2025-04-01')).toMatchObject({ overdue: 4000 })
    expect(charge(open, '2025-04-02')).toMatchObject({ overdue: 10_000 })
  })

  test('the flat fee is charged once for an item', () => {
    const rules = { annualRate: 0, fee: 1000 }
    expect(charge(item(), '2025-03-31', rules)).toMatchObject({ interest: 0, fee: 1000 })
    expect(charge(item({ feeCharged: true }), '2025-03-31', rules)).toBeNull()
  })
})
