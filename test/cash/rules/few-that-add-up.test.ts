import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposals, proposeApplication } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { Proposal, ProposalInput } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { OpenDebit } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { addDays, calendarDate as day } from '../../../src-shared/domain/dates/calendar.ts'

const receiptDate = day('2025-12-31')

/** Items due one after the other, the first soonest. */
const invoices = (...opens: readonly number[]): readonly OpenDebit[] =>
  opens.map((open, index) => ({
    itemId: index + 1,
    number: `INV-${index + 1}`,
    reference: '',
    documentDate: day('2025-01-01'),
    dueDate: addDays(day('2025-01-31'), index),
    open,
    discount: 0,
    discountUntil: null,
    disputed: false,
  }))
const input = (receiptAmount: number, items: readonly OpenDebit[]): ProposalInput => ({
  receiptAmount,
  receiptDate,
  currency: 'USD',
  items,
  graceDays: 0,
})
const paid = ({ lines }: Proposal) => lines.map(({ itemId, payment }) => [itemId, payment])

describe('a few items that add up', () => {
  test('two that are not the oldest are proposed before a part of the oldest, and named', () => {
    const best = proposeApplication(input(431_17, invoices(912_40, 118_05, 77_31, 313_12)))
    expect(paid(best)).toEqual([
      [2, 118_05],
      [4, 313_12],
    ])
    expect(best.text).toBe('INV-2, INV-4 add up exactly.')
  })

  test('five of ten are found; six are left to the clerk', () => {
    const opens = [1_003_01, 1_007_03, 1_013_09, 1_027_27, 1_081_81, 1_243_43, 1_729_29, 3_187_87, 7_561_61, 22_683_83]
    const sumOf = (...places: readonly number[]): number => places.reduce((sum, at) => sum + (opens[at] ?? 0), 0)
    const five = proposals(input(sumOf(1, 3, 5, 7, 9), invoices(...opens)))
    expect(five.map(({ reason }) => reason.kind)).toContain('some_add_up')
    const found = five.filter(({ reason }) => reason.kind === 'some_add_up')
    expect(found.map((way) => paid(way).map(([id]) => id))).toEqual([[2, 4, 6, 8, 10]])
    const six = proposals(input(sumOf(0, 1, 3, 5, 7, 9), invoices(...opens)))
    expect(six.map(({ reason }) => reason.kind)).not.toContain('some_add_up')
  })

  test('of two sums the fewer items win, and of as many those due first', () => {
    const fewer = proposeApplication(input(900_13, invoices(999_99, 100_01, 300_05, 500_07, 400_08, 500_05)))
    expect(paid(fewer).map(([id]) => id)).toEqual([5, 6])
    const first = proposeApplication(input(700_07, invoices(999_99, 300_03, 400_04, 300_03, 400_04)))
    expect(paid(first).map(([id]) => id)).toEqual([2, 3])
  })

  test('the oldest that add up, and one exact amount, come before', () => {
    expect(proposeApplication(input(300_00, invoices(100_00, 200_00, 140_00, 160_00))).reason.kind).toBe(
      'oldest_add_up',
    )
    expect(proposeApplication(input(160_00, invoices(500_00, 100_00, 60_00, 160_00))).reason.kind).toBe('exact_item')
  })

  test('with the discounts they earn, each settled in full', () => {
    const items = invoices(999_99, 200_00, 777_77, 300_00).map((item) =>
      item.itemId % 2 === 0 ? { ...item, discount: 0.02 * item.open, discountUntil: receiptDate } : item,
    )
    const best = proposeApplication(input(490_00, items))
    expect(best.lines).toEqual([
      { itemId: 2, payment: 196_00, discount: 4_00, writeOff: 0 },
      { itemId: 4, payment: 294_00, discount: 6_00, writeOff: 0 },
    ])
    expect(best.text).toBe('INV-2, INV-4 less discounts of 10.00 add up exactly.')
    // Left on the table by the payer.
    expect(paid(proposeApplication(input(500_00, items)))).toEqual([
      [2, 200_00],
      [4, 300_00],
    ])
  })

  test('where any amount is some sum by chance it is offered last, not first', () => {
    const rounds = invoices(500, 300, 100, 200, 400, 700, 900, 800, 600, 1100, 1300, 1200)
    const ways = proposals(input(3000, rounds))
    expect(ways.at(-1)?.reason.kind).toBe('some_add_up')
    expect(ways[0]?.reason.kind).toBe('oldest_first')
  })

  test('of an item in instalments only the next is among them', () => {
    const [first, second, third] = invoices(900_00, 600_00, 250_07)
    if (first === undefined || second === undefined || third === undefined) throw new Error('three items')
    const parts = [
      { dueDate: day('2025-03-01'), open: 200_02 },
      { dueDate: day('2025-04-01'), open: 399_98 },
    ]
    const items = [first, { ...second, parts }, third]
    expect(paid(proposeApplication(input(450_09, items)))).toEqual([
      [3, 250_07],
      [2, 200_02],
    ])
    const kinds = proposals(input(399_98 + 250_07, items)).map(({ reason }) => reason.kind)
    expect(kinds).not.toContain('some_add_up')
  })

  test('whichever few are paid, some such sum is found, in no more items than these', () => {
    const some = fc.uniqueArray(fc.integer({ min: 1, max: 99_999 }), { minLength: 3, maxLength: 12 })
    fc.assert(
      fc.property(some, fc.nat(), fc.integer({ min: 2, max: 5 }), (opens, seed, count) => {
        const places = opens
          .map((_, at) => at)
          .toSorted((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101))
        const chosen = places.slice(0, Math.min(count, opens.length))
        const amount = chosen.reduce((sum, at) => sum + (opens[at] ?? 0), 0)
        const ways = proposals(input(amount, invoices(...opens)))
        // Each of these settles items in full and leaves nothing.
        const exact = ways.filter(({ reason: { kind } }) =>
          ['exact_item', 'oldest_add_up', 'some_add_up'].includes(kind),
        )
        expect(Math.min(...exact.map(({ lines }) => lines.length))).toBeLessThanOrEqual(chosen.length)
        for (const { lines } of exact) {
          expect(lines.reduce((sum, { payment }) => sum + payment, 0)).toBe(amount)
          for (const { itemId, payment } of lines) expect(payment).toBe(opens[itemId - 1])
        }
      }),
    )
  })

  test('a hundred open items are gone through as one types', () => {
    const opens = Array.from({ length: 400 }, (_, at) => 1_000_003 + at * at * 37 + at)
    expect(proposals(input(4_000_019, invoices(...opens))).length).toBeGreaterThan(0)
  })
})

describe('a discount that came too late', () => {
  const [late] = invoices(798_18).map((item) => ({ ...item, discount: 15_96, discountUntil: day('2025-12-10') }))
  if (late === undefined) throw new Error('an item')

  test('is named with its last day and the key that allows it, and not given', () => {
    const best = proposeApplication(input(782_22, [late]))
    expect(best.lines).toEqual([{ itemId: 1, payment: 782_22, discount: 0, writeOff: 0 }])
    expect(best.text).toBe(
      'The amount of INV-1 less its discount of 15.96, which ended on 10 Dec 2025. Ctrl+W on its row allows it all the same.',
    )
  })

  test('names the item paid so among others that are older', () => {
    const best = proposeApplication(input(782_22, [...invoices(5_000_00), { ...late, itemId: 9, number: 'INV-9' }]))
    expect(best.reason).toMatchObject({ kind: 'late_discount', number: 'INV-9' })
  })

  test('is none where the amount is another', () => {
    expect(proposeApplication(input(782_21, [late])).reason.kind).toBe('oldest_first')
  })
})
