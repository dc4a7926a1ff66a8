import { describe, expect, test } from 'vitest'
import { proposals, proposeApplication } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { Proposal, ProposalInput } from '../../../src-shared/cash/rules/proposals/proposals.ts'
import type { OpenDebit } from '../../../src-shared/ledger/rules/settlement/open-debit.ts'
import { calendarDate as day } from '../../../src-shared/domain/dates/calendar.ts'

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

describe('the best proposal', () => {
  test('exact amount of one item', () => {
    const best = proposeApplication(input(7000, invoices(5000, 7000, 2000)))
    expect(lines(best)).toEqual([[2, 7000]])
    expect(best.text).toBe('Exactly the amount of INV-102.')
  })

  test('exact amount of several items: the earliest due', () => {
    const items = change(invoices(7000, 7000, 7000), 1, { dueDate: day('2025-07-01') })
    expect(lines(proposeApplication(input(7000, items)))).toEqual([[2, 7000]])
  })

  test('exact amount of several items: the one that the remittance names', () => {
    const items = invoices(7000, 7000, 7000)
    expect(lines(proposeApplication(input(7000, items, { remittanceText: 'Invoice 103' })))).toEqual([[3, 7000]])
  })

  test('exact amount less the discount it earns', () => {
    const items = change(invoices(5000, 10_000), 2, { discount: 200, discountUntil: receiptDate })
    const best = proposeApplication(input(9800, items))
    expect(lines(best)).toEqual([[2, 9800, 200]])
    expect(best.text).toBe('Exactly the amount of INV-102 less its discount of 2.00.')
  })

  test('a payer who leaves an earned discount pays exactly too', () => {
    const items = change(invoices(5000, 10_000), 2, { discount: 200, discountUntil: receiptDate })
    const best = proposeApplication(input(10_000, items))
    expect(lines(best)).toEqual([[2, 10_000]])
    expect(best.text).toBe('Exactly the amount of INV-102.')
  })

  test('a discount that ran out does not count, unless grace covers it', () => {
    const items = change(invoices(5000, 10_000), 2, { discount: 200, discountUntil: day('2025-06-28') })
    expect(proposeApplication(input(9800, items)).lines).toMatchObject([{ itemId: 2, payment: 9800, discount: 0 }])
    expect(proposeApplication(input(9800, items, { graceDays: 2 })).text).toContain(
      '2.00, late but within its days of grace.',
    )
  })

  test('the items named in the remittance text', () => {
    const best = proposeApplication(input(9000, invoices(5000, 7000, 2000), { remittanceText: 'INV-103, INV-102' }))
    expect(lines(best)).toEqual([
      [2, 7000],
      [3, 2000],
    ])
    expect(best.text).toBe('Named in the remittance: INV-102, INV-103.')
  })

  test('what is paid beyond the named items stays unapplied: it never rolls to another invoice', () => {
    const best = proposeApplication(input(7500, invoices(5000, 7000, 2000), { remittanceText: 'INV-102' }))
    expect(lines(best)).toEqual([[2, 7000]])
    expect(best.text).toBe('Named in the remittance: INV-102; 5.00 stays unapplied.')
  })

  test('what is short of the named items leaves the last open in part', () => {
    const best = proposeApplication(input(8500, invoices(5000, 7000, 2000), { remittanceText: 'INV-102 INV-103' }))
    expect(lines(best)).toEqual([
      [2, 7000],
      [3, 1500],
    ])
    expect(best.text).toBe('Named in the remittance: INV-102, INV-103; 5.00 short.')
  })

  test('named items come to the amount with their discounts, or without', () => {
    const items = change(invoices(5000, 10_000), 2, { discount: 200, discountUntil: receiptDate })
    const named = { remittanceText: 'INV-101 INV-102' }
    expect(lines(proposeApplication(input(14_800, items, named)))).toEqual([
      [1, 5000],
      [2, 9800, 200],
    ])
    expect(lines(proposeApplication(input(15_000, items, named)))).toEqual([
      [1, 5000],
      [2, 10_000],
    ])
  })

  test('a long list of names is cut', () => {
    const items = invoices(100, 100, 100, 100, 100, 100, 100)
    const best = proposeApplication(input(700, items, { remittanceText: items.map((item) => item.number).join(' ') }))
    expect(best.text).toBe('Named in the remittance: INV-101, INV-102, INV-103, INV-104, INV-105 and 2 more.')
  })

  test('a list of one name too many is cut as well', () => {
    const items = invoices(100, 100, 100, 100, 100, 100)
    const best = proposeApplication(input(600, items, { remittanceText: items.map((item) => item.number).join(' ') }))
    expect(best.text).toMatch(/ and 1 more\.$/)
  })

  test('a cent that is open is proposed', () => {
    expect(lines(proposeApplication(input(1, invoices(1))))).toEqual([[1, 1]])
  })

  test('5 invoices of A, receipt 3A: oldest three closed, two untouched', () => {
    const best = proposeApplication(input(3000, invoices(1000, 1000, 1000, 1000, 1000)))
    expect(lines(best)).toEqual([
      [1, 1000],
      [2, 1000],
      [3, 1000],
    ])
    expect(best.text).toBe('The 3 oldest open items add up exactly.')
  })

  test('the 3 oldest, the last less its discount', () => {
    const items = change(invoices(1000, 2000, 5000, 400), 3, { discount: 100, discountUntil: receiptDate })
    const best = proposeApplication(input(7900, items))
    expect(lines(best)).toEqual([
      [1, 1000],
      [2, 2000],
      [3, 4900, 100],
    ])
    expect(best.text).toBe('The 3 oldest open items, the last less its discount of 1.00, add up exactly.')
  })

  test('all of them less several discounts', () => {
    const one = change(invoices(1000, 2000), 1, { discount: 20, discountUntil: receiptDate })
    const items = change(one, 2, { discount: 40, discountUntil: receiptDate })
    const best = proposeApplication(input(2940, items))
    expect(lines(best)).toEqual([
      [1, 980, 20],
      [2, 1960, 40],
    ])
    expect(best.text).toBe('All 2 open items less discounts of 0.60 add up exactly.')
    expect(lines(proposeApplication(input(3000, items)))).toEqual([
      [1, 1000],
      [2, 2000],
    ])
  })

  test('else oldest first, the last in part', () => {
    const best = proposeApplication(input(8000, invoices(5000, 7000, 2000)))
    expect(lines(best)).toEqual([
      [1, 5000],
      [2, 3000],
    ])
    expect(best.text).toBe('Oldest first: settles 1 item, 30.00 towards INV-102.')
  })

  test('100: receive 110, 10 stays unapplied', () => {
    const best = proposeApplication(input(11_000, invoices(10_000)))
    expect(lines(best)).toEqual([[1, 10_000]])
    expect(best.text).toBe('Oldest first: settles 1 item, 10.00 stays unapplied.')
  })

  test('100: receive 95, 5 stays open for the clerk to write off', () => {
    const best = proposeApplication(input(9500, invoices(10_000)))
    expect(lines(best)).toEqual([[1, 9500]])
    expect(best.text).toBe('Oldest first: 95.00 towards INV-101.')
  })

  describe('within tolerance', () => {
    const tolerance = { percent: 5_000_000, most: 1000 }
    const writeOffs = (ways: readonly Proposal[]) => ways.map((way) => way.lines.map((line) => line.writeOff))

    test('95 on 100 at 5%: the difference is proposed as a write-off, then left open', () => {
      const ways = proposals(input(9500, invoices(10_000), { tolerance }))
      expect(ways.map(({ text }) => text)).toEqual([
        'The amount of INV-101 with 5.00 written off within tolerance.',
        'Oldest first: 95.00 towards INV-101.',
      ])
      expect(writeOffs(ways)).toEqual([[500], [0]])
    })

    test('with the discount the item earns', () => {
      const items = change(invoices(5000, 10_000), 2, { discount: 200, discountUntil: receiptDate })
      const best = proposeApplication(input(9750, items, { tolerance }))
      expect(best.lines).toEqual([{ itemId: 2, payment: 9750, discount: 200, writeOff: 50 }])
      expect(best.text).toBe('The amount of INV-102 less its discount of 2.00 with 0.50 written off within tolerance.')
    })

    test('an exact match comes before a near one', () => {
      const ways = proposals(input(9900, invoices(10_000, 9900), { tolerance }))
      expect(ways.map(({ reason }) => reason.kind)).toEqual(['exact_item', 'near_item', 'oldest_first'])
    })

    test('on the last of the items that are named', () => {
      const remittanceText = 'INV-102 INV-103'
      const ways = proposals(input(8950, invoices(5000, 7000, 2000), { tolerance, remittanceText }))
      expect(ways.slice(0, 2).map(({ text }) => text)).toEqual([
        'Named in the remittance: INV-102, INV-103 with 0.50 written off within tolerance.',
        'Named in the remittance: INV-102, INV-103; 0.50 short.',
      ])
      expect(writeOffs(ways).slice(0, 2)).toEqual([
        [0, 50],
        [0, 0],
      ])
    })

    test('named items of which one stays unpaid are not closed by it', () => {
      const remittanceText = 'INV-101 INV-102'
      const [best] = proposals(input(9950, invoices(10_000, 7000), { tolerance, remittanceText }))
      expect(best?.reason.kind).toBe('named_in_remittance')
      expect(writeOffs(best ? [best] : [])).toEqual([[0]])
    })

    test('on the last of the oldest', () => {
      const [best] = proposals(input(11_990, invoices(5000, 7000, 2000), { tolerance }))
      expect(best?.text).toBe('Oldest first: settles 2 items with 0.10 written off within tolerance.')
    })

    test('too much of a difference stays open', () => {
      expect(writeOffs(proposals(input(9499, invoices(10_000), { tolerance })))).toEqual([[0]])
    })
  })

  test('a payment on account earns no discount', () => {
    const items = change(invoices(10_000), 1, { discount: 200, discountUntil: receiptDate })
    expect(lines(proposeApplication(input(5000, items)))).toEqual([[1, 5000]])
  })

  test('disputed items come last', () => {
    const items = change(invoices(5000, 7000, 2000), 1, { disputed: true })
    expect(lines(proposeApplication(input(9500, items)))).toEqual([
      [2, 7000],
      [3, 2000],
      [1, 500],
    ])
  })

  test('due on the same day: the earlier document, then the lower number', () => {
    const sameDay = invoices(100, 100, 100).map((item) => ({ ...item, dueDate: day('2025-06-01') }))
    const items = change(change(sameDay, 3, { documentDate: day('2025-04-01') }), 2, { number: 'INV-001' })
    expect(lines(proposeApplication(input(150, items)))).toEqual([
      [3, 100],
      [2, 50],
    ])
  })

  test('amounts are written in the style of the company', () => {
    const style = { amountStyle: { decimal: ',', group: '.' } as const }
    expect(proposeApplication(input(500_000, invoices(100_000), style)).text).toBe(
      'Oldest first: settles 1 item, 4.000,00 stays unapplied.',
    )
  })
})

describe('credits of the customer', () => {
  const credits = [
    { itemId: 91, number: 'CN-1', open: 500 },
    { itemId: 92, number: 'CN-2', open: 300 },
  ]

  test('the payer took off all credits', () => {
    const best = proposeApplication(input(6200, invoices(5000, 2000, 400), { credits }))
    expect(lines(best)).toEqual([
      [1, 5000],
      [2, 2000],
    ])
    expect(best.credits).toEqual([
      { itemId: 91, amount: 500 },
      { itemId: 92, amount: 300 },
    ])
    expect(best.text).toBe('The 2 oldest open items less CN-1, CN-2 (8.00) add up exactly.')
  })

  test('or one of them, from one item', () => {
    const best = proposeApplication(input(4700, invoices(5000, 2000), { credits }))
    expect(best.credits).toEqual([{ itemId: 92, amount: 300 }])
    expect(best.text).toBe('The oldest open item less CN-2 (3.00) comes out exactly.')
  })

  test('a credit used up already is not offered', () => {
    const usedUp = [{ itemId: 91, number: 'CN-1', open: 0 }]
    expect(proposals(input(5000, invoices(5000), { credits: usedUp }))).toHaveLength(1)
  })
})

describe('F5 goes through every distinct proposal, best first', () => {
  test('exact item, named items, oldest that add up, oldest first', () => {
    const items = invoices(1000, 2000, 3000, 4000)
    const all = proposals(input(3000, items, { remittanceText: 'INV-104' }))
    expect(all.map((each) => each.reason.kind)).toEqual(['exact_item', 'named_in_remittance', 'oldest_add_up'])
    expect(all.map(lines)).toEqual([
      [[3, 3000]],
      [[4, 3000]],
      [
        [1, 1000],
        [2, 2000],
      ],
    ])
  })

  test('the same lines are offered once', () => {
    expect(proposals(input(5000, invoices(5000)))).toHaveLength(1)
  })

  test('every item of the exact amount is offered, the disputed last', () => {
    const items = change(invoices(7000, 7000, 7000), 1, { disputed: true })
    const exact = proposals(input(7000, items)).filter((each) => each.reason.kind === 'exact_item')
    expect(exact.map(lines)).toEqual([[[2, 7000]], [[3, 7000]], [[1, 7000]]])
  })
})

describe('nothing to apply', () => {
  test.each([
    ['no open items', 1000, invoices()],
    ['settled items only', 1000, invoices(0)],
    ['no amount', 0, invoices(1000)],
    ['a negative amount', -1000, invoices(1000)],
  ])('%s', (_, amount, items) => {
    expect(proposals(input(amount, items))).toEqual([])
    expect(proposeApplication(input(amount, items))).toEqual({
      lines: [],
      credits: [],
      reason: { kind: 'nothing_to_apply' },
      text: 'Nothing to apply: enter an amount for a customer with open items.',
    })
  })
})
