import { describe, expect, test } from 'vitest'
import { DEFAULT_AGING_POLICY } from '../../../src-shared/domain/aging.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { balanceForward, openItemLines, statementFoot } from '../../../src-shared/reports/rules/statement.ts'

const day = (text: string) => calendarDate(`2025-${text}`)
const item = (date: string, due: string, number: string, original: number, open: number) => ({
  documentDate: day(date),
  dueDate: day(due),
  number,
  original,
  open,
})

describe('the open-item form', () => {
  test('lists what is open by date with what was paid and a running balance', () => {
    const lines = openItemLines([
      item('06-10', '07-10', 'INV-3', 5000, 5000),
      item('05-01', '05-31', 'INV-1', 20_000, 7500),
      item('06-10', '06-10', 'R-1', -3000, -1000),
      item('05-15', '06-14', 'INV-2', 9900, 0),
    ])
    expect(lines.map(({ number, paid, open, runningBalance }) => [number, paid, open, runningBalance])).toEqual([
      ['INV-1', 12_500, 7500, 7500],
      ['INV-3', 0, 5000, 12_500],
      ['R-1', -2000, -1000, 11_500],
    ])
  })

  test('keeps whatever else a row carries', () => {
    const [line] = openItemLines([{ ...item('05-01', '05-31', 'INV-1', 100, 100), reference: 'PO 7' }])
    expect(line?.reference).toBe('PO 7')
  })

  test('items of the same day and kind go by number', () => {
    const lines = openItemLines([
      item('05-01', '05-31', 'INV-2', 100, 100),
      item('05-01', '05-31', 'INV-1', 100, 100),
      item('05-01', '05-31', 'INV-1', 100, 100),
    ])
    expect(lines.map((line) => line.number)).toEqual(['INV-1', 'INV-1', 'INV-2'])
  })
})

describe('the balance-forward form', () => {
  const activity = [
    { date: day('06-20'), number: 'R-2', amount: -12_500 },
    { date: day('05-31'), number: 'INV-1', amount: 20_000 },
    { date: day('06-01'), number: 'R-1', amount: -5000 },
    { date: day('06-01'), number: 'INV-2', amount: 1000 },
    { date: day('07-01'), number: 'INV-3', amount: 700 },
  ]

  test('opens with the balance before the first day and lists the period', () => {
    const statement = balanceForward({ openingBalance: 0, activity, from: day('06-01'), to: day('06-30') })
    expect(statement.openingBalance).toBe(20_000)
    expect(statement.lines.map(({ number, amount, runningBalance }) => [number, amount, runningBalance])).toEqual([
      ['INV-2', 1000, 21_000],
      ['R-1', -5000, 16_000],
      ['R-2', -12_500, 3500],
    ])
    expect(statement.closingBalance).toBe(3500)
  })

  test('a period without activity forwards the balance', () => {
    const statement = balanceForward({ openingBalance: 900, activity: [], from: day('06-01'), to: day('06-30') })
    expect(statement).toEqual({ openingBalance: 900, lines: [], closingBalance: 900 })
  })

  test('invoice 200, on account 50, later payment of 125 leaves 25', () => {
    const moves = [20_000, -5000, -12_500].map((amount, index) => ({
      date: day(`06-0${index + 1}`),
      number: `${index}`,
      amount,
    }))
    const statement = balanceForward({ openingBalance: 0, activity: moves, from: day('06-01'), to: day('06-30') })
    expect(statement.lines.map((line) => line.runningBalance)).toEqual([20_000, 15_000, 2500])
  })
})

describe('the foot of a statement', () => {
  const items = [
    item('05-01', '05-31', 'INV-1', 20_000, 7500),
    item('06-10', '07-10', 'INV-3', 5000, 5000),
    item('06-10', '06-10', 'R-1', -3000, -1000),
  ]

  test('ages the open items and shows unapplied credit as a positive figure', () => {
    expect(statementFoot(items, day('06-30'), DEFAULT_AGING_POLICY)).toEqual({
      labels: ['Current', '1-30', '31-60', '61-90', 'Over 90'],
      buckets: [5000, 7500, 0, 0, 0],
      pastDue: 7500,
      unapplied: 1000,
      total: 11_500,
    })
  })

  test('what is due on the day of the statement is not past due', () => {
    expect(statementFoot(items, day('05-31'), DEFAULT_AGING_POLICY).pastDue).toBe(0)
  })

  test('without open items all is zero', () => {
    expect(statementFoot([], day('06-30'), DEFAULT_AGING_POLICY)).toMatchObject({
      buckets: [0, 0, 0, 0, 0],
      pastDue: 0,
      unapplied: 0,
      total: 0,
    })
  })
})
