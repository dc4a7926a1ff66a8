import { calendarDate } from '../../src-shared/domain/dates/calendar.ts'
import { cashProposals } from '../../src-shared/cash/rules/proposals/cash-proposals.ts'
import { describe, expect, test } from 'vitest'
import {
  cashRoundingOf,
  creditRounding,
  problemOfCash,
  roundingOf,
  toNearest,
} from '../../src-shared/domain/amounts/cash-rounding.ts'

describe('the smallest coin', () => {
  test.each([
    [1000, 5, 1000],
    [1001, 5, 1000],
    [1002, 5, 1000],
    [1003, 5, 1005],
    [1004, 5, 1005],
    [1005, 10, 1010],
    [149, 100, 100],
    [150, 100, 200],
    [-1002, 5, -1000],
    [-1003, 5, -1005],
    [-5, 10, -10],
    [2, 5, 0],
    [0, 5, 0],
  ])('%i in steps of %i is %i', (amount, step, nearest) => {
    expect(toNearest(amount, step)).toBe(nearest)
    expect(roundingOf(amount, step)).toBe(nearest - amount)
  })
})

describe('cash for what it settles', () => {
  const rule = { cashRounding: 'cash', cashRoundingStep: 5 } as const
  const cash = { rule, isCash: true, isBaseCurrency: true, money: 1000, settled: 1002 }

  test.each([
    [1000, 1002, -2],
    [1005, 1003, 2],
    [1000, 1000, 0],
    [1000, 1003, 0],
    [1001, 1002, 0],
    [5, 3, 2],
  ])('%i that settles %i is rounded by %i', (money, settled, rounding) => {
    expect(cashRoundingOf({ ...cash, money, settled })).toBe(rounding)
  })

  test('is not rounded otherwise, and why', () => {
    expect(problemOfCash(cash)).toBeNull()
    expect(problemOfCash({ ...cash, rule: { ...rule, cashRounding: 'document' } })).toEqual({ kind: 'off' })
    expect(problemOfCash({ ...cash, isCash: false })).toEqual({ kind: 'not_cash' })
    expect(problemOfCash({ ...cash, isBaseCurrency: false })).toEqual({ kind: 'not_base' })
    expect(problemOfCash({ ...cash, money: 1002 })).toEqual({ kind: 'no_coins', step: 5 })
    expect(problemOfCash({ ...cash, settled: 1003 })).toEqual({ kind: 'not_nearest', settled: 1003, nearest: 1005 })
  })
})

describe('a document rounded to the smallest coin', () => {
  const document = { total: 1005, rounding: 2, credited: 0, creditedRounding: 0, step: 5 }

  test('is credited in pieces that come to it', () => {
    // 3.34 + 3.34 + 3.35 = 10.03, billed 10.05.
    const notes: number[] = []
    let standing = document
    for (const [index, piece] of [334, 334, 335].entries()) {
      const rounding = creditRounding(standing, piece, index === 2)
      notes.push(piece + rounding)
      standing = {
        ...standing,
        credited: standing.credited + piece + rounding,
        creditedRounding: standing.creditedRounding + rounding,
      }
    }
    expect(notes).toEqual([335, 335, 335])
    expect(standing).toMatchObject({ credited: 1005, creditedRounding: 2 })
  })

  test('all of it is taken back when totals are no longer rounded, and a part as it was billed', () => {
    expect(creditRounding({ ...document, step: null }, 500, false)).toBe(0)
    expect(creditRounding({ ...document, step: null }, 1003, true)).toBe(2)
    expect(creditRounding({ ...document, total: 1003, rounding: 0 }, 334, false)).toBe(0)
  })
})

describe('what is proposed for cash', () => {
  const item = (itemId: number, open: number) => ({
    itemId,
    number: `INV-${itemId}`,
    reference: '',
    documentDate: calendarDate('2025-06-01'),
    dueDate: calendarDate('2025-06-30'),
    open,
    discount: 0,
    discountUntil: null,
    disputed: false,
  })
  const propose = (receiptAmount: number, opens: readonly number[]) =>
    cashProposals(
      {
        receiptAmount,
        receiptDate: calendarDate('2025-06-05'),
        currency: 'USD',
        items: opens.map((open, index) => item(index + 1, open)),
        graceDays: 0,
        tolerance: { percent: 1_000_000, most: 100 },
      },
      5,
    ).map(({ lines, text }) => ({ paid: lines.map(({ payment }) => payment), text }))

  test('10.00 settles 10.02 in full before a write-off and before a part of it', () => {
    const [first] = propose(1000, [1002])
    expect(first).toEqual({ paid: [1002], text: 'Exactly the amount of INV-1, rounded to the smallest coin.' })
  })

  test('what is paid together is rounded together', () => {
    expect(propose(1505, [1002, 501])[0]?.paid).toEqual([1002, 501])
  })

  test('an exact amount comes first, and other amounts are as without rounding', () => {
    expect(
      propose(1000, [1002, 1000])
        .map(({ paid }) => paid)
        .slice(0, 2),
    ).toEqual([[1000], [1002]])
    expect(propose(998, [1002])[0]?.text).not.toContain('rounded')
  })
})
