import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  chargedAgain,
  financeCharge,
  type ChargeableItem,
} from '../../../src-shared/ledger/rules/finance-charges/finance-charge.ts'
import { chargedTooMuch, creditsOf } from '../../../src-shared/ledger/rules/finance-charges/late-charges.ts'
import { addDays, calendarDate } from '../../../src-shared/domain/dates/calendar.ts'
import { sum } from '../../../src-shared/domain/amounts/money.ts'

const due = calendarDate('2025-03-01')
const day = (offset: number) => addDays(due, offset)
const RATE = 10_000_000

interface Paid {
  readonly on: number
  readonly amount: number
}

const itemOf = (original: number, paid: readonly Paid[], parts = 1): ChargeableItem => ({
  original,
  plan: Array.from({ length: parts }, (_, part) => ({ dueDate: day(part * 15), amount: original / parts })),
  entries: [{ date: due, amount: original }, ...paid.map(({ on, amount }) => ({ date: day(on), amount: 0 - amount }))],
  chargedUntil: null,
  feeCharged: false,
})

describe('what a charge comes to again', () => {
  test.each([
    ['nothing paid', [], 1, 82 + 1000],
    ['paid in full half way', [{ on: 15, amount: 10_000 }], 1, 41 + 1000],
    ['paid in part half way', [{ on: 15, amount: 4000 }], 1, 66 + 1000],
    ['paid on the due date: no fee either', [{ on: 0, amount: 10_000 }], 1, 0],
    ['paid on the last day charged, which still counts', [{ on: 30, amount: 10_000 }], 1, 82 + 1000],
    ['two halves, nothing paid', [], 2, 62 + 1000],
    ['two halves, the first paid late', [{ on: 10, amount: 5000 }], 2, 34 + 1000],
    [
      'two halves, both paid in time',
      [
        { on: 0, amount: 5000 },
        { on: 15, amount: 5000 },
      ],
      2,
      0,
    ],
  ])('%s', (_, paid, parts, now) => {
    const charges = [{ after: due, until: day(30), annualRate: RATE, interest: 82, fee: 1000 }]
    expect(chargedAgain(itemOf(10_000, paid, parts), charges)).toEqual([now])
  })

  test('the fee stays with an item that was late before the days of its charge', () => {
    const charges = [{ after: day(20), until: day(30), annualRate: RATE, interest: 27, fee: 1000 }]
    expect(chargedAgain(itemOf(10_000, [{ on: 10, amount: 10_000 }]), charges)).toEqual([1000])
  })

  test('without late news it is what was charged', () => {
    const paid = fc.array(fc.record({ on: fc.nat(60), amount: fc.integer({ min: 1, max: 2000 }) }), { maxLength: 5 })
    const law = fc.property(
      paid,
      fc.constantFrom(1, 2, 4),
      fc.integer({ min: 1, max: 60 }),
      (payments, parts, until) => {
        const item = itemOf(10_000, payments, parts)
        const charge = financeCharge(item, day(until), { annualRate: RATE, fee: 500 })
        if (charge === null) return
        expect(chargedAgain(item, [{ ...charge, annualRate: RATE }])).toEqual([charge.interest + charge.fee])
      },
    )
    fc.assert(law)
  })
})

describe('what is credited', () => {
  test.each([
    ['what is too much', { charged: 82, credited: 0, now: 41 }, 82, 41],
    ['no more than was not credited before', { charged: 82, credited: 16, now: 49 }, 66, 17],
    ['nothing where it is right', { charged: 82, credited: 41, now: 41 }, 41, 0],
    ['nothing where it is too little', { charged: 41, credited: 0, now: 82 }, 41, 0],
    ['nothing that was written off', { charged: 82, credited: 0, now: 41 }, 22, 22],
    ['nothing of a charge that is written off in full', { charged: 82, credited: 0, now: 0 }, 0, 0],
  ])('%s', (_, standing, left, credit) => {
    expect(creditsOf([standing], left)).toEqual([credit])
  })

  const amount = fc.nat(1000)
  const standings = fc.array(fc.record({ charged: amount, credited: amount, now: amount }), { maxLength: 6 })

  test('is all that is too much or all that is left, never more of an item than is too much of it', () => {
    fc.assert(
      fc.property(standings, amount, (items, left) => {
        const credits = creditsOf(items, left)
        const excess = items.map((item) => Math.max(0, chargedTooMuch(item)))
        expect(sum(credits)).toBe(Math.min(left, sum(excess)))
        for (const [index, credit] of credits.entries()) {
          expect(credit).toBeGreaterThanOrEqual(0)
          expect(credit).toBeLessThanOrEqual(excess[index] ?? 0)
        }
      }),
    )
  })

  test('what was credited once is not credited again', () => {
    fc.assert(
      fc.property(standings, amount, (items, left) => {
        const credits = creditsOf(items, left)
        const after = items.map((item, index) => ({ ...item, credited: item.credited + (credits[index] ?? 0) }))
        expect(sum(creditsOf(after, left - sum(credits)))).toBe(0)
      }),
    )
  })
})
