import { describe, expect, test } from 'vitest'
import { balanceStaysWithin, firstDayOutOfBounds } from '../../../src-shared/ledger/rules/balance-history.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const entry = (date: string, amount: number) => ({ date: calendarDate(`2025-06-${date}`), amount })

describe('a change keeps the balance of an item within its amount, on its day and every later one', () => {
  const invoice = [entry('01', 10_000), entry('20', -8000)]
  const unapplied = [entry('01', 10_000), entry('10', -9000), entry('20', 9000)]
  const receipt = [entry('05', -5000), entry('20', 4000)]

  test.each([
    ['what is left', invoice, 10_000, entry('25', -2000), null],
    ['what is left, before a later payment', invoice, 10_000, entry('10', -2000), null],
    ['on the day of the document', invoice, 10_000, entry('01', -2000), null],
    [
      'more than the later payment leaves',
      invoice,
      10_000,
      entry('10', -3000),
      { date: '2025-06-20', balance: -1000, earliest: null },
    ],
    ['more than is open', invoice, 10_000, entry('25', -2001), { date: '2025-06-25', balance: -1, earliest: null }],
    [
      'before the item exists',
      invoice,
      10_000,
      { date: calendarDate('2025-05-31'), amount: -2000 },
      { date: '2025-05-31', balance: -2000, earliest: '2025-06-01' },
    ],
    [
      'open again today, but paid at the time: over-applied on a past day',
      unapplied,
      10_000,
      entry('15', -5000),
      { date: '2025-06-15', balance: -4000, earliest: '2025-06-20' },
    ],
    ['the same from the day it is open again', unapplied, 10_000, entry('20', -5000), null],
    [
      'a reversal that would raise an item above its amount',
      invoice,
      10_000,
      entry('10', 8000),
      { date: '2025-06-10', balance: 18_000, earliest: '2025-06-20' },
    ],
    ['the rest of a receipt', receipt, -5000, entry('06', 1000), null],
    [
      'more than a receipt has left later',
      receipt,
      -5000,
      entry('06', 2000),
      { date: '2025-06-20', balance: 1000, earliest: null },
    ],
    ['nothing yet', [], 10_000, entry('01', 10_000), null],
  ])('%s', (_, entries, original, change, result) => {
    expect(firstDayOutOfBounds(entries, original, change)).toEqual(result)
    expect(balanceStaysWithin(entries, original, change)).toBe(result === null)
  })

  test('several entries of one day count together: only the end of the day matters', () => {
    const corrected = [entry('01', 10_000), entry('10', -10_000), entry('10', 4000)]
    expect(balanceStaysWithin(corrected, 10_000, entry('10', -4000))).toBe(true)
    expect(balanceStaysWithin(corrected, 10_000, entry('10', -4001))).toBe(false)
  })
})
