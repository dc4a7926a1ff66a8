import { describe, expect, test } from 'vitest'
import { proposals, proposeApplication } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { Proposal, ProposalInput } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { OpenDebit } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { calendarDate } from '../../../src-shared/domain/dates/calendar.ts'

const day = calendarDate
const receiptDate = day('2025-06-30')

/** Items named A, B, C ... in due order, one a day from 1 June on. */
const invoices = (...opens: readonly number[]): readonly OpenDebit[] =>
  opens.map((open, index) => ({
    itemId: index + 1,
    number: `INV-${100 + index + 1}`,
    reference: '',
    documentDate: day('2025-05-01'),
    dueDate: day(`2025-06-${String(index + 1).padStart(2, '0')}`),
    open,
    discount: 0,
    discountUntil: null,
    disputed: false,
  }))
const change = (items: readonly OpenDebit[], id: number, to: Partial<OpenDebit>): readonly OpenDebit[] =>
  items.map((item) => (item.itemId === id ? { ...item, ...to } : item))
const input = (receiptAmount: number, items: readonly OpenDebit[], rest: Partial<ProposalInput> = {}) => ({
  receiptAmount,
  receiptDate,
  currency: 'USD',
  items,
  graceDays: 0,
  ...rest,
})
/** [item, payment] or [item, payment, discount]. */
const lines = ({ lines: each }: Proposal) =>
  each.map(({ itemId, payment, discount }) => (discount === 0 ? [itemId, payment] : [itemId, payment, discount]))

describe('items due in instalments', () => {
  const inParts = (items: readonly OpenDebit[], id: number, ...parts: readonly (readonly [string, number])[]) =>
    change(items, id, {
      dueDate: day(parts[0]?.[0] ?? ''),
      open: parts.reduce((sum, [, open]) => sum + open, 0),
      parts: parts.map(([dueDate, open]) => ({ dueDate: day(dueDate), open })),
    })
  const thirds = [
    ['2025-06-01', 100],
    ['2025-06-25', 100],
    ['2025-07-25', 100],
  ] as const
  const best = (amount: number, items: readonly OpenDebit[], rest: Partial<ProposalInput> = {}) => {
    const proposal = proposeApplication(input(amount, items, rest))
    return [lines(proposal), proposal.text]
  }

  test('an amount due is a candidate like an item; the earliest due first', () => {
    const items = change(inParts(invoices(50, 100), 1, ...thirds), 2, { dueDate: day('2025-06-10') })
    expect(best(100, items)).toEqual([[[1, 100]], 'Exactly the amount of the instalment of INV-101, due 1 Jun 2025.'])
    expect(best(200, items)[0]).toEqual([
      [1, 100],
      [2, 100],
    ])
  })

  test('all that is due of one item, where it is not the oldest that add up', () => {
    const items = change(inParts(invoices(50, 70), 1, ...thirds), 2, { dueDate: day('2025-06-10') })
    expect(best(200, items)).toEqual([
      [[1, 200]],
      'Exactly the amount of 2 instalments of INV-101, due from 1 Jun 2025.',
    ])
  })

  test('all of an item whose instalments are all due is an item', () => {
    const items = inParts(invoices(50, 100), 1, ['2025-06-01', 100], ['2025-06-20', 100])
    expect(best(200, items)).toEqual([[[1, 200]], 'Exactly the amount of INV-101.'])
  })

  test('the next instalment before its day comes after what is due', () => {
    const items = inParts(invoices(50, 60, 40), 1, ['2025-07-01', 100], ['2025-08-01', 100])
    expect(best(100, items)[0]).toEqual([
      [2, 60],
      [3, 40],
    ])
    const alone = inParts(invoices(50, 70, 40), 1, ['2025-07-01', 100], ['2025-08-01', 100])
    expect(best(100, alone)).toEqual([
      [[1, 100]],
      'Exactly the amount of the next instalment of INV-101, due 1 Jul 2025.',
    ])
  })

  test('oldest first goes by what is due', () => {
    const items = change(inParts(invoices(50, 70), 1, ...thirds), 2, { dueDate: day('2025-07-01') })
    expect(best(250, items)).toEqual([
      [
        [1, 200],
        [2, 50],
      ],
      'Oldest first: settles 2 instalments, 0.50 towards INV-102.',
    ])
  })

  test('less a credit, and but for a difference within tolerance', () => {
    const items = inParts(invoices(50), 1, ...thirds)
    const credits = [{ itemId: 91, number: 'CN-1', open: 30 }]
    expect(best(170, items, { credits })[1]).toBe('The 2 oldest open amounts less CN-1 (0.30) add up exactly.')
    expect(best(98, items, { tolerance: { percent: 5_000_000, most: 10 } })[1]).toBe(
      'The amount of the instalment of INV-101, due 1 Jun 2025 with 0.02 written off within tolerance.',
    )
  })

  test('the discount is taken with the instalment that settles the item', () => {
    const items = change(inParts(invoices(50), 1, ...thirds), 1, { discount: 10, discountUntil: receiptDate })
    expect(best(290, items)[0]).toEqual([[1, 290, 10]])
    expect(best(100, items)[0]).toEqual([[1, 100]])
    expect(best(190, items)[0]).toEqual([[1, 190]])
  })

  test('one that was settled for a while after the date is proposed as far as its instalments fit', () => {
    const items = change(inParts(invoices(50), 1, ...thirds), 1, { room: 150 })
    expect(best(300, items)).toEqual([[[1, 100]], 'Oldest first: settles 1 instalment, 2.00 stays unapplied.'])
    expect(proposals(input(50, change(invoices(50), 1, { room: 40 })))).toEqual([])
  })
})
