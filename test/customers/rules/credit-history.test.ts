import { describe, expect, test } from 'vitest'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import {
  highestBalance,
  paidByPart,
  payingHabit,
  salesByMonth,
  salesOfYear,
} from '../../../src-shared/customers/rules/credit-history.ts'

const on = (date: string, amount: number) => ({ date: calendarDate(date), amount })

describe('the highest balance', () => {
  const changes = [on('2024-01-10', 500), on('2024-03-01', -200), on('2025-02-01', 100), on('2025-05-01', -400)]

  test('is the first day at whose end the most was owed', () => {
    expect(highestBalance(changes, null)).toEqual(on('2024-01-10', 500))
    expect(highestBalance([on('2024-01-10', 500), on('2024-02-01', -500), on('2024-03-01', 500)], null)).toEqual(
      on('2024-01-10', 500),
    )
  })

  test('of a period counts what was owed as it began', () => {
    expect(highestBalance(changes, calendarDate('2024-06-30'))).toEqual(on('2025-02-01', 400))
    expect(highestBalance(changes, calendarDate('2025-03-01'))).toEqual(on('2025-03-01', 400))
    expect(highestBalance(changes, calendarDate('2025-05-01'))).toBeNull()
    expect(highestBalance(changes.slice(0, 2), calendarDate('2025-03-01'))).toEqual(on('2025-03-01', 300))
  })

  test('is none of a customer that never owed anything, and does not count what was owed within a day', () => {
    expect(highestBalance([], null)).toBeNull()
    expect(highestBalance([on('2024-01-10', -100), on('2024-02-10', 100)], null)).toBeNull()
    expect(highestBalance([on('2024-01-10', 500), on('2024-01-10', -500)], null)).toBeNull()
  })
})

describe('days to pay and days late', () => {
  const paid = (paidOn: string, amount: number) => ({
    documentDate: calendarDate('2025-01-01'),
    dueDate: calendarDate('2025-01-31'),
    paidOn: calendarDate(paidOn),
    amount,
  })

  test('weigh by what was paid: 100 ten days late and 300 on time are 2.5 days late', () => {
    expect(payingHabit([paid('2025-02-10', 100), paid('2025-01-31', 300)])).toEqual({ daysToPay: 32.5, daysLate: 2.5 })
  })

  test('count an early payment as 0 days late', () => {
    expect(payingHabit([paid('2025-01-11', 100), paid('2025-02-02', 100)])).toEqual({ daysToPay: 21, daysLate: 1 })
  })

  test('are not known without a payment', () => {
    expect(payingHabit([])).toEqual({ daysToPay: null, daysLate: null })
  })

  test('are exact for amounts whose products are beyond safe integers', () => {
    const most = 9_000_000_000_000_000
    expect(payingHabit([paid('2025-02-01', most), paid('2025-02-02', most)])).toEqual({
      daysToPay: 31.5,
      daysLate: 1.5,
    })
  })
})

describe('what was paid of an item due in parts', () => {
  const date = calendarDate
  const plan = [
    { dueDate: date('2025-02-01'), amount: 5000 },
    { dueDate: date('2025-03-01'), amount: 5000 },
  ]
  const item = { documentDate: date('2025-01-01'), plan }
  const settled = (paidOn: string, paid: number, besides = 0) => ({ paidOn: date(paidOn), paid, besides })
  const late = (...settlements: ReturnType<typeof settled>[]) => payingHabit(paidByPart(item, settlements)).daysLate

  test.each([
    ['half 20 days late, the rest on time', [settled('2025-02-21', 5000), settled('2025-03-01', 5000)], 10],
    ['all on the last day', [settled('2025-03-01', 10_000)], 14],
    ['all with the first', [settled('2025-02-01', 10_000)], 0],
    ['a quarter of it, 4 days late', [settled('2025-02-05', 2500)], 4],
    [
      'in two payments of which one reaches into the next part',
      [settled('2025-02-01', 4000), settled('2025-03-11', 6000)],
      8.8,
    ],
    ['the first part by a credit note', [settled('2025-02-21', 0, 5000), settled('2025-03-03', 5000)], 2],
    ['the first part with a discount', [settled('2025-02-01', 4900, 100), settled('2025-03-03', 5000)], 1],
    ['nothing', [], null],
  ])('%s', (_story, settlements, days) => {
    expect(late(...settlements)).toBe(days)
  })
})

describe('sales by month', () => {
  const month = (text: string, amount: number) => ({ month: calendarDate(text), amount })
  const sales = [month('2024-01-01', 7), month('2024-06-01', 1), month('2024-12-01', 20), month('2025-06-01', 300)]

  test('are thirteen months to the day’s own, without gaps', () => {
    const months = salesByMonth(sales, calendarDate('2025-06-30'))
    expect(months).toHaveLength(13)
    expect(months[0]).toEqual(month('2024-06-01', 1))
    expect(months[6]).toEqual(month('2024-12-01', 20))
    expect(months[7]).toEqual(month('2025-01-01', 0))
    expect(months.at(-1)).toEqual(month('2025-06-01', 300))
  })

  test('of a year are all its months', () => {
    expect(salesOfYear(sales, calendarDate('2025-06-30'))).toBe(300)
    expect(salesOfYear(sales, calendarDate('2024-06-30'))).toBe(28)
  })
})
