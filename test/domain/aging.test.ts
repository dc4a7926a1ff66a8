import { describe, expect, test } from 'vitest'
import {
  ageRows,
  agingTotals,
  bucketLabels,
  bucketOf,
  daysLate,
  DEFAULT_AGING_POLICY,
} from '../../src-shared/domain/aging.ts'
import type { AgingPolicy } from '../../src-shared/domain/aging.ts'
import { addDays, calendarDate, FIRST_DATE } from '../../src-shared/domain/dates/calendar.ts'
import { AMOUNT_MAX } from '../../src-shared/domain/amounts/money.ts'

const day = calendarDate
const asOf = day('2012-06-30')
const policy = DEFAULT_AGING_POLICY
const row = (customerId: number, dueDate: string, balance: number, documentDate = '2012-01-01') => ({
  customerId,
  dueDate: day(dueDate),
  documentDate: day(documentDate),
  balance,
})

describe('buckets', () => {
  test('are named by their days', () => {
    expect(bucketLabels(policy)).toEqual(['Current', '1-30', '31-60', '61-90', 'Over 90'])
    expect(bucketLabels({ ...policy, edges: [15] })).toEqual(['Current', '1-15', 'Over 15'])
    expect(bucketLabels({ ...policy, edges: [] })).toEqual(['Current', 'Over 0'])
  })

  test.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [30, 1],
    [31, 2],
    [60, 2],
    [61, 3],
    [90, 3],
    [91, 4],
    [3000, 4],
  ])('%i days late lies in bucket %i', (late, bucket) => {
    expect(bucketOf(policy, asOf, addDays(asOf, -late))).toBe(bucket)
  })

  test('edges that reach back before the calendar are no error', () => {
    const early = addDays(FIRST_DATE, 10)
    expect(bucketOf(policy, early, FIRST_DATE)).toBe(1)
  })

  test('days late are counted from the due date, never below zero', () => {
    expect(daysLate(day('2012-06-01'), asOf)).toBe(29)
    expect(daysLate(day('2012-07-01'), asOf)).toBe(0)
  })
})

describe('aging by customer', () => {
  test('adds each open item to the bucket of its due date', () => {
    const rows = [
      row(1, '2012-06-30', 100),
      row(2, '2012-06-29', 200),
      row(1, '2012-05-31', 300),
      row(1, '2012-05-30', 400),
      row(2, '2012-03-31', 500),
    ]
    const aged = ageRows(rows, asOf, policy)
    expect([...aged]).toEqual([
      [1, { buckets: [100, 300, 400, 0, 0], unapplied: 0, total: 800 }],
      [2, { buckets: [0, 200, 0, 0, 500], unapplied: 0, total: 700 }],
    ])
    expect(agingTotals(aged.values(), policy)).toEqual({ buckets: [100, 500, 400, 0, 500], unapplied: 0, total: 1500 })
  })

  test('100 paid 99.99: 0.01 is still listed', () => {
    expect(ageRows([row(1, '2012-06-01', 1)], asOf, policy).get(1)).toEqual({
      buckets: [0, 1, 0, 0, 0],
      unapplied: 0,
      total: 1,
    })
  })

  test('invoice 200, on account 50: outstanding 150', () => {
    const rows = [row(1, '2012-06-01', 20_000), row(1, '2012-06-20', -5000)]
    expect(ageRows(rows, asOf, policy).get(1)).toEqual({
      buckets: [0, 20_000, 0, 0, 0],
      unapplied: -5000,
      total: 15_000,
    })
  })

  test('credits may age by their own date instead', () => {
    const byDate: AgingPolicy = { ...policy, credits: 'by_date' }
    const rows = [row(1, '2012-06-01', 20_000), row(1, '2012-04-20', -5000)]
    expect(ageRows(rows, asOf, byDate).get(1)).toEqual({
      buckets: [0, 20_000, 0, -5000, 0],
      unapplied: 0,
      total: 15_000,
    })
  })

  test('the basis may be the document date', () => {
    const byDocument: AgingPolicy = { ...policy, basis: 'document_date' }
    const aged = ageRows([row(1, '2012-07-30', 100, '2012-05-15')], asOf, byDocument)
    expect(aged.get(1)?.buckets).toEqual([0, 0, 100, 0, 0])
  })

  test('settled items, and customers with nothing else, are left out', () => {
    expect(ageRows([row(1, '2012-06-01', 0)], asOf, policy).size).toBe(0)
    expect(agingTotals([], policy)).toEqual({ buckets: [0, 0, 0, 0, 0], unapplied: 0, total: 0 })
  })

  test('a sum beyond what the ledger holds is refused', () => {
    const rows = [row(1, '2012-06-01', AMOUNT_MAX), row(1, '2012-06-01', AMOUNT_MAX)]
    expect(() => ageRows(rows, asOf, policy)).toThrow('An aging sum of 18000000000000000')
  })
})
